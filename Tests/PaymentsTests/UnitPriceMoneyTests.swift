import Notation
import Payments
import Terms
import Testing

/// Payments for each unit.
@Suite struct UnitPriceMoneyTests {
    @Test func `a royalty of so much a unit takes quantities`() throws {
        let royalty = try TermCase("royalty", "unit-price: USD 2.50 per wafer")
        #expect(royalty.terms.figureUse == .needed)
        #expect(royalty.terms.bases == ["wafer"])
        let payable = try royalty.payable("2024-01,wafer,1000\n2024-02,wafer,0.5")
        #expect(payable.amounts == [Amount(250_000), Amount(125)])
    }

    @Test func `a price finer than a cent is rounded once a period`() throws {
        let royalty = try TermCase("royalty", "unit-price: USD 0.0063 per kWh, per: P1Q")
        // 3 × 0.0063 × 100 = 1.89, line by line 0.63.
        let payable = try royalty.payable(
            "2024-01,kWh,100\n2024-02,kWh,100\n2024-03,kWh,100")
        #expect(payable.amounts == [Amount(63), Amount(63), Amount(63)])
        #expect(payable.total == Amount(189))
    }

    @Test func `units of another name are any amount`() throws {
        let royalty = try TermCase("royalty", "unit-price: USD 2.50 per wafer")
        #expect(try royalty.payable("2024-01,cell,1").total == Amount(0, nil))
    }

    @Test func `a quantity that is paid for in any case amounts to its price`() throws {
        let supply = try TermCase(
            "volume-commitment", "quantity: 100, unit-price: USD 2.00 per wafer, per: P1Y")
        #expect(try supply.payable("2024-01-01", "2024-12-31").total == Amount(20_000))
        // Thirty are taken and paid for; what is missing to a hundred is paid for as well.
        let taken = try supply.payable("2024,wafer,30")
        #expect(taken.total == Amount(20_000))
        #expect(taken.lines.first?.parts.map(\.amount) == [Amount(6_000), Amount(14_000)])
        #expect(try supply.payable("2024,wafer,130").total == Amount(26_000))
    }

    @Test func `a quantity without a price has no amount`() throws {
        #expect(throws: NoMoney.self) {
            try TermCase("volume-commitment", "quantity: 100, per: P1Y")
        }
    }

    @Test func `a fee for each unit needs figures`() throws {
        let fee = try TermCase("fee", "unit-price: USD 0.10 per call")
        #expect(fee.terms.figureUse == .needed)
        #expect(try fee.payable("2024-01,call,15").total == Amount(150))
        #expect(try TermCase("fee", "amount: USD 1, per: P1Y").terms.figureUse == .none)
    }

    @Test func `a range of prices is a range`() throws {
        let royalty = try TermCase(
            "royalty", "unit-price: { between: [USD 2 per wafer, USD 3 per wafer] }")
        #expect(try royalty.payable("2024-01,wafer,10").total == Amount(2_000, 3_000))
    }

    @Test func `figures are amounts of one currency or quantities, not both`() {
        let error = #expect(throws: Problem.self) {
            try FiguresFile.read("period,base,amount\n2024-01,wafer,10\n2024-02,wafer,USD 10\n")
        }
        #expect(error?.message == "the currency is USD, on line 2 a quantity")
    }
}
