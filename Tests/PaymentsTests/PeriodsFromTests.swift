import Payments
import Terms
import Testing

/// Calendar years, fiscal years and contract years: from which day periods are counted, and what follows where that is not
/// stated.
@Suite struct PeriodsFromTests {
    private func royalty(_ more: String, from day: Day = "2024-03-01") throws -> TermCase {
        try TermCase(
            "royalty", "rate: 10% of sales, minimum: USD 366.00, per: P1Y\(more)", from: day)
    }

    private let halves =
        "2024-03-01/2024-06-30,sales,USD 10.00\n2024-07-01/2025-06-30,sales,USD 10.00"

    @Test
    func `a least for each fiscal year is owed by the days of the first, and whole for the next`()
        throws
    {
        let payable = try royalty(", periods-from: 2024-07-01").payable(halves)
        // 122 of the 366 days to 30 June 2024; then a whole year.
        #expect(payable.amounts == [Amount(12_200), Amount(36_600)])
        #expect(
            payable.paymentSpans.flatMap(\.reasons).contains(
                "the term begins inside a period of 1 year: what is counted over it counts by its days"
            ))
    }

    @Test(arguments: ["2024-07-01", "2019-07-01", "2031-07-01"])
    func `any first day of such a year says the same`(_ day: String) throws {
        #expect(
            try royalty(", periods-from: \(day)").payable(halves).amounts
                == [Amount(12_200), Amount(36_600)])
    }

    @Test func `contract years from the start are counted from it, stated or not`() throws {
        let figures = "2024-03-01/2025-02-28,sales,USD 10.00"
        let stated = try royalty(", periods-from: 2024-03-01").payable(figures)
        let left = try royalty("").payable(figures)
        #expect(stated.amounts == [Amount(36_600)])
        #expect(left.amounts == stated.amounts)
    }

    @Test func `where it is not stated the answer gives both readings`() throws {
        let payable = try royalty("").payable("2024-03-01/2025-02-28,sales,USD 10.00")
        #expect(
            payable.paymentSpans.flatMap(\.reasons).contains(
                "from which day each 1 year is counted is not stated: counted from 2024-03-01, the first "
                    + "day of the term; if meant by calendar years, one would begin on 2024-01-01"))
        // Both readings are one where the term begins with the year.
        let same = try royalty("", from: "2024-01-01").payable("2024,sales,USD 10.00")
        let reasons: [String] = same.paymentSpans.flatMap(\.reasons)
        #expect(!reasons.contains { $0.contains("is not stated") })
    }

    @Test(arguments: ["2024-07", "undisclosed", "unknown"])
    func `a day that is not known leaves open what is owed when`(_ day: String) throws {
        let payable = try royalty(", periods-from: \(day)").payable(
            "2024-07-01/2025-06-30,sales,USD 10.00")
        // The share is USD 1.00, a least is owed once, twice or not yet.
        #expect(payable.total.low <= 100)
        #expect(payable.total.high.map { $0 >= 36_600 } ?? true)
        #expect(!payable.total.isExact)
    }

    @Test func `a fee of each quarter of the calendar`() throws {
        let fee = try TermCase(
            "fee", "amount: USD 91.00, per: P1Q, periods-from: 2024-01-01", from: "2024-02-01")
        #expect(try fee.payable("2024-02-01", "2024-03-31").amounts == [Amount(6_000)])
        #expect(try fee.payable("2024-04-01", "2024-06-30").amounts == [Amount(9_100)])
    }

    @Test func `a cap of each calendar year is used up by its own figures alone`() throws {
        let capped = try TermCase(
            "royalty",
            "rate: 10% of sales, cap: USD 10.00, per: P1Y, periods-from: 2025-01-01",
            from: "2024-01-01")
        let payable = try capped.payable(
            "2024-01/2024-06,sales,USD 80.00\n2024-07/2024-12,sales,USD 80.00\n2025-01/2025-06,sales,USD 80.00"
        )
        #expect(payable.amounts == [Amount(800), Amount(200), Amount(800)])
    }

    @Test
    func `a floor with a life of its own is owed for each line or not at all, without a period`()
        throws
    {
        let share = try TermCase(
            "revenue-share", "rate: 10% of sales",
            later: [
                "term-added: { term: least, kind: floor, set: { on: pay.it, amount: USD 50.00, period: per-period } }"
            ])
        let payable = try share.payable("2024-02,sales,USD 100.00")
        #expect(payable.amounts == [Amount(1_000, 5_000)])
        #expect(
            payable.paymentSpans.flatMap(\.reasons).contains(
                "over which period the amount of least is owed is not stated"))
    }

    @Test func `with a period it is owed for each`() throws {
        let royalty = try TermCase(
            "royalty", "rate: 10% of sales, per: P1M",
            later: [
                "term-added: { term: least, kind: floor, effective: { on: 2024-02-01 }, set: { on: pay.it, amount: USD 50.00, period: per-period } }"
            ])
        #expect(
            try royalty.payable("2024-02,sales,USD 100.00").amounts == [Amount(5_000)])
    }
}
