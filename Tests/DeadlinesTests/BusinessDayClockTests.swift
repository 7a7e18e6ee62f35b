import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Clocks that run in business days.
struct BusinessDayClockTests {
    private func refusal(_ response: String, _ more: String = "") throws -> [Deadline] {
        try Mill(
            """
            \(more)- term-added:
                term: first
                kind: first-refusal
                set: { holder: b, grantor: a, subject: The mill, response: \(response) }
            - notice-given: { term: first, by: a, to: b, effective: { on: 2025-12-19 } }
            """
        ).all(.response)
    }

    /// Which calendars a deadline misses.
    private func gaps(_ deadlines: [Deadline]) -> [String] {
        deadlines.flatMap(\.basis).compactMap { basis in
            if case .businessDaysUnknown(let gap) = basis { gap.description } else { nil }
        }
    }

    @Test func `the answer is due so many business days of the named calendar after the notice`()
        throws
    {
        let due = try refusal("10 business-days of target2")
        // 25 and 26 December, and 1 January, are none.
        #expect(due.map(\.when) == [.on("2026-01-07")])
        #expect(due.map(\.isTentative) == [false])
        #expect(gaps(due).isEmpty)
    }

    @Test func `a calendar of the agreement's own is counted by`() throws {
        let own = """
            - calendar-defined: { calendar: here, from: 2025, through: 2026, weekend: [friday, saturday] }

            """
        // From Sunday on.
        #expect(
            try refusal("2 business-days of here", own).map(\.when) == [.on("2025-12-22")])
    }

    @Test(arguments: [
        ("10 business-days", "no calendar of business days is named"),
        ("10 business-days of tokyo", "calendar tokyo is not defined"),
    ])
    func `without a calendar no last day is made up, and the reason is stated`(
        response: String, gap: String
    ) throws {
        let due = try refusal(response)
        #expect(due.map(\.when) == [.within(first: "2025-12-29", last: nil)])
        #expect(due.map(\.isTentative) == [true])
        #expect(gaps(due) == [gap])
    }

    private func renewal(_ notice: String) throws -> Deadline? {
        try Mill(
            """
            - term-added:
                term: duration
                kind: term-and-renewal
                set: { ends: { through: 2025-12-31 }, renewal: automatic, renewal-period: P1Y, notice: \(notice) }
            """
        ).all(.notice).first
    }

    @Test func `notice against a renewal is due so many business days before the last day`() throws
    {
        let due = try #require(try renewal("5 business-days of new-york"))
        // Christmas Day is none.
        #expect(due.when == .on("2025-12-23"))
        #expect(!due.isTentative)
    }

    @Test func `without a calendar it is due no later than as many days before`() throws {
        let due = try #require(try renewal("5 business-days"))
        #expect(due.when == .within(first: nil, last: "2025-12-26"))
        #expect(due.isTentative)
        #expect(gaps([due]) == ["no calendar of business days is named"])
    }

    private func exit(_ notice: String) throws -> [Deadline] {
        try Mill(
            "- term-added: { term: exit, kind: termination-right, set: { holder: a, ground: convenience, notice: \(notice) } }",
            later: [
                "- notice-given: { term: exit, by: a, to: b, effective: { on: 2025-12-19 } }"
            ]
        ).all(.noticeTakesEffect)
    }

    @Test func `a notice takes effect so many business days after it`() throws {
        #expect(
            try exit("10 business-days of target2").map(\.when) == [.on("2026-01-07")])
        let open = try exit("10 business-days")
        #expect(open.map(\.when) == [.within(first: "2025-12-29", last: nil)])
        #expect(gaps(open) == ["no calendar of business days is named"])
    }
}
