import Amendments
import Deadlines
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// The same question of agreements made at random: additions, removals, ends, restatements, terminations,
/// notices and renewals in any order of arrival.
struct RandomAgreementTests {
    @Test(arguments: 0..<Rounds.of(20))
    func `all readers agree on every day around every change`(_ seed: Int) throws {
        var dice = Seeded(UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        for _ in 0..<5 {
            guard let row = RandomCase.make(&dice) else { continue }
            let readers = Readers(row, of: "x")
            let days = readers.reading.changeDays.flatMap { [$0.adding(days: -1), $0] }
            for day in Set(days).sorted() {
                expectAgreement(readers, on: day)
            }
            for term in RandomCase.duties {
                let days = readers.reading.term(term)?.changeDays ?? []
                for day in Set(days.flatMap { [$0.adding(days: -1), $0] }).sorted() {
                    expectAgreement(readers, of: term, on: day)
                }
            }
            expectRealEnds(readers, of: RandomCase.duties + ["f", "t"])
        }
    }

    /// A duty that may outlive the agreement: it takes no ground, and pays nothing.
    private func expectAgreement(_ readers: Readers, of term: TermID, on day: Day) {
        guard let standing = readers.terms(term, on: day) else { return }
        #expect(readers.timeline(term, on: day) == standing, "timeline of \(term) on \(day)")
        #expect(readers.find(term, on: day) == standing, "find \(term) on \(day)")
        #expect(readers.picture(term, on: day) == standing, "picture of \(term) on \(day)")
        if standing == .lives, readers.terms(term, on: day.adding(days: 1)) == .over {
            let ends = readers.lastDays(of: term, from: day, to: day.adding(days: 1))
            #expect(!ends.isEmpty, "no end of \(term) in the calendar on \(day)")
        }
    }

    /// A last day that the calendar is certain of is one.
    private func expectRealEnds(_ readers: Readers, of terms: [TermID]) {
        for deadline in readers.certainLastDays(from: "2019-01-01", to: "2030-12-31") {
            guard let term = deadline.term, terms.contains(term), case .on(let day) = deadline.when
            else { continue }
            let before = readers.terms(term, on: day)
            #expect(before == .lives || before == .paused, "\(term) is over before \(day)")
            let after = readers.terms(term, on: day.adding(days: 1))
            #expect(after != .lives, "\(term) goes on after \(day)")
        }
    }

    private func expectAgreement(_ readers: Readers, on day: Day) {
        let standing = readers.terms("f", on: day)
        // A suspended term is drawn, takes no ground and pays nothing.
        let drawn = standing == .paused ? .lives : standing
        let effective = standing == .paused ? .over : standing
        #expect(readers.timeline("f", on: day) == standing, "timeline on \(day)")
        #expect(readers.find("f", on: day) == standing, "find on \(day)")
        #expect(readers.picture("f", on: day) == drawn, "picture on \(day)")
        #expect(readers.conflicts("f", on: day) == effective, "conflicts on \(day)")
        #expect(readers.payable("f", on: day) == effective, "payable on \(day)")
        if standing == .lives, readers.terms("f", on: day.adding(days: 1)) == .over {
            let ends = readers.lastDays(of: "f", from: day, to: day.adding(days: 1))
            #expect(!ends.isEmpty, "no end in the calendar on \(day)")
        }
    }
}

/// An agreement made at random; what could not be recorded is left out of it.
enum RandomCase {
    /// Terms that may outlive the agreement.
    static let duties: [TermID] = ["pt", "co", "en"]

    private static let outliving = [
        "term-added: { term: pt, kind: post-termination, set: { obligor: a, duty: Return, period: P90D } }",
        "term-added: { term: co, kind: confidentiality, set: { obligor: a, survives: P1Y } }",
        "term-added: { term: en, kind: confidentiality, set: { obligor: b, survival: yes } }",
    ]

    static func make(_ dice: inout Seeded) -> Story? {
        let fees = [
            "", "ends: { through: 2021-06-30 }", "starts: { on: 2020-07-01 }", "survival: yes",
        ]
        let openings = [
            [], [runs("ends: { through: 2021-12-31 }, renewal: none")],
            [
                runs(
                    "ends: { through: 2021-03-31 }, renewal: automatic, renewal-period: P6M, notice: P1M"
                )
            ],
            [mayEnd(", notice: P30D")],
        ]
        var row = LifeCase(
            "random", fee: fees.randomElement(using: &dice) ?? "",
            opening: (openings.randomElement(using: &dice) ?? []) + outliving)
        for _ in 0..<Int.random(in: 1...5, using: &dice) {
            let paper = paper(&dice)
            let longer = LifeCase(
                "random", fee: row.fee, opening: row.opening, later: row.later + [paper])
            if (try? longer.quietStory.violations.isEmpty) ?? false { row = longer }
        }
        return try? row.quietStory
    }

    private static func paper(_ dice: inout Seeded) -> LifeCase.Paper {
        let month = Int.random(in: 1...12, using: &dice)
        let year = Int.random(in: 2020...2023, using: &dice)
        let day = "\(year)-\(month < 10 ? "0" : "")\(month)-15"
        let events = [
            "term-removed: { term: f }", again(), again(", ends: { through: 2022-09-30 }"),
            restated(),
            without, "agreement-terminated: { by: a }",
            "agreement-terminated: { by: a, effective: { on: 2022-06-01 } }",
            "term-amended: { term: f, set: { ends: { through: 2022-03-31 } } }",
            "term-amended: { term: f, set: { ends: { through: 2021-11 } } }",
            "term-amended: { term: f, set: { amount: USD 15 }, effective: { on: 2022-01-01 } }",
            "notice-given: { term: t, by: b, to: a }", "notice-given: { term: tr, by: a, to: b }",
            "agreement-extended: { term: t, ends: { through: 2022-12-31 } }",
            "agreement-extended: { term: t, ends: { through: 2024-12-31 } }",
            "agreement-restated: { terms: [{ term: f, kind: fee, set: { payer: a, payee: b, amount: USD 20, per: P1D } }, { term: t, kind: term-and-renewal, set: { ends: { through: 2024-12-31 } } }, { term: co, kind: confidentiality, set: { obligor: a, survives: P1Y } }] }",
            "agreement-terminated: { by: a, surviving: [f] }",
            "agreement-terminated: { by: a, surviving: [co, pt] }",
            "term-amended: { term: t, set: { renewal: none } }",
            "term-amended: { term: t, set: { renewal-period: P1Y } }",
            "term-amended: { term: t, set: { notice: P3M } }",
            "term-suspended: { term: f, lasts: { through: 2022-02-28 } }",
        ]
        return .init(
            day: day, kind: "amendment",
            events: [events.randomElement(using: &dice) ?? "term-removed: { term: f }"])
    }
}
