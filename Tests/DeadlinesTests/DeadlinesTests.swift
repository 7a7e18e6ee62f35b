import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What falls into a window of days.
struct DeadlinesTests {
    @Test func `a tacit renewal is told with the notice that would stop it`() throws {
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

    @Test func `outside of the window nothing is told`() throws {
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
