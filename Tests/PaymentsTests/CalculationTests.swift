import Effort
import Payments
import Terms
import Testing

@Suite struct CalculationTests {
    /// Parts per million, or a fraction that no decimal says.
    private static func share(_ random: inout Seeded) -> Fraction {
        random.chance(2)
            ? Fraction(random.below(1_000_000), over: 1_000_000)
            : Fraction(random.below(7), over: 7)
    }

    /// The same share as whole parts of a million, or of sevenths.
    private static func parts(_ share: Fraction) -> (Int128, of: Int128) {
        for parts in [Int128(7), 1_000_000] {
            let count = share * Fraction(parts)
            if Fraction(count.rounded) == count { return (count.rounded, parts) }
        }
        preconditionFailure("a share of the tests is in sevenths or parts per million")
    }

    private func paymentSpans(
        of first: Day, _ last: Day, _ scale: Int128, _ random: inout Seeded
    ) -> [PaymentSpan] {
        var paymentSpans: [PaymentSpan] = []
        var day = first
        let isShare = !random.chance(4)
        let span = first.days(until: last) + 1
        while day <= last {
            let end = min(last, day.adding(days: Int.random(in: 0...span, using: &random)))
            func maybe(_ most: Int128) -> Amount? {
                random.chance(3) ? Amount(random.below(most)) : nil
            }
            paymentSpans.append(
                PaymentSpan(
                    day...end, pays: random.chance(5) ? .no : .yes,
                    accrual: isShare
                        ? .share(Extent(Self.share(&random)))
                        : .sum(Amount(random.below(scale))),
                    cap: maybe(scale), floor: maybe(scale / 2), aggregateCap: maybe(scale * 3),
                    aggregateFloor: maybe(scale)))
            day = end.adding(days: 1)
        }
        return paymentSpans
    }

    /// Figures in a row, the last perhaps short of the period's end.
    private func period(from first: Day, _ random: inout Seeded) throws -> CountedPeriod {
        var slices: [CountedPeriod.Slice] = []
        var next = first
        for line in 0..<Int.random(in: 1...3, using: &random) {
            let days = Int.random(in: 1...31, using: &random)
            let units = random.below(9_999_999)
            slices.append(.init(try figure(from: next, days: days, units, line: line)))
            next = next.adding(days: days)
        }
        let last = next.adding(days: random.chance(4) ? 10 : -1)
        let days = first.days(until: last) + 1
        return CountedPeriod(
            first...last, length: days + (random.chance(4) ? 30 : 0),
            paymentSpans: paymentSpans(of: first, last, 9_999_999, &random), slices: slices,
            lifeEnd: random.chance(5) ? .on(last) : .goesOn)
    }

    private func terms(of periods: [CountedPeriod]) -> (Day) -> DayTerms? {
        { day in
            periods.flatMap(\.paymentSpans).first { $0.days.contains(day) }
                .flatMap { paymentSpan in
                    guard paymentSpan.pays == .yes else { return nil }
                    var terms = DayTerms(
                        cap: paymentSpan.cap?.low, floor: paymentSpan.floor?.low,
                        aggregateCap: paymentSpan.aggregateCap?.low,
                        aggregateFloor: paymentSpan.aggregateFloor?.low)
                    if case .share(let rate) = paymentSpan.accrual {
                        (terms.rate, terms.parts) = Self.parts(rate.low)
                    }
                    if case .sum(let sum) = paymentSpan.accrual { terms.sum = sum.low }
                    return terms
                }
        }
    }

    @Test func `random schedules agree with a day-by-day account to the last cent`()
        throws
    {
        var random = Seeded(4)
        for schedule in 0..<Rounds.of(1_000) {
            let before = random.below(5_000)
            var periods: [CountedPeriod] = []
            var first: Day = "2025-01-01"
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                periods.append(try period(from: first, &random))
                first = (periods.last?.days.upperBound ?? first).adding(days: 1)
            }
            var account = DayAccount(paid: before, terms: terms(of: periods))
            var calculation = Calculation(paidBefore: Amount(before))
            var expected: [Int128] = []
            for period in periods {
                calculation.add(period)
                account.lifeEnd =
                    period.lifeEnd == .on(period.days.upperBound) ? period.days.upperBound : nil
                expected += account.pay(
                    period.days, length: period.length, period.slices)
            }
            #expect(calculation.lines.map(\.amount) == expected.map { Amount($0) }, "\(schedule)")
            #expect(calculation.total == Amount(expected.reduce(0, +)), "\(schedule)")
            for line in calculation.lines {
                #expect(line.parts.map(\.amount.low).reduce(0, +) == line.amount.low)
            }
        }
    }

    /// Every exact schedule that a range of schedules may be comes out within the amounts of the range.
    @Test func `a range holds every value that what is not known may have`() throws {
        var random = Seeded(11)
        for schedule in 0..<Rounds.of(400) {
            let first: Day = "2025-01-01"
            var exact = try period(from: first, &random)
            var wide = exact
            for index in exact.paymentSpans.indices {
                widen(&wide.paymentSpans[index], &random)
            }
            var known = Calculation(paidBefore: Amount(100))
            var ranges = Calculation(paidBefore: Amount(100))
            for round in 0..<2 {
                known.add(exact)
                ranges.add(wide)
                if round == 0 { (exact, wide) = (moved(exact), moved(wide)) }
            }
            for (line, range) in zip(known.lines, ranges.lines) {
                #expect(range.amount.low <= line.amount.low, "\(schedule)")
                #expect(range.amount.high.map { line.amount.low <= $0 } ?? true, "\(schedule)")
            }
            #expect(ranges.total.low <= known.total.low, "\(schedule)")
            #expect(ranges.total.high.map { known.total.low <= $0 } ?? true, "\(schedule)")
        }
    }

    private func widen(_ paymentSpan: inout PaymentSpan, _ random: inout Seeded) {
        func around(_ amount: Amount) -> Amount {
            Amount(
                max(0, amount.low - random.below(amount.low)),
                random.chance(4) ? nil : amount.low + random.below(1_000))
        }
        if random.chance(2) {
            if case .share(let rate) = paymentSpan.accrual {
                paymentSpan.accrual = .share(
                    Extent(
                        rate.low * Fraction(random.below(7), over: 7),
                        random.chance(4) ? nil : rate.low + Fraction(random.below(7), over: 9)))
            } else if case .sum(let sum) = paymentSpan.accrual {
                paymentSpan.accrual = .sum(around(sum))
            }
        }
        if random.chance(3) { paymentSpan.cap = paymentSpan.cap.map(around) }
        if random.chance(3) { paymentSpan.floor = paymentSpan.floor.map(around) }
        if random.chance(3) { paymentSpan.aggregateCap = paymentSpan.aggregateCap.map(around) }
        if random.chance(3) { paymentSpan.aggregateFloor = paymentSpan.aggregateFloor.map(around) }
    }

    /// The same period right after itself.
    private func moved(_ period: CountedPeriod) -> CountedPeriod {
        let count = period.days.count
        func moved(_ days: ClosedRange<Day>) -> ClosedRange<Day> {
            days.lowerBound.adding(days: count)...days.upperBound.adding(days: count)
        }
        var next = period
        next.days = moved(period.days)
        for index in next.paymentSpans.indices {
            next.paymentSpans[index].days = moved(next.paymentSpans[index].days)
        }
        for index in next.slices.indices {
            next.slices[index].days = moved(next.slices[index].days)
        }
        return next
    }

    @Test
    func `a step inside a period splits the figure by days, and the parts add up to the cent`()
        throws
    {
        let first: Day = "2026-01-01"
        let second = first.adding(days: 1)
        let figure = try figure(from: first, days: 3, 100)
        var calculation = Calculation()
        calculation.add(
            CountedPeriod(
                figure,
                paymentSpans: [
                    PaymentSpan(first...first, accrual: .share(Extent(.one))),
                    PaymentSpan(
                        second...figure.days.upperBound,
                        accrual: .share(Extent(Fraction(1, over: 2)))),
                ]))
        // 100 × (1 + 2 × ½) ÷ 3 = 66.67 cents.
        #expect(calculation.lines.first?.amount == Amount(67))
        #expect(calculation.lines.first?.parts.map(\.amount) == [Amount(33), Amount(34)])
    }

    @Test func `an unknown cap gives a range from nothing to what accrued`() throws {
        let figure = try figure(from: "2026-01-01", days: 10, 1_000)
        var calculation = Calculation()
        calculation.add(
            CountedPeriod(
                figure,
                paymentSpans: [
                    PaymentSpan(
                        figure.days,
                        accrual: .share(Extent(Fraction(1, over: 5))), aggregateCap: Amount(0, nil))
                ]))
        #expect(calculation.lines.first?.amount == Amount(0, 200))
        #expect(calculation.total == Amount(0, 200))
    }
}
