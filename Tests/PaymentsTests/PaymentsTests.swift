import Payments
import Terms
import Testing

/// A day-by-day account in plain integers, written without a look at the module's own arithmetic.
private struct Oracle {
    var paid: Int128 = 0

    mutating func pay(_ figure: Figure, _ stretches: [Stretch]) -> Int128 {
        var (accrued, least, most): (Int128, Int128, Int128) = (0, 0, 0)
        var (hasFloor, hasCap) = (false, false)
        var aggregate: Int128?
        var day = figure.first
        while day <= figure.last {
            for stretch in stretches where stretch.first <= day && day <= stretch.last {
                guard stretch.standing == .pays else { continue }
                let own = figure.minorUnits * stretch.rate.low
                let floor = (stretch.floor?.low ?? 0) * 1_000_000
                accrued += own
                least += floor
                most += stretch.cap.map { $0.low * 1_000_000 } ?? max(own, floor)
                hasFloor = hasFloor || stretch.floor != nil
                hasCap = hasCap || stretch.cap != nil
                aggregate = stretch.aggregateCap?.low
            }
            day = day.adding(days: 1)
        }
        if hasFloor, accrued < least { accrued = least }
        if hasCap, accrued > most { accrued = most }
        let unit = Int128(figure.days) * 1_000_000
        var cents = accrued / unit
        let rest = accrued - cents * unit
        if rest > unit - rest || (rest == unit - rest && cents % 2 == 1) { cents += 1 }
        if let aggregate { cents = min(cents, max(0, aggregate - paid)) }
        paid += cents
        return cents
    }
}

private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite struct PaymentsTests {
    private func period(from first: Day, days: Int, _ units: Int128) throws -> Figure {
        let period = try #require(DateRange("2026"))
        return Figure(
            period: period, first: first, last: first.adding(days: days - 1), base: "revenue",
            currency: try #require(Currency("USD")), minorUnits: units, line: 2)
    }

    private func stretches(of figure: Figure, _ random: inout Seeded) -> [Stretch] {
        var stretches: [Stretch] = []
        var first = figure.first
        while first <= figure.last {
            let last = min(
                figure.last, first.adding(days: Int.random(in: 0...figure.days, using: &random)))
            func maybe(_ most: Int128) -> Extent? {
                Int.random(in: 0..<3, using: &random) == 0
                    ? Extent(Int128.random(in: 0...most, using: &random)) : nil
            }
            stretches.append(
                Stretch(
                    first: first, last: last,
                    standing: Int.random(in: 0..<5, using: &random) == 0 ? .paysNothing : .pays,
                    rate: Extent(Int128.random(in: 0...1_000_000, using: &random)),
                    cap: maybe(figure.minorUnits), floor: maybe(figure.minorUnits / 2),
                    aggregateCap: maybe(figure.minorUnits * 3)))
            first = last.adding(days: 1)
        }
        return stretches
    }

    @Test func `a thousand random schedules agree with a day-by-day account to the last cent`()
        throws
    {
        var random = Seeded(state: 4)
        for schedule in 0..<1_000 {
            let before = Int128.random(in: 0...5_000, using: &random)
            var oracle = Oracle(paid: before)
            var calculation = Calculation(paidBefore: before)
            var first: Day = "2025-01-01"
            var expected: [Int128] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let days = Int.random(in: 1...92, using: &random)
                let figure = try period(
                    from: first, days: days, Int128.random(in: 0...9_999_999, using: &random))
                let stretches = stretches(of: figure, &random)
                calculation.add(figure, under: stretches)
                expected.append(oracle.pay(figure, stretches))
                first = first.adding(days: days)
            }
            #expect(calculation.lines.map(\.amount) == expected.map { Extent($0) }, "\(schedule)")
            #expect(calculation.total == Extent(expected.reduce(0, +)))
            for line in calculation.lines {
                #expect(line.parts.map(\.amount.low).reduce(0, +) == line.amount.low)
            }
        }
    }

    @Test
    func `a step inside a period splits the figure by days, and the parts add up to the cent`()
        throws
    {
        let first: Day = "2026-01-01"
        let figure = try period(from: first, days: 3, 100)
        var calculation = Calculation()
        let second = first.adding(days: 1)
        calculation.add(
            figure,
            under: [
                Stretch(first: first, last: first, rate: Extent(1_000_000)),
                Stretch(first: second, last: figure.last, rate: Extent(500_000)),
            ])
        // 100 × (1 + 2 × ½) ÷ 3 = 66.67 cents.
        #expect(calculation.lines.first?.amount == Extent(67))
        #expect(calculation.lines.first?.parts.map(\.amount) == [Extent(33), Extent(34)])
    }

    @Test func `an unknown cap gives a range from nothing to what accrued`() throws {
        let first: Day = "2026-01-01"
        let figure = try period(from: first, days: 10, 1_000)
        var calculation = Calculation()
        calculation.add(
            figure,
            under: [
                Stretch(
                    first: first, last: figure.last, rate: Extent(200_000),
                    aggregateCap: Extent(0, nil))
            ])
        #expect(calculation.lines.first?.amount == Extent(0, 200))
        #expect(calculation.total == Extent(0, 200))
    }

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
        let error = #expect(throws: FiguresError.self) { try FiguresFile.read(text) }
        #expect(error?.line == line)
        #expect(error?.column == column)
        #expect(error?.message.contains(says) ?? false)
    }

    @Test func `quoted values and both line ends are read`() throws {
        let figures = try FiguresFile.read(
            "period,base,amount\r\n2026-01,\"sales, net\",USD 12.30\r\n")
        #expect(figures.map(\.base) == ["sales, net"])
        #expect(figures.map(\.minorUnits) == [1_230])
        #expect(figures.first?.days == 31)
    }
}
