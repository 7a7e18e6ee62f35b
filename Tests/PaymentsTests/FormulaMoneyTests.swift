import Effort
import Payments
import Terms
import Testing

/// Payments that are worked out by formulas.
@Suite struct FormulaMoneyTests {
    private func royalty(_ formula: String, _ more: String = "") throws -> TermCase {
        try TermCase("royalty", "formula: '\(formula)'\(more)")
    }

    @Test func `a share of what is left of two figures`() throws {
        let royalty = try royalty("5% of ([gross sales] net of [returns])")
        #expect(royalty.terms.bases == ["gross sales", "returns"])
        #expect(royalty.terms.countsSeveralBases)
        let payable = try royalty.payable(
            """
            2024-01,gross sales,USD 1000.00
            2024-01,returns,USD 200.00
            2024-02,gross sales,USD 10.00
            2024-02,returns,USD 50.00
            """)
        // What would be below nothing is nothing.
        #expect(payable.amounts == [Amount(4_000), .zero])
    }

    @Test func `the greater of a share and a field of the term`() throws {
        let royalty = try royalty("max(5% of [sales], minimum)", ", minimum: USD 30.00, per: P1M")
        let payable = try royalty.payable("2024-01,sales,USD 1000.00\n2024-02,sales,USD 100.00")
        #expect(payable.amounts == [Amount(5_000), Amount(3_000)])
    }

    @Test func `thirds are exact`() throws {
        let royalty = try royalty("1/3 of [sales] + 1/3 of [sales] + 1/3 of [sales]")
        #expect(try royalty.payable("2024-01,sales,USD 100.01").total == Amount(10_001))
    }

    @Test func `a quantity at a price beside an amount`() throws {
        let royalty = try royalty("units [wafer] * USD 2.50 per [wafer] + 1% of [sales]")
        #expect(
            try royalty.payable("2024-01,sales,USD 100.00\n2024-01,wafer,3").total == Amount(850))
    }

    @Test func `a field that is a range makes a range, and one that is withheld any amount`() throws
    {
        let range = try royalty(
            "max(5% of [sales], minimum)",
            ", minimum: { between: [USD 10.00, USD 80.00] }, proration: by-days, per: P1Y")
        #expect(try range.payable("2024,sales,USD 1000.00").total == Amount(5_000, 8_000))
        let withheld = try royalty("min(5% of [sales], cap)", ", cap: undisclosed, per: P1Y")
        #expect(try withheld.payable("2024,sales,USD 1000.00").total == Amount(0, 5_000))
    }

    @Test func `a figure that is not given is any amount`() throws {
        let royalty = try royalty("min([sales], USD 10.00) + [other]")
        #expect(try royalty.payable("2024-01,sales,USD 3.00").total == Amount(0, nil))
    }

    @Test func `a fee without figures is counted for each of its periods`() throws {
        let fee = try TermCase("fee", "formula: 'max(1/3 of USD 300.00, USD 70.00)', per: P1Y")
        #expect(fee.terms.figureUse == .none)
        #expect(
            try fee.payable("2024-01-01", "2025-12-31").amounts == [Amount(10_000), Amount(10_000)])
    }

    @Test func `a field of a term that is not there is any amount`() throws {
        let fee = try TermCase("fee", "formula: '2 * fee.other/amount', per: P1Y")
        #expect(try fee.payable("2024-01-01", "2024-12-31").total == Amount(0, nil))
    }

    @Test func `days of one figure under another formula count their part`() throws {
        let royalty = try TermCase(
            "royalty", "formula: '10% of [sales]'",
            later: [
                "term-amended: { term: pay.it, set: { formula: '20% of [sales]' }, "
                    + "effective: { on: 2024-07-01 } }"
            ])
        // 182 days at 10% and 184 at 20%, of 366.
        #expect(try royalty.payable("2024,sales,USD 366.00").total == Amount(1_820 + 3_680))
    }

    /// The same in cents, by hand.
    @Test func `random formulas give the amount that they say`() throws {
        var random = Seeded(31)
        for round in 0..<Rounds.of(400) {
            let (gross, returns) = (random.below(99_999), random.below(99_999))
            let (percent, least, most) = (
                random.below(100), random.below(9_999), random.below(9_999)
            )
            let royalty = try royalty(
                "min(max(\(percent)% of ([gross] - [returns]), \(PaymentText.cents(least))), "
                    + "\(PaymentText.cents(most)))")
            let payable = try royalty.payable(
                "2024-01,gross,\(PaymentText.cents(gross))\n2024-01,returns,\(PaymentText.cents(returns))"
            )
            // In hundredths of a cent.
            let exact = min(max(percent * (gross - returns), least * 100), most * 100)
            let (cents, rest) = exact.quotientAndRemainder(dividingBy: 100)
            let isUp = rest > 50 || (rest == 50 && cents % 2 == 1)
            #expect(payable.total == Amount(isUp ? cents + 1 : cents), "\(round)")
        }
    }
}
