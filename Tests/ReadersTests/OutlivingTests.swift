import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Duties that outlive the agreement, for the time they state, after each end that it has.
struct OutlivingTests {
    /// An agreement with a duty after its end, `pt`, of 90 days, and a secret, `co`, kept two years longer.
    static func row(
        _ description: String, _ opening: String..., later: LifeCase.Paper...
    ) -> LifeCase {
        LifeCase(
            description,
            opening: opening + [
                "term-added: { term: pt, kind: post-termination, set: { obligor: a, duty: Return, period: P90D } }",
                "term-added: { term: co, kind: confidentiality, set: { obligor: a, survives: P2Y } }",
            ], later: later)
    }

    struct Answers: CustomTestStringConvertible, Sendable {
        let row: LifeCase
        let term: TermID
        /// The last days of the times it holds.
        let lastDays: [Day]
        /// From when it holds again.
        let again: [Day]

        var testDescription: String { "\(row.testDescription): \(term)" }
    }

    static let halfYear = runs("ends: { through: 2020-06-30 }, renewal: none")
    static let extended = row(
        "an extension after the agreement ran out", halfYear,
        later: amendment(
            "2022-12-26", "agreement-extended: { term: t, ends: { through: 2024-12-31 } }"))
    static let restated = row(
        "a restatement after the agreement ran out", halfYear,
        later: restatement(
            "2022-12-26",
            "agreement-restated: { terms: [{ term: t, kind: term-and-renewal, set: { ends: { through: 2024-12-31 }, renewal: none } }] }"
        ))
    static let named = row(
        "a termination that names what survives",
        later: notice("2020-03-01", "agreement-terminated: { by: a, surviving: [co, pt] }"))
    static let twice = row(
        "a second termination",
        later: notice(
            "2020-03-01", "agreement-terminated: { by: a, effective: { on: 2020-05-01 } }"),
        notice("2020-04-01", "agreement-terminated: { by: b, effective: { on: 2020-06-01 } }"))
    static let leftOut = row(
        "a restatement without it after a termination",
        later: notice("2020-03-01", "agreement-terminated: { by: a }"),
        restatement("2020-05-01", ReadersTests.restated()))

    static let answers: [Answers] = [
        Answers(
            row: extended, term: "pt", lastDays: ["2020-09-28", "2025-03-31"], again: ["2022-12-26"]
        ),
        Answers(
            row: extended, term: "co", lastDays: ["2022-06-30", "2026-12-31"], again: ["2022-12-26"]
        ),
        Answers(row: restated, term: "pt", lastDays: ["2020-09-28"], again: []),
        Answers(row: restated, term: "co", lastDays: ["2022-06-30"], again: []),
        Answers(row: named, term: "pt", lastDays: ["2020-05-29"], again: []),
        Answers(row: named, term: "co", lastDays: ["2022-02-28"], again: []),
        Answers(row: twice, term: "co", lastDays: ["2022-04-30"], again: []),
        Answers(row: leftOut, term: "co", lastDays: ["2020-04-30"], again: []),
    ]

    @Test(arguments: answers)
    func `a duty is over for the time it states after each end, for every reader`(
        _ answers: Answers
    ) throws {
        let readers = Readers(try answers.row.story, of: "x")
        for last in answers.lastDays {
            expect(readers, answers.term, on: last, .lives)
            expect(readers, answers.term, on: last.adding(days: 1), .over)
        }
        for day in answers.again {
            expect(readers, answers.term, on: day.adding(days: -1), .over)
            expect(readers, answers.term, on: day, .lives)
        }
        let ends = readers.lastDays(of: answers.term, from: "2019-01-01", to: "2030-12-31")
            .filter { $0.term == answers.term }
        #expect(ends.map(\.when) == answers.lastDays.map { .on($0) })
    }

    private func expect(_ readers: Readers, _ term: TermID, on day: Day, _ standing: Standing) {
        #expect(readers.terms(term, on: day) == standing, "terms on \(day)")
        #expect(readers.timeline(term, on: day) == standing, "timeline on \(day)")
        #expect(readers.find(term, on: day) == standing, "find on \(day)")
        #expect(readers.picture(term, on: day) == standing, "picture on \(day)")
    }

    @Test
    func `the reasons of a duty stand in the order of the ends, in whatever order they arrive`()
        throws
    {
        let later = Self.twice.later
        let said = try [later, later.reversed()].map { papers in
            let story = try LifeCase("arrival", opening: Self.twice.opening, later: papers).story
            let reasons =
                AgreementView(
                    "x", history: story.events, from: Vantage(on: "2020-07-01"),
                    resolvedTo: story.head
                ).copy().term("co")?.reasons ?? []
            return reasons.compactMap { reason -> DateBound? in
                guard case .outlives(let reference) = reason else { return nil }
                return story.events.first { $0.reference == reference }?.effective
            }
        }
        #expect(said[0] == [.on("2020-05-01"), .on("2020-06-01")])
        #expect(said[1] == said[0])
    }
}
