import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// What an amount that is agreed cannot be: checked when it is recorded, and never when it is read.
struct AmountRuleTests {
    private func refused(_ events: String) async throws -> [Violation] {
        let law = "- term-added: { term: law, kind: governing-law, set: { law: X } }"
        return try await refusals(of: [
            firstChapter("\(fee())\n\(law)"), chapter("more", "2021-01-01", events),
        ])
    }

    private func adds(_ kind: String, _ set: String) -> String {
        "- term-added: { term: new, kind: \(kind), set: { \(set) } }"
    }

    @Test(arguments: [
        ("revenue-share", "payer: a, payee: b, cap: USD -5", "cap is USD -5, below zero"),
        ("revenue-share", "payer: a, payee: b, floor: USD -0.01", "floor is USD -0.01"),
        ("royalty", "payer: a, payee: b, minimum: EUR -1", "minimum is EUR -1"),
        ("fee", "payer: a, payee: b, amount: { between: [USD -1, USD 1] }", "amount is USD -1"),
        ("minimum-commitment", "obligor: a, beneficiary: b, amount: USD -1", "amount is USD -1"),
        ("equity-stake", "holder: a, issuer: b, valuation: USD -1", "valuation is USD -1"),
        ("volume-commitment", "obligor: a, beneficiary: b, quantity: -5", "quantity is -5"),
        (
            "supply", "supplier: a, buyer: b, minimum-quantity: { between: [-1, 5] }",
            "minimum-quantity is -1"
        ),
    ])
    func `an agreed amount below zero is refused`(
        kind: String, set: String, words: String
    ) async throws {
        let found = try await refused(adds(kind, set))
        #expect(found.count == 1)
        #expect(found.first?.message.contains(words) ?? false, "\(found.map(\.message))")
        #expect(found.first?.mark != nil)
    }

    @Test func `an amendment and a correction are held to it too`() async throws {
        #expect(try await refused(amends("amount: USD -1")).count == 1)
        let correction = """
            - event-corrected:
                event: opening#4
                reason: misread
                replacement:
                  term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD -1 } }
            """
        #expect(try await refused(correction).contains { $0.message.contains("below zero") })
    }

    @Test(arguments: [
        "- amount-accrued: { term: fee, amount: USD -4, period: 2020-02 }",
        "- value-reported: { term: fee, field: amount, value: USD -4 }",
        "- term-amended: { term: fee, set: { amount: USD 0 } }",
    ])
    func `a credit, a report and nothing are no amounts owed below zero`(
        event: String
    ) async throws {
        #expect(try await refused(event).isEmpty)
    }

    @Test(arguments: ["cap", "floor"])
    func `a bound on what has no amount of money is refused, with what it may be on`(
        kind: String
    ) async throws {
        let found = try await refused(adds(kind, "on: law, amount: USD 1"))
        #expect(
            found.map(\.message) == [
                "a \(kind) cannot be on 'law': a governing-law has no amount of money"
            ])
        #expect(
            found.first?.hint
                == "a \(kind) is on a term of the kind revenue-share, royalty, fee, cap, floor, "
                + "minimum-commitment, investment, sale, milestone, indemnity, other")
        #expect(try await refused(adds(kind, "on: fee, amount: USD 1")).isEmpty)
    }

    @Test func `a margin is on a facility, and on nothing else`() async throws {
        let loan = adds("credit-facility", "borrower: a, lender: b, commitment: USD 5")
        let margin =
            "- term-added: { term: margin, kind: margin, set: { on: %, rate: 1% of principal } }"
        #expect(
            try await refused("\(loan)\n\(margin.replacing("on: %", with: "on: new"))").isEmpty)
        let found = try await refused(margin.replacing("on: %", with: "on: fee"))
        #expect(
            found.map(\.message) == ["a margin cannot be on 'fee': a fee lends no money"])
    }

    @Test func `a figure of a covenant may be below zero, and no one covenants with itself`()
        async throws
    {
        let minimum = "covenant: financial, measure: EBITDA, minimum: USD -5000000"
        #expect(
            try await refused(adds("covenant", "obligor: a, beneficiary: b, \(minimum)")).isEmpty)
        let found = try await refused(adds("covenant", "obligor: a, beneficiary: a, \(minimum)"))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("are one party") ?? false)
    }

    @Test func `what was recorded before the rule goes on and is amended`() async throws {
        let opening = firstChapter(fee().replacing("USD 10", with: "USD -10"))
        let all = try recordings(yaml: [opening, chapter("more", "2021-01-01", amends("per: P1M"))])
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        _ = try await book.store.append(all[0], by: "ana", expecting: [:])
        #expect(try await book.violations(of: all[1], by: "ana").isEmpty)
    }

    @Test(arguments: ["revenue-share", "royalty"])
    func `a payment may be more than its base`(kind: String) async throws {
        #expect(
            try await refused(adds(kind, "payer: a, payee: b, rate: 110% of cost")).isEmpty)
    }

    @Test func `a stake may not be more than all`() async throws {
        let found = try await refused(
            adds("equity-stake", "holder: a, issuer: b, percentage: 110% of the shares"))
        #expect(found.map(\.message) == ["110% is more than the whole of the shares"])
    }
}
