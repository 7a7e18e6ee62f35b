import Effort
import Notation
import Payments
import Terms
import Testing

/// Amounts that follow an index.
@Suite struct IndexedMoneyTests {
    private static let figures = """
        2023-12,CPI-U,300
        2024-12,CPI-U,330
        2025-12,CPI-U,326.7
        """

    private func fee(_ bounds: String = "", indices: String = figures) throws -> TermCase {
        try TermCase(
            "fee",
            "amount: USD 100.00, per: P1Y, "
                + "index: { name: CPI-U, base: 2023-12, each: P1Y\(bounds) }", indices: indices)
    }

    @Test func `the amount of each year follows the change of the figure`() throws {
        // 300 to 330 is 10% more; 330 to 326.7 is 1% less.
        #expect(
            try fee().payable("2024-01-01", "2026-12-31").amounts
                == [Amount(10_000), Amount(11_000), Amount(10_890)])
    }

    @Test func `a floor and a ceiling bound each change`() throws {
        #expect(
            try fee(", floor: 0%, ceiling: 5%").payable("2024-01-01", "2026-12-31").amounts
                == [Amount(10_000), Amount(10_500), Amount(10_500)])
    }

    @Test func `a figure that is not given leaves what the bounds leave`() throws {
        let payable = try fee(", floor: 0%, ceiling: 5%").payable("2027-01-01", "2027-12-31")
        #expect(payable.total == Amount(10_500, 11_025))
        #expect(
            payable.paymentSpans.flatMap(\.reasons).contains(
                "pay.it follows CPI-U, of which no figure is given for 2026-12"))
        #expect(
            try fee(indices: "").payable("2025-01-01", "2025-12-31").total == Amount(0, nil))
    }

    @Test func `a part of a year is a part of its own amount`() throws {
        // The last day of 2024 at 100 ÷ 366, and the first of 2025 at 110 ÷ 365.
        #expect(
            try fee().payable("2024-12-31", "2025-01-01").amounts == [Amount(27), Amount(30)])
    }

    @Test func `an index without periods is any amount`() throws {
        let price = try TermCase(
            "fee", "amount: USD 100.00, index: { name: CPI-U, base: 2023-12, each: P1Y }",
            indices: Self.figures)
        #expect(try price.payable("2024-01-01", "2024-12-31").total == Amount(0, nil))
    }

    @Test func `a commitment follows its index too`() throws {
        let least = try TermCase(
            "minimum-commitment",
            "amount: USD 100.00, per: P1Y, index: { name: CPI-U, base: 2023-12, each: P1Y }",
            indices: Self.figures)
        #expect(try least.payable("2025-01-01", "2025-12-31").total == Amount(11_000))
        #expect(try least.payable("2025,power,USD 30.00").total == Amount(11_000))
    }

    /// In whole numbers: cents times all figures, over all figures before them.
    @Test func `random figures give the amount that an account in whole numbers says`() throws {
        var random = Seeded(5)
        for round in 0..<Rounds.of(200) {
            let values = (0...4).map { _ in 100 + random.below(900) }
            let lines = values.enumerated().map { "\(2023 + $0)-12,CPI-U,\($1)" }
            let cents = random.below(99_999)
            let fee = try TermCase(
                "fee",
                "amount: \(PaymentText.cents(cents)), per: P1Y, "
                    + "index: { name: CPI-U, base: 2023-12, each: P1Y }",
                indices: lines.joined(separator: "\n"))
            let expected = values.map { value in
                let (whole, rest) = (cents * value).quotientAndRemainder(dividingBy: values[0])
                let isUp = rest * 2 > values[0] || (rest * 2 == values[0] && whole % 2 == 1)
                return Amount(isUp ? whole + 1 : whole)
            }
            #expect(
                try fee.payable("2024-01-01", "2028-12-31").amounts == expected, "\(round)")
        }
    }

    @Test(arguments: [
        ("index,value\n", "the header is"), ("period,index,value\n2024-13,C,1\n", "'2024-13'"),
        ("period,index,value\n2024,C,0\n", "'0' is not a figure"),
        ("period,index,value\n2024,C,1\n2024,C,2\n", "C has two figures for 2024"),
        ("period,index,value\n2024,,1\n", "the index has no name"),
    ])
    func `a wrong file of figures is refused with its place`(text: String, says: String) {
        let error = #expect(throws: Problem.self) { try IndexFile.read(text) }
        #expect(error?.message.contains(says) ?? false)
        #expect(error?.mark != nil)
    }
}
