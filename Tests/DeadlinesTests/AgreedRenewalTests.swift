import Deadlines
import Terms
import Testing

/// What the period of notice before an end is of: against a renewal, or for one.
struct AgreedRenewalTests {
    private func found(_ renewal: String) throws -> [Deadline] {
        try Mill(
            """
            - term-added:
                term: life
                kind: term-and-renewal
                set: { ends: { through: 2026-05-31 }, \(renewal)renewal-period: P1Y, notice: P30D }
            """
        ).deadlines(from: "2026-01-01", to: "2026-12-31")
    }

    @Test func `where the parties must agree to renew, that day is the last to agree`() throws {
        let found = try found("renewal: by-agreement, ")
        #expect(found.map(\.what) == [.renewalDue, .ends])
        #expect(found.map(\.when) == [.on("2026-05-01"), .on("2026-05-31")])
        #expect(found.first?.isTentative == false)
    }

    @Test func `where it renews by itself, that day is the last for a notice`() throws {
        let due = try found("renewal: automatic, ").filter { $0.when == .on("2026-05-01") }
        #expect(due.map(\.what) == [.notice])
        #expect(due.first?.isTentative == false)
    }

    @Test(arguments: [("", nil), ("renewal: undisclosed, ", ValueState.undisclosed)])
    func `where nothing says how it renews, the day of notice is not certain`(
        renewal: String, mode: ValueState?
    ) throws {
        let due = try #require(try found(renewal).first { $0.when == .on("2026-05-01") })
        #expect(due.what == .notice)
        #expect(due.isTentative)
        #expect(due.basis.contains(.renewalNotKnown(mode)))
    }

    @Test func `a term that is not renewed has no day to agree on it`() throws {
        #expect(try found("renewal: none, ").map(\.what) == [.ends])
    }
}
