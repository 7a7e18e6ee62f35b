import Effort
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
            payable.paymentSpans.flatMap(\.reasons).contains(
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

    // MARK: Rates by a count of something else

    private func byCopies(_ applies: String, _ more: String = ", per: P1Y") throws -> TermCase {
        try TermCase(
            "royalty",
            """
            tiers: { by: copies, counted: per-period, applies: \(applies), steps: \
            [{ up-to: 1000, rate: 5% of net sales }, { rate: 4% of net sales }] }\(more)
            """)
    }

    private func lines(_ lines: (month: String, copies: Int, dollars: Int)...) -> String {
        lines.map { line in
            "2024-\(line.month),net sales,USD \(line.dollars).00\n2024-\(line.month),copies,\(line.copies)"
        }.joined(separator: "\n")
    }

    @Test func `the first thousand copies at one rate, and those above at another`() throws {
        let royalty = try byCopies("marginal")
        #expect(royalty.terms.bases == ["copies", "net sales"])
        #expect(royalty.terms.countsSeveralBases)
        let payable = try royalty.payable(lines(("01", 1_000, 20_000), ("02", 500, 10_000)))
        #expect(payable.amounts == [Amount(100_000), Amount(40_000)])
    }

    @Test func `what one line sold on both sides of a step may be at either rate`() throws {
        let payable = try byCopies("marginal").payable(lines(("01", 1_500, 30_000)))
        #expect(payable.amounts == [Amount(120_000, 150_000)])
    }

    @Test func `a rate of the whole counts what came before anew`() throws {
        let payable = try byCopies("whole").payable(
            lines(("01", 1_000, 20_000), ("02", 500, 10_000)))
        // 30,000 at 4% is 1,200, of which 1,000 was counted before.
        #expect(payable.amounts == [Amount(100_000), Amount(20_000)])
    }

    @Test func `without the count it is one of the rates`() throws {
        let payable = try byCopies("marginal").payable("2024-01,net sales,USD 100.00")
        #expect(payable.amounts == [Amount(400, 500)])
        #expect(try byCopies("marginal").payable("2024-01,copies,5").total == Amount(0, nil))
    }

    @Test func `the count of earlier lines that are not given may have reached any step`() throws {
        let payable = try byCopies("marginal").payable(
            "2024-07/2024-12,net sales,USD 100.00\n2024-07/2024-12,copies,10")
        #expect(payable.amounts == [Amount(400, 500)])
    }

    @Test func `however the copies were priced, what is owed on them lies in the range`() throws {
        var random = Seeded(8)
        let royalty = try byCopies("marginal")
        for round in 0..<Rounds.of(500, else: 60) {
            let copies = (0..<3).map { _ in Int.random(in: 1...900, using: &random) }
            // A price for each copy, in whole dollars.
            let prices = copies.map { count in
                (0..<count).map { _ in Int.random(in: 0...40, using: &random) }
            }
            let months = ["01", "02", "03"]
            let figures = zip(months, zip(copies, prices)).map { month, sold in
                "2024-\(month),net sales,USD \(sold.1.reduce(0, +)).00\n2024-\(month),copies,\(sold.0)"
            }.joined(separator: "\n")
            let amounts = try royalty.payable(figures).amounts
            var number = 0
            for (amount, line) in zip(amounts, prices) {
                let isOnOneSide = number >= 1_000 || number + line.count <= 1_000
                var cents = 0
                for price in line {
                    number += 1
                    cents += price * (number <= 1_000 ? 5 : 4)
                }
                #expect(amount.low <= cents && cents <= amount.high ?? 0, "\(round)")
                #expect(!isOnOneSide || amount == Amount(Int128(cents)), "\(round)")
            }
        }
    }

    @Test(arguments: [
        "steps: [{ up-to: 1000, rate: 5% of net sales }, { rate: 4% of net sales }]",
        "by: copies, steps: [{ up-to: USD 10, rate: 5% of net sales }, { rate: 4% of net sales }]",
        "by: net sales, steps: [{ up-to: 10, rate: 5% of net sales }, { rate: 4% of net sales }]",
        "by: copies, steps: [{ up-to: P1Y, rate: 5% of net sales }, { rate: 4% of net sales }]",
        "by: copies, steps: [{ up-to: 5, unit-price: USD 2 per copy }, { unit-price: USD 1 per copy }]",
    ])
    func `what is counted is said where rates go by quantities, and there alone`(_ tiers: String) {
        withKnownIssue("it is refused") { _ = try TermCase("royalty", "tiers: { \(tiers) }") }
    }
}
