import Payments
import Terms
import Testing

/// Rates and prices that change with how much is counted, or with time.
@Suite struct TieredMoneyTests {
    private static let steps =
        "steps: [{ up-to: USD 100.00, rate: 10% of sales }, { rate: 20% of sales }]"

    private func royalty(_ words: String, _ more: String = ", per: P1Y") throws -> TermCase {
        try TermCase("royalty", "tiers: { \(words)\(Self.steps) }\(more)")
    }

    private let halves = "2024-01/2024-06,sales,USD 80.00\n2024-07/2024-12,sales,USD 80.00"

    @Test func `a marginal rate applies to what lies in its step`() throws {
        let payable = try royalty("counted: per-period, applies: marginal, ").payable(halves)
        // 80 at 10%; then 20 at 10% and 60 at 20%.
        #expect(payable.amounts == [Amount(800), Amount(1_400)])
    }

    @Test func `a whole rate applies to all once its step is reached`() throws {
        let payable = try royalty("counted: per-period, applies: whole, ").payable(halves)
        // 160 at 20% is 32, of which 8 was counted before.
        #expect(payable.amounts == [Amount(800), Amount(2_400)])
    }

    @Test func `a whole rate that falls takes back what was counted before`() throws {
        let rebate = try TermCase(
            "royalty",
            """
            tiers: { counted: per-period, applies: whole, steps: \
            [{ up-to: USD 100.00, rate: 20% of sales }, { rate: 5% of sales }] }, per: P1Y
            """)
        let payable = try rebate.payable(halves)
        #expect(payable.amounts == [Amount(1_600), Amount(-800)])
        #expect(payable.total == Amount(800))
    }

    @Test func `each period counts from nothing, unless all of them count`() throws {
        let years = "2024,sales,USD 80.00\n2025,sales,USD 80.00"
        #expect(
            try royalty("counted: per-period, applies: marginal, ").payable(years).amounts
                == [Amount(800), Amount(800)])
        #expect(
            try royalty("counted: aggregate, applies: marginal, ").payable(years).amounts
                == [Amount(800), Amount(1_400)])
    }

    @Test func `what is not stated of the steps is counted every way`() throws {
        let payable = try royalty("counted: per-period, ").payable(halves)
        #expect(payable.amounts == [Amount(800), Amount(1_400, 2_400)])
        #expect(
            payable.stretches.flatMap(\.reasons).contains(
                "pay.it/tiers: whether a step's rate applies to all is not stated"))
    }

    @Test func `figures before the first line may have reached any step`() throws {
        let later = "2024-07/2024-12,sales,USD 80.00"
        #expect(
            try royalty("counted: per-period, applies: marginal, ").payable(later).total
                == Amount(800, 1_600))
        // All of the first hundred may be counted anew.
        #expect(
            try royalty("counted: aggregate, applies: whole, ").payable(later).total
                == Amount(800, 2_600))
    }

    @Test func `steps by time begin on their day`() throws {
        let royalty = try TermCase(
            "royalty",
            "tiers: { steps: [{ up-to: P1Y, rate: 10% of sales }, { rate: 20% of sales }] }")
        // 366 days of 2024 at 10%, 365 of 2025 at 20%.
        #expect(
            try royalty.payable("2024/2025,sales,USD 731.00").amounts == [Amount(3_660 + 7_300)])
    }

    @Test func `steps by quantity have prices`() throws {
        let fee = try TermCase(
            "fee",
            """
            tiers: { counted: per-period, applies: marginal, steps: \
            [{ up-to: 100, unit-price: USD 2.00 per call }, { unit-price: USD 1.50 per call }] }
            """)
        #expect(fee.terms.figureUse == .needed)
        #expect(try fee.payable("2024-01,call,150").total == Amount(27_500))
    }

    @Test func `tiers that are withheld are any rate`() throws {
        let royalty = try TermCase("royalty", "tiers: { redacted: \"[***]\" }")
        #expect(try royalty.payable("2024-01,sales,USD 1.00").total == Amount(0, nil))
    }
}
