import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What falls into a window of days.
struct DeadlinesTests {
    @Test func `a tacit renewal is shown with the notice that would stop it`() throws {
        let found = try deadlines(
            """
            - term-added:
                term: life
                kind: term-and-renewal
                set: { ends: { through: 2025-12-31 }, renewal: automatic, renewal-period: P1Y,
                  notice: P90D }
            """, from: "2026-06-01", to: "2027-06-01")
        #expect(found.contains { $0.what == .notice && $0.when == .on("2026-10-02") }, "\(found)")
        #expect(found.contains { $0.what == .renews && $0.when == .on("2027-01-01") }, "\(found)")
        #expect(!found.contains { $0.what == .ends && $0.when == .on("2025-12-31") })
    }

    @Test func `a term that is not renewed ends`() throws {
        let found = try deadlines(
            """
            - term-added:
                term: life
                kind: term-and-renewal
                set: { ends: { through: 2025-12-31 }, renewal: none }
            """, from: "2025-01-02", to: "2027-06-01")
        #expect(found.contains { $0.what == .ends && $0.when == .on("2025-12-31") }, "\(found)")
        #expect(!found.contains { $0.what == .renews })
    }

    @Test func `a bare year is a window, never its first day`() throws {
        let found = try deadlines(
            """
            - term-added:
                term: fee
                kind: fee
                set: { payer: a, payee: b, amount: USD 1, ends: { through: 2026 } }
            """, from: "2025-06-01", to: "2027-06-01")
        let end = try #require(found.first { $0.what == .ends })
        #expect(end.when == .within(first: "2026-01-01", last: "2026-12-31"))
        #expect(end.isTentative)
    }

    @Test func `an end upon a condition has no day`() throws {
        let found = try deadlines(
            """
            - condition-defined: { condition: sale, text: The mill is sold }
            - term-added:
                term: fee
                kind: fee
                set: { payer: a, payee: b, amount: USD 1, ends: { upon: sale } }
            """, from: "2025-06-01", to: "2027-06-01")
        let end = try #require(found.first { $0.what == .ends })
        #expect(end.when == .upon(["sale"]))
    }

    @Test func `an end that is the first of a day and a pending condition is tentative`() throws {
        let found = try deadlines(
            """
            - condition-defined: { condition: ipo, text: The shares are listed }
            - term-added:
                term: call
                kind: option
                set:
                  holder: a
                  grantor: b
                  direction: call
                  subject: shares
                  opens: { on: 2025-02-01 }
                  closes: { first-of: [{ on: 2035-09-30 }, { upon: ipo }] }
            """, from: "2035-01-01", to: "2035-12-31")
        let closings = found.filter { $0.what == .closes }
        let day = try #require(closings.first { $0.when == .on("2035-09-30") })
        #expect(day.isTentative)
        #expect(day.basis.contains(.unlessBefore(["ipo"])))
        #expect(closings.contains { $0.when == .upon(["ipo"]) })
    }

    @Test func `between two dates is a window, and so is what comes some time after it`() throws {
        let found = try deadlines(
            """
            - term-added:
                term: fee
                kind: fee
                set:
                  payer: a
                  payee: b
                  amount: USD 1
                  starts: { between: [{ on: 2026-03-01 }, { on: 2026-06-30 }] }
                  ends: { after: { of: { between: [2026-03-01, 2026-06-30] }, period: P1Y } }
            """, from: "2025-06-01", to: "2028-06-01")
        #expect(
            found.first { $0.what == .begins }?.when
                == .within(first: "2026-03-01", last: "2026-06-30"))
        #expect(
            found.first { $0.what == .ends }?.when
                == .within(first: "2027-02-28", last: "2027-06-29"))
    }

    @Test func `an end in business days falls on its day, and without a calendar on no known one`()
        throws
    {
        func end(_ calendar: String) throws -> Deadline {
            let found = try deadlines(
                """
                - term-added:
                    term: fee
                    kind: fee
                    set:
                      payer: a
                      payee: b
                      amount: USD 1
                      ends: { after: { of: { on: 2026-12-18 }, business-days: 5, calendar: \(calendar) } }
                """, from: "2026-06-01", to: "2028-06-01")
            return try #require(found.first { $0.what == .ends })
        }
        // Christmas Day, and Boxing Day on the Monday after.
        #expect(try end("london").when == .on("2026-12-28"))
        #expect(try !end("london").isTentative)
        let unknown = try end("tokyo")
        #expect(unknown.when == .within(first: "2026-12-22", last: nil))
        #expect(unknown.isTentative)
        #expect(
            unknown.basis.contains { step in
                if case .businessDaysUnknown(let gap) = step {
                    gap.calendar == "tokyo"
                } else {
                    false
                }
            })
    }

    @Test func `outside of the window nothing is shown`() throws {
        let found = try deadlines(
            """
            - term-added:
                term: fee
                kind: fee
                set: { payer: a, payee: b, amount: USD 1, ends: { through: 2026-03-31 } }
            """, from: "2026-04-01", to: "2027-06-01")
        #expect(found.isEmpty, "\(found)")
    }

    /// The deadlines of an agreement of one recording on 2025-01-01.
    private func deadlines(_ events: String, from: Day, to: Day) throws -> [Deadline] {
        try Mill(events).deadlines(from: from, to: to)
    }
}
