import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What the calendar says of the end of the agreement: the days on which it ends, and no others.
struct AgreementEndTests {
    private func deadlines(_ row: LifeCase) throws -> [Deadline] {
        let story = try row.story
        let span: ClosedRange<Day> = "2019-01-01"..."2030-12-31"
        return AgreementView(
            "x", history: story.events, from: Vantage(on: .first), resolvedTo: story.head
        ).deadlines(in: span)
    }

    private func lastDays(_ row: LifeCase) throws -> [Deadline.When] {
        try deadlines(row).filter { $0.what == .agreementEnds }.map(\.when)
    }

    static let ends: [(row: LifeCase, lastDays: [Day])] = [
        (
            LifeCase(
                "a termination for a day after another has ended the agreement",
                later: [
                    notice(
                        "2020-03-01",
                        "agreement-terminated: { by: a, effective: { on: 2020-05-01 } }"),
                    notice(
                        "2020-04-01",
                        "agreement-terminated: { by: b, effective: { on: 2020-06-01 } }"),
                ]), ["2020-04-30"]
        ),
        (
            LifeCase(
                "a termination after the agreement ran out",
                opening: [runs("ends: { through: 2020-12-31 }, renewal: none")],
                later: [notice("2021-05-01", "agreement-terminated: { by: a }")]), []
        ),
        (
            LifeCase(
                "a termination of an agreement that was restated after another",
                later: [
                    notice("2020-03-01", "agreement-terminated: { by: a }"),
                    restatement("2020-05-01", restated()),
                    notice("2021-03-01", "agreement-terminated: { by: a }"),
                ]), ["2020-02-29", "2021-02-28"]
        ),
        (
            LifeCase(
                "a notice under a right", opening: [mayEnd(", notice: P30D")],
                later: [notice("2020-03-01", "notice-given: { term: tr, by: a, to: b }")]),
            ["2020-03-30"]
        ),
        (
            LifeCase(
                "a notice that names its day",
                opening: [runs("ends: { through: 2020-12-31 }, renewal: automatic")],
                later: [
                    notice(
                        "2020-02-01",
                        "notice-given: { term: t, by: a, to: b, takes-effect: { on: 2020-06-30 } }")
                ]), ["2020-06-29"]
        ),
    ]

    @Test(arguments: ends)
    func `the calendar has the last days of the agreement that come true`(
        _ row: LifeCase, _ days: [Day]
    ) throws {
        #expect(try lastDays(row) == days.map { .on($0) }, "\(row)")
    }

    /// Renewed by itself each year, with a notice in time or late by the day of the month that is not stated.
    private static let noticedInAMonth = LifeCase(
        "n1",
        opening: [
            runs(
                "ends: { through: 2020-12-15 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
            )
        ],
        later: [
            notice(
                "2020-10-15",
                "notice-given: { term: t, by: a, to: b, effective: { on: 2020-09 } }")
        ])

    @Test func `a notice of which the day is not known leaves both last days uncertain`() throws {
        let found = try deadlines(Self.noticedInAMonth)
        let ends = found.filter { $0.what == .ends && $0.term == "t" }
        #expect(ends.map(\.when) == [.on("2020-12-15"), .on("2021-12-15")])
        for end in ends {
            #expect(end.isTentative)
            #expect(
                end.basis.contains(
                    .noticeGiven(by: "a", on: PossibleDay(first: "2020-09-01", last: "2020-09-30")))
            )
        }
        #expect(found.filter { $0.what == .renews }.map(\.isTentative) == [true])
    }

    @Test func `that the agreement ran out is no reason where it may go on`() throws {
        let story = try Self.noticedInAMonth.story
        let copy = AgreementView(
            "x", history: story.events, from: Vantage(on: "2021-03-01"), resolvedTo: story.head
        ).copy()
        let reasons = copy.term("f")?.reasons ?? []
        #expect(reasons.contains(.runsOut("t", first: "2020-12-15", last: "2021-12-15")))
        #expect(!reasons.contains(.ranOut("t", lastDay: PossibleDay("2020-12-15" as Day))))
    }

    @Test func `a notice by who does not hold the right is refused, and names who does`() throws {
        let story = try LifeCase(
            "k3", opening: [mayEnd(", notice: P3M")],
            later: [notice("2020-02-01", "notice-given: { term: tr, by: b, to: a }")]
        ).quietStory
        let violation = try #require(story.violations.first)
        #expect(violation.message.contains("given by b, which does not hold that right"))
        #expect(violation.hint?.contains("held by a") == true)
        #expect(violation.other == "r0#6")
    }
}
