import Effort
import Payments
import Terms
import Testing

/// What a facility costs on what is drawn, and what a service credits.
@Suite struct InterestMoneyTests {
    private static let facility = """
        term-added: { term: loan, kind: credit-facility, set: { borrower: quill, lender: lantern, \
        commitment: USD 1000.00 } }
        """

    private func margin(_ fields: String, indices: String = "") throws -> TermCase {
        try TermCase("margin", "on: loan, \(fields)", indices: indices, beside: [Self.facility])
    }

    private func reasons(_ calculation: Calculation) -> [String] {
        calculation.paymentSpans.flatMap(\.reasons)
    }

    @Test func `a rate on what is drawn is counted by the days as they are stated`() throws {
        func interest(_ dayCount: String, _ figures: String) throws -> Amount {
            try margin("rate: 3.6% of loans, day-count: \(dayCount)").payable(figures).total
        }
        // 31 days at 3.6% of 1,000.
        #expect(try interest("actual/360", "2024-01,loans,USD 1000.00") == Amount(310))
        // 3.6% × 31 ÷ 365 is 0.305753… %.
        #expect(try interest("actual/365", "2024-01,loans,USD 1000.00") == Amount(306))
        #expect(try interest("actual/actual", "2024,loans,USD 1000.00") == Amount(3_600))
        #expect(try interest("actual/365", "2024,loans,USD 1000.00") == Amount(3_610))
        // Every month has 30 days.
        #expect(try interest("30e/360", "2024-01,loans,USD 1000.00") == Amount(300))
        #expect(try interest("30e/360", "2024-02,loans,USD 1000.00") == Amount(300))
    }

    @Test func `without a count of days it is any amount`() throws {
        let payable = try margin("rate: 3.6% of loans").payable("2024-01,loans,USD 1000.00")
        #expect(payable.total == Amount(0, nil))
        #expect(
            reasons(payable).contains(
                "how the days of pay.it are counted (day-count) is not stated: any amount"))
        #expect(
            try margin("rate: 3.6% of loans").payable("2024-01,loans,USD 0.00").total == .zero)
    }

    private static let floating =
        "rate: 1.6% of loans, base: Term SOFR, base-floor: 1% of loans, day-count: actual/360"

    @Test func `a margin is charged over the rate of each day, which is at least its floor`() throws
    {
        let indices = "2024-01,Term SOFR,2\n2024-01-31,Term SOFR,5\n2024-02,Term SOFR,0.5\n"
        let margin = try margin(Self.floating, indices: indices)
        // 30 days at 3.6% and one at 6.6%.
        #expect(try margin.payable("2024-01,loans,USD 1000.00").total == Amount(318))
        // 29 days at 2.6%.
        #expect(try margin.payable("2024-02,loans,USD 1000.00").total == Amount(209))
    }

    @Test func `a rate of which no figure is given is its floor or more`() throws {
        let payable = try margin(Self.floating).payable("2024-01,loans,USD 1000.00")
        // 31 days at 2.6%.
        #expect(payable.total == Amount(224, nil))
        #expect(
            reasons(payable).contains(
                "pay.it is charged over Term SOFR, of which no figure is given"))
        let bare = try margin("rate: 1.6% of loans, base: Term SOFR, day-count: actual/360")
        #expect(try bare.payable("2024-01,loans,USD 1000.00").total == Amount(0, nil))
    }

    @Test func `a commitment fee is charged on what is not drawn`() throws {
        let fee = try margin(
            "charge: commitment-fee, rate: 3.6% of unused commitments, day-count: actual/360")
        #expect(try fee.payable("2024-01,drawn,USD 600.00").total == Amount(124))
        #expect(try fee.payable("2024-01,unused commitments,USD 400.00").total == Amount(124))
        #expect(try fee.payable("2024-01,drawn,USD 1200.00").total == .zero)
    }

    private static let level =
        "rate: 3.6% of loans, day-count: actual/360, measure: leverage, at-least: 200% of EBITDA, less-than: 350% of EBITDA"

    @Test func `a level of a grid is charged where what is measured lies in it`() throws {
        let margin = try margin(Self.level)
        #expect(margin.terms.bases == ["drawn", "leverage", "loans"])
        #expect(margin.terms.countsSeveralBases)
        func charged(_ leverage: String) throws -> Amount {
            try margin.payable("2024-01,loans,USD 1000.00\n2024-01,leverage,\(leverage)").total
        }
        #expect(try charged("2") == Amount(310))
        #expect(try charged("3.499999") == Amount(310))
        #expect(try charged("3.5") == .zero)
        #expect(try charged("1.999999") == .zero)
        #expect(try margin.payable("2024-01,loans,USD 1000.00").total == Amount(0, 310))
    }

    @Test func `a level in words alone may be reached or not`() throws {
        let margin = try margin("rate: 3.6% of loans, day-count: actual/360, level: Level II")
        #expect(try margin.payable("2024-01,loans,USD 1000.00").total == Amount(0, 310))
    }

    private func service(_ more: String = "") throws -> TermCase {
        try TermCase(
            "service-level",
            "measure: uptime, at-least: 99.9% of minutes, credit: 10% of fees\(more)")
    }

    @Test func `a service below its level is credited, and one that keeps to it is not`() throws {
        let service = try service()
        func credited(_ uptime: String) throws -> Amount {
            try service.payable("2024-01,fees,USD 50.00\n2024-01,uptime,\(uptime)").total
        }
        #expect(try credited("0.998999") == Amount(500))
        #expect(try credited("0.999") == .zero)
        // Meant in percent, perhaps.
        #expect(try credited("99.5") == Amount(0, 500))
        #expect(try service.payable("2024-01,fees,USD 50.00").total == Amount(0, 500))
    }

    @Test func `a credit is at most its cap`() throws {
        let service = try service(", credit-cap: 4% of fees")
        #expect(
            try service.payable("2024-01,fees,USD 50.00\n2024-01,uptime,0.5").total == Amount(200))
    }

    @Test func `a service level without a credit has no amount`() {
        #expect(throws: NoMoney.self) {
            try TermCase("service-level", "measure: uptime, at-least: 99.9% of minutes")
        }
    }

    /// Day by day in plain fractions: what is drawn, times the rate of the day, over 360 or 365.
    @Test func `random interest is what a day-by-day account of it says`() throws {
        var random = Seeded(53)
        for round in 0..<Rounds.of(400) {
            let year = random.chance(2) ? 360 : 365
            let steps = [Int128(random.below(60_000)), Int128(random.below(60_000))]
            let floor = random.below(40_000)
            // In hundredths of a percent for each month.
            let published = (0..<6).map { _ in 1 + random.below(500) }
            let change = Int.random(in: 2...150, using: &random)
            let from = ("2024-01-01" as Day).adding(days: change)
            func fields(_ rate: Int128) -> String {
                "rate: \(PaymentText.percent(rate).replacing("revenue", with: "loans"))"
            }
            let margin = try TermCase(
                "margin",
                "on: loan, \(fields(steps[0])), base: SOFR, base-floor: "
                    + "\(PaymentText.percent(floor).replacing("revenue", with: "loans")), day-count: actual/\(year)",
                later: [
                    "term-amended: { term: pay.it, set: { \(fields(steps[1])) }, effective: { on: \(from) } }"
                ],
                indices: published.enumerated().map { index, rate in
                    "2024-0\(index + 1),SOFR,\(rate / 100).\(rate % 100 < 10 ? "0" : "")\(rate % 100)\n"
                }.joined(),
                beside: [Self.facility])
            let drawn = (0..<6).map { _ in random.below(9_999_999) }
            let payable = try margin.payable(
                drawn.enumerated().map { index, cents in
                    "2024-0\(index + 1),loans,\(PaymentText.cents(cents))\n"
                }.joined())
            var expected: [Amount] = []
            for month in 1...6 {
                var sum = PlainFraction(0)
                var day = try #require(Day("2024-0\(month)-01"))
                while day.month == month {
                    let margin = steps[day < from ? 0 : 1]
                    // In parts per million.
                    let rate = margin + max(floor, published[month - 1] * 100)
                    sum = sum + PlainFraction(drawn[month - 1] * rate, 1_000_000 * Int128(year))
                    day = day.adding(days: 1)
                }
                expected.append(Amount(sum.evenly))
            }
            #expect(payable.amounts == expected, "\(round)")
        }
    }
}
