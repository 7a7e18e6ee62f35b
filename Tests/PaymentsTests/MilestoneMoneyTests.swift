import Payments
import Terms
import Testing

/// Sums that fall due once: upon a milestone, at the closing of a sale.
@Suite struct MilestoneMoneyTests {
    private static let launch = "condition-defined: { condition: launch, text: It is launched }"
    private static let launched =
        "condition-satisfied: { condition: launch, effective: { on: 2024-05-01 } }"

    private func milestone(
        _ fields: String = "amount: USD 10.00, condition: launch", later: [String] = []
    ) throws -> TermCase {
        try TermCase(
            "milestone", "subject: the launch, \(fields)", later: later, beside: [Self.launch])
    }

    private func sale(_ fields: String, later: [String] = []) throws -> TermCase {
        try TermCase("sale", "subject: the works, \(fields)", later: later, beside: [Self.launch])
    }

    private func reasons(_ calculation: Calculation) -> [String] {
        calculation.paymentSpans.flatMap(\.reasons)
    }

    @Test func `the amount of a milestone is due on the day on which it is reached`() throws {
        let milestone = try milestone(later: [Self.launched])
        #expect(milestone.terms.figureUse == .none)
        let year = try milestone.payable("2024-01-01", "2024-12-31")
        #expect(year.total == Amount(1_000))
        #expect(
            year.lines.filter { $0.amount != .zero }.map(\.slice.days)
                == ["2024-05-01"..."2024-05-01"])
        #expect(try milestone.payable("2024-01-01", "2024-04-30").total == .zero)
    }

    @Test func `one that is not reached is named, and not counted`() throws {
        let payable = try milestone().payable("2024-01-01", "2024-12-31")
        #expect(payable.total == .zero)
        #expect(
            reasons(payable).contains(
                "the amount of pay.it is due upon launch, of which no day is known: it is not counted"
            ))
    }

    @Test func `one that is discharged on the day on which it is reached is owed on it`() throws {
        let milestone = try milestone(later: [
            Self.launched,
            "term-discharged: { term: pay.it, manner: fulfilled, effective: { on: 2024-05-01 } }",
        ])
        #expect(try milestone.payable("2024-01-01", "2024-12-31").total == Amount(1_000))
    }

    @Test func `one that is reached late may be paid for or not`() throws {
        let late = try milestone(
            "amount: USD 10.00, condition: launch, due: { through: 2024-04-30 }",
            later: [Self.launched])
        #expect(try late.payable("2024-01-01", "2024-12-31").total == Amount(0, 1_000))
        let timely = try milestone(
            "amount: USD 10.00, condition: launch, due: { through: 2024-05-01 }",
            later: [Self.launched])
        #expect(try timely.payable("2024-01-01", "2024-12-31").total == Amount(1_000))
    }

    @Test func `without a condition it is not known whether it is reached`() throws {
        let payable = try milestone("amount: USD 10.00").payable("2024-01-01", "2024-12-31")
        #expect(payable.total == Amount(0, 1_000))
        #expect(reasons(payable).contains { $0.contains("is not stated: whether it is paid") })
    }

    @Test func `an amount that is not stated is any amount`() throws {
        let milestone = try milestone("condition: launch", later: [Self.launched])
        #expect(try milestone.payable("2024-01-01", "2024-12-31").total == Amount(0, nil))
    }

    @Test func `what is recorded as accrued of it is not outstanding`() throws {
        let milestone = try milestone(later: [
            Self.launched,
            "amount-accrued: { term: pay.it, amount: USD 4.00, period: 2024-05-01 }",
        ])
        let dollars = try #require(Currency("USD"))
        let payable = Payable(milestone.terms, from: "2024-01-01", to: "2024-12-31", in: dollars)
        #expect(payable?.outstanding == Amount(600))
    }

    @Test func `the price of a sale is due at its closing`() throws {
        let sale = try sale("amount: USD 10.00, closing: { on: 2024-05-01 }")
        #expect(try sale.payable("2024-01-01", "2024-12-31").total == Amount(1_000))
        #expect(try sale.payable("2024-05-02", "2024-12-31").total == .zero)
        let shares = try self.sale(
            "quantity: 40, unit-price: USD 2.50 per share, closing: { on: 2024-05-01 }")
        #expect(try shares.payable("2024-05-01", "2024-05-01").total == Amount(10_000))
    }

    @Test func `what is kept back is paid when it is released`() throws {
        let sale = try sale(
            """
            amount: USD 10.00, holdback: USD 1.50, closing: { on: 2024-05-01 }, \
            release: { after: { of: { on: 2024-05-01 }, period: P18M } }
            """)
        #expect(try sale.payable("2024-01-01", "2024-12-31").total == Amount(850))
        #expect(try sale.payable("2025-11-01", "2025-11-01").total == Amount(150))
        #expect(try sale.payable("2024-01-01", "2025-12-31").total == Amount(1_000))
    }

    @Test func `a sale closes upon its condition, it is not known on which day`() throws {
        let fields = "amount: USD 10.00, condition: launch"
        #expect(try sale(fields).payable("2024-01-01", "2024-12-31").total == .zero)
        let free = try sale(fields, later: [Self.launched])
        #expect(try free.payable("2024-01-01", "2024-04-30").total == .zero)
        let payable = try free.payable("2024-01-01", "2024-12-31")
        #expect(payable.total == Amount(0, 1_000))
        #expect(reasons(payable).contains("when pay.it closes is not stated"))
    }

    @Test func `a closing before what has to be satisfied is not sure`() throws {
        let fields = "amount: USD 10.00, condition: launch, closing: { on: 2024-04-01 }"
        let sale = try sale(fields, later: [Self.launched])
        #expect(try sale.payable("2024-01-01", "2024-12-31").total == Amount(0, 1_000))
    }
}
