import Payments
import Terms
import Testing

/// Sums that count what is stated as approximate.
@Suite struct ApproximateMoneyTests {
    @Test func `with a tolerance the sum is a range`() throws {
        let fee = try TermCase(
            "fee", "amount: { about: { value: USD 200.00, within: 5% } }, per: P1Y")
        let payable = try fee.payable("2024-01-01", "2024-12-31")
        #expect(payable.total == Amount(19_000, 21_000))
        #expect(!payable.isApproximate)
        #expect(
            payable.paymentSpans.flatMap(\.reasons)
                == ["pay.it/amount is about USD 200.00, within 5%"])
    }

    @Test func `without one it counts as it stands, and no sum is certain`() throws {
        let fee = try TermCase("fee", "amount: { about: USD 200.00 }, per: P1Y")
        let payable = try fee.payable("2024-01-01", "2024-12-31")
        #expect(payable.total == Amount(20_000))
        #expect(payable.isApproximate)
        #expect(
            payable.paymentSpans.flatMap(\.reasons) == [
                "pay.it/amount is about USD 200.00, it is not stated how near: "
                    + "no sum that counts it is certain"
            ])
    }

    @Test func `a price that was approximate leaves its change approximate`() throws {
        let fee = try TermCase(
            "fee", "amount: { about: USD 200.00 }",
            later: [
                "term-amended: { term: pay.it, set: { amount: USD 300.00 }, effective: { on: 2024-07-01 } }"
            ])
        #expect(try fee.payable("2024-07-01", "2024-12-31").isApproximate)
        #expect(try fee.payable("2024-07-01", "2024-12-31").total == Amount(10_000))
    }

    @Test func `an approximate rate of a figure, and an approximate cap`() throws {
        let rate = try TermCase(
            "royalty", "rate: { about: { value: 10% of sales, within: 10% } }")
        #expect(try rate.payable("2024-01,sales,USD 100.00").total == Amount(900, 1_100))
        let cap = try TermCase("royalty", "rate: 10% of sales, cap: { about: USD 5.00 }")
        let payable = try cap.payable("2024-01,sales,USD 100.00")
        #expect(payable.total == Amount(500))
        #expect(payable.isApproximate)
    }

    @Test func `an exact sum is not approximate`() throws {
        let fee = try TermCase("fee", "amount: USD 200.00, per: P1Y")
        #expect(try !fee.payable("2024-01-01", "2024-12-31").isApproximate)
    }
}
