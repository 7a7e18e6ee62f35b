import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Renewals in an agreement's whole history: recorded ones, notices, terminations.
struct RenewalSequenceTests {
    @Test func `a recorded renewal starts a new sequence from its own end`() throws {
        let found = try deadlines(
            [
                """
                - agreement-renewed:
                    term: life
                    ends: { through: 2027-06-30 }
                    effective: { on: 2026-01-01 }
                """
            ], from: "2025-06-01", to: "2028-12-31")
        #expect(days(.renews, in: found) == ["2026-01-01", "2027-07-01", "2028-07-01"])
        #expect(days(.notice, in: found) == ["2025-09-30", "2027-03-30", "2028-03-30"])
        #expect(days(.ends, in: found).isEmpty)
    }

    @Test func `a renewal recorded late still takes the place of a tacit one`() throws {
        let found = try deadlines(
            [
                """
                - agreement-extended:
                    term: life
                    ends: { through: 2027-06-30 }
                    effective: { on: 2025-12-31 }
                """
            ], from: "2025-06-01", to: "2027-12-31")
        #expect(days(.renews, in: found) == ["2027-07-01"])
    }

    @Test func `a notice in time ends it with the running term`() throws {
        let found = try deadlines(
            ["- notice-given: { term: life, by: a, effective: { on: 2025-09-30 } }"],
            from: "2025-06-01", to: "2028-12-31")
        #expect(days(.ends, in: found) == ["2025-12-31"])
        #expect(days(.renews, in: found).isEmpty)
    }

    @Test func `a notice given a day late ends it with the term after`() throws {
        let found = try deadlines(
            ["- notice-given: { term: life, by: a, effective: { on: 2025-10-01 } }"],
            from: "2025-06-01", to: "2028-12-31")
        #expect(days(.renews, in: found) == ["2026-01-01"])
        #expect(days(.ends, in: found) == ["2026-12-31"])
    }

    @Test func `nothing renews after a termination`() throws {
        let found = try deadlines(
            ["- agreement-terminated: { by: b, effective: { on: 2025-08-01 } }"],
            from: "2025-06-01", to: "2028-12-31")
        #expect(days(.agreementEnds, in: found) == ["2025-07-31"])
        #expect(days(.renews, in: found).isEmpty && days(.notice, in: found).isEmpty)
    }

    @Test func `a term through a month is noticed and renewed in windows`() throws {
        let found = try deadlines(
            [], ends: "{ through: 2025-12 }", from: "2025-06-01", to: "2026-06-01")
        let renewal = try #require(found.first { $0.what == .renews })
        #expect(renewal.when == .within(first: "2025-12-02", last: "2026-01-01"))
        let notice = try #require(found.first { $0.what == .notice })
        #expect(notice.when == .within(first: "2025-09-01", last: "2025-09-30"))
        #expect(notice.isTentative)
    }

    private func days(_ what: Deadline.What, in deadlines: [Deadline]) -> [Day] {
        deadlines.compactMap { deadline in
            guard deadline.what == what, case .on(let day) = deadline.when else { return nil }
            return day
        }
    }

    /// An agreement through 2025-12-31 that renews by a year, with three months' notice, and more events.
    private func deadlines(
        _ events: [String], ends: String = "{ through: 2025-12-31 }", from: Day, to: Day
    ) throws -> [Deadline] {
        try Mill(
            """
            - term-added:
                term: life
                kind: term-and-renewal
                set: { ends: \(ends), renewal: automatic, renewal-period: P1Y, notice: P3M }
            """, later: events
        ).deadlines(from: from, to: to)
    }
}
