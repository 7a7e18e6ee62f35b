import Payments
import Terms
import Testing

/// What is paid for what is supplied, taken or not.
@Suite struct SuppliedMoneyTests {
    private func supply(_ fields: String) throws -> TermCase { try TermCase("supply", fields) }

    private static let least = "minimum-quantity: 100, unit: wafers, per: P1Y"
    private static let price = "unit-price: USD 2.50 per wafer"

    @Test func `what is taken is paid at its price`() throws {
        let supply = try supply(Self.price)
        #expect(supply.terms.bases == ["wafer"])
        #expect(supply.terms.figureUse == .needed)
        #expect(
            try supply.payable("2024-01,wafer,40\n2024-02,wafer,1.5").amounts == [
                Amount(10_000), Amount(375),
            ])
    }

    @Test func `under take or pay the shortfall of a period is paid for on its last day`() throws {
        let supply = try supply("\(Self.least), take-or-pay: yes, \(Self.price)")
        #expect(
            try supply.payable("2024-01/2024-06,wafer,30\n2024-07/2024-12,wafer,20").amounts
                == [Amount(7_500), Amount(17_500)])
        #expect(
            try supply.payable("2024-01/2024-06,wafer,90\n2024-07/2024-12,wafer,60").total
                == Amount(37_500))
    }

    @Test func `without take or pay a shortfall is not paid for`() throws {
        let supply = try supply("\(Self.least), take-or-pay: no, \(Self.price)")
        #expect(try supply.payable("2024,wafer,30").total == Amount(7_500))
    }

    @Test func `whether a shortfall is paid for may not be stated: then it may be`() throws {
        let payable = try supply("\(Self.least), \(Self.price)").payable("2024,wafer,30")
        #expect(payable.total == Amount(7_500, 25_000))
        #expect(
            payable.paymentSpans.flatMap(\.reasons).contains(
                "whether a shortfall of pay.it is paid for (take-or-pay) is not stated"))
    }

    @Test func `a least quantity that is withheld may be any`() throws {
        let supply = try supply(
            "minimum-quantity: undisclosed, per: P1Y, take-or-pay: yes, \(Self.price)")
        #expect(try supply.payable("2024,wafer,30").total == Amount(7_500, nil))
    }

    @Test func `a least quantity without periods may be missing on some day`() throws {
        let supply = try supply(
            "minimum-quantity: 100, unit: wafers, take-or-pay: yes, \(Self.price)")
        #expect(try supply.payable("2024,wafer,30").total == Amount(7_500, 25_000))
    }

    @Test func `prices may be in tiers, and then no price of a shortfall is stated`() throws {
        let tiers = """
            tiers: { counted: per-period, applies: marginal, steps: \
            [{ up-to: 20, unit-price: USD 3.00 per wafer }, { unit-price: USD 2.00 per wafer }] }
            """
        #expect(try supply("per: P1Y, \(tiers)").payable("2024,wafer,30").total == Amount(8_000))
        #expect(
            try supply("\(Self.least), take-or-pay: yes, \(tiers)").payable("2024,wafer,30").total
                == Amount(8_000, nil))
    }

    @Test func `a price that is withheld is any price`() throws {
        let supply = try supply("unit-price: undisclosed")
        #expect(try supply.payable("2024,wafer,30").total == Amount(0, nil))
    }

    @Test func `a supply of which no price was ever stated has no amount`() {
        #expect(throws: NoMoney.self) { try supply(Self.least) }
    }
}
