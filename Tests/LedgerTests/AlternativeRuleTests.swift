import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Terms
import Testing

/// Fields of which a term says one at most.
struct AlternativeRuleTests {
    static let royalty =
        "- term-added: { term: royalty, kind: royalty, set: { payer: a, payee: b, rate: 5% of sales } }"

    private func refused(_ events: String) async throws -> [String] {
        try await refusals(of: [
            firstChapter("\(fee())\n\(Self.royalty)"), chapter("more", "2021-01-01", events),
        ]).map(\.message)
    }

    private func royalty(_ set: String) -> String {
        "- term-amended: { term: royalty, set: { \(set) } }"
    }

    @Test(arguments: [
        "- term-added: { term: new, kind: royalty, set: { payer: a, payee: b, rate: 5% of s, unit-price: USD 1 per s } }",
        "- term-added: { term: new, kind: fee, set: { payer: a, payee: b, amount: undisclosed, unit-price: USD 1 per s } }",
        "- term-amended: { term: royalty, set: { unit-price: USD 1 per lens } }",
        "- term-amended: { term: fee, set: { unit-price: USD 1 per lens } }",
    ])
    func `two payments in one term are refused`(event: String) async throws {
        let found = try await refused(event)
        #expect(found.count == 1)
        #expect(found.first?.contains("they say two payments") ?? false, "\(found)")
    }

    @Test(arguments: [
        "rate: none, unit-price: USD 1 per lens", "rate: 6% of sales",
        "rate: 6% of sales, unit-price: none",
    ])
    func `one takes the place of the other in one event`(set: String) async throws {
        #expect(try await refused(royalty(set)).isEmpty)
    }
}
