import Amendments
import Ledger
import Terms
import Testing

/// What a term cannot begin or end by: checked when it is recorded.
struct StartRuleTests {
    private func refused(_ event: String, effective: String = "2021-01-01") async throws -> [String]
    {
        try await refusals(of: [
            firstChapter(fee()), chapter("more", effective, disclosed: "2021-01-01", event),
        ]).map(\.message)
    }

    private func adds(_ set: String) -> String {
        "- term-added: { term: new, kind: fee, set: { payer: a, payee: b, amount: USD 1, \(set) } }"
    }

    @Test(arguments: [
        "{ through: 2026 }", "{ until: 2026 }", "open",
        "{ last-of: [{ on: 2025-01-01 }, { through: 2026 }] }",
    ])
    func `a start that is an end is refused`(bound: String) async throws {
        let found = try await refused(adds("starts: \(bound)"))
        #expect(found.contains { $0.contains("which is an end, not a day") }, "\(found)")
    }

    @Test func `an end that is a beginning is refused`() async throws {
        let found = try await refused(adds("ends: { from: 2026-01-01 }"))
        #expect(found.count == 1)
        #expect(found.first?.contains("not an end") ?? false)
        #expect(
            try await !refused("- term-amended: { term: fee, set: { ends: { from: 2026 } } }")
                .isEmpty)
    }

    @Test func `what holds from no day is refused`() async throws {
        let found = try await refused(
            "- term-amended: { term: fee, set: { amount: USD 20 }, effective: open }")
        #expect(found.contains("'open' is no day from which something holds"), "\(found)")
    }

    @Test(arguments: [
        "starts: { on: 2025-01-01 }",
        "starts: { after: { of: { through: 2024-12-31 }, period: P1M } }",
        "ends: open", "ends: { first-of: [{ through: 2026-12-31 }, { until: 2027 }] }",
        "ends: { after: { of: { from: 2025-01-01 }, period: P1Y } }",
    ])
    func `what names a day on its own side is taken`(field: String) async throws {
        #expect(try await refused(adds(field)).isEmpty)
    }
}
