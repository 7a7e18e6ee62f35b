import Notation
import Payments
import Terms
import Testing

@Suite struct FiguresFileTests {
    @Test(arguments: [
        ("period,base\n", 1, 1, "header"),
        ("period,base,amount\n2026-13,revenue,USD 1\n", 2, 1, "'2026-13'"),
        ("period,base,amount\n2026-01,revenue,USD 1.005\n", 2, 17, "USD 1.005"),
        ("period,base,amount\n2026-01,revenue,USD 1\n2026-02,revenue,EUR 1\n", 3, 1, "EUR"),
        ("period,base,amount\n2026-01,r,USD 1\n2026-01/2026-02,r,USD 1\n", 3, 1, "overlaps"),
        ("period,base,amount\n2026-01,r,USD 1\n2026-03,r,USD 1\n", 3, 1, "nothing is given"),
        ("period,base,amount\n2026-01,\"r,USD 1\n", 2, 9, "not closed"),
    ])
    func `a wrong figures file is refused with its place`(
        text: String, line: Int, column: Int, says: String
    ) throws {
        let error = #expect(throws: Problem.self) { try FiguresFile.read(text) }
        #expect(error?.mark == Mark(line: line, column: column))
        #expect(error?.message.contains(says) ?? false)
    }

    @Test(arguments: [
        ("EUR 1.000", "'EUR 1.000' may be EUR 1000 or EUR 1.000", "write EUR 1000 or EUR 1.0000"),
        ("1.250", "'1.250' may be 1250 or 1.250", "write 1250 or 1.2500"),
        ("\"EUR 0,500\"", "'EUR 0,500' is not an amount", "write EUR 0.500"),
        ("\"EUR 1,000.50\"", "'EUR 1,000.50' is not an amount", "write EUR 1000.50"),
    ])
    func
        `an amount that may be read in two ways is refused with both, and separators with the cure`(
            amount: String, says: String, cure: String
        ) throws
    {
        let error = #expect(throws: Problem.self) {
            try FiguresFile.read("period,base,amount\n2026-01,revenue,\(amount)\n")
        }
        #expect(error?.message.hasPrefix(says) == true, "\(error.debugDescription)")
        #expect(error?.hint?.contains(cure) == true, "\(error.debugDescription)")
    }

    @Test(arguments: [("EUR 1.0000", 100), ("KWD 1.000", 1_000), ("EUR 0.50", 50)])
    func `an amount that can only be read in one way is read`(amount: String, units: Int128) throws
    {
        let figures = try FiguresFile.read("period,base,amount\n2026-01,revenue,\(amount)\n")
        #expect(figures.map(\.units) == [units])
    }

    @Test func `quoted values and both line ends are read`() throws {
        let figures = try FiguresFile.read(
            "period,base,amount\r\n2026-01,\"sales, net\",USD 12.30\r\n")
        #expect(figures.map(\.base) == ["sales, net"])
        #expect(figures.map(\.units) == [1_230])
        #expect(figures.first?.days.count == 31)
    }
}
