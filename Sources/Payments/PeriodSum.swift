import Terms

/// The running sum of one counted period, exact, before any aggregate bound.
struct PeriodSum {
    private let period: CountedPeriod
    /// The amount of the period so far, end by end.
    private var sum = Extent<Fraction>.zero
    /// The amount of days without a cap so far: they bound themselves.
    private var uncapped = Extent<Fraction>.zero
    /// The units of figures so far.
    private(set) var counted: FigureCount
    /// The same of every other base that figures are given of.
    private(set) var others: [String: FigureCount]

    /// - Parameters:
    ///   - counted: the units of figures before it, in the life of its days.
    ///   - others: the same of other bases.
    init(
        _ period: CountedPeriod, after counted: Extent<Fraction>,
        _ others: [String: Extent<Fraction>]
    ) {
        self.period = period
        let isKnown = period.isGivenFromItsStart && period.looseLengths == nil
        let inPeriod: Extent<Fraction> = isKnown ? .zero : Extent(.zero, nil)
        self.counted = FigureCount(inPeriod: inPeriod, inAll: counted)
        self.others = others.mapValues { FigureCount(inPeriod: inPeriod, inAll: $0) }
    }

    /// The sum so far in minor units; where lines are ranges it may be narrower than they add up to.
    var rounded: Amount { sum.map(\.rounded) }

    /// The line of the next slice.
    mutating func line(of slice: CountedPeriod.Slice) -> PayableLine {
        var line = LineSum(slice: slice, before: sum, roundings: roundings(in: slice))
        for paymentSpan in period.paymentSpans.compactMap({ $0.within(slice.days) }) {
            let accrued = accrued(on: paymentSpan, of: slice)
            if paymentSpan.cap == nil, paymentSpan.pays != .no {
                uncapped = uncapped.plus(accrued.raised(to: floor(of: paymentSpan)))
            }
            line.add(accrued, because: .days(paymentSpan))
        }
        sum = sum.plus(line.exact)
        if period.looseLengths != nil {
            putLooseFloor(under: &line)
        } else if slice == period.settling {
            putFloor(under: &line)
        } else {
            putPossibleFloor(under: &line)
        }
        putCap(over: &line)
        return line.line
    }

    /// How many periods may end within a slice where it is not known on which days they do, each with a
    /// sum that is rounded; nil where that is known.
    private func roundings(in slice: CountedPeriod.Slice) -> Int? {
        period.looseLengths.map { lengths in
            let days = slice.days.count
            return days < 2 ? 0 : 1 + (days - 2) / lengths.lowerBound
        }
    }

    /// Where later days may pay or not: their shortfall may fall due on an earlier line than the last.
    private mutating func putPossibleFloor(under line: inout LineSum) {
        guard let floor = floor(), line.line.slice.days.upperBound >= period.surelyPaysUntil else {
            return
        }
        let least = Extent(.zero, floor.high)
        line.line.reasons.append(
            "whether later days pay is not certain: a shortfall may be due already")
        sum = sum.raised(to: least)
        line.raise(to: least)
    }

    /// Once the period is over; before the cap, which prevails.
    private mutating func putFloor(under line: inout LineSum) {
        guard let floor = floor() else { return }
        guard period.isGivenToItsEnd else {
            if line.line.slice.days.upperBound >= period.surelyPaysUntil {
                return putPossibleFloor(under: &line)
            }
            line.line.reasons.append(
                "the least is counted over \(period.days.lowerBound) to \(period.days.upperBound), of which nothing after "
                    + "\(line.line.slice.days.upperBound) is given: no shortfall is counted yet")
            return
        }
        var least = floor
        if !period.isGivenFromItsStart {
            line.line.reasons.append(missingStart("may have met the least"))
            least = Extent(.zero, floor.high)
        }
        sum = sum.raised(to: least)
        line.raise(to: least)
    }

    /// Where the periods' days are not known, a shortfall may fall due on any line, twice at most in a
    /// period's time.
    private mutating func putLooseFloor(under line: inout LineSum) {
        guard let most = period.paymentSpans.compactMap({ $0.floor?.high }).max() else {
            if period.paymentSpans.contains(where: { $0.floor != nil }) { line.loosen(by: nil) }
            return
        }
        if most > 0 {
            sum = Extent(sum.low, sum.high.map { $0 + Fraction(2 * most) })
            line.loosen(by: Fraction(2 * most))
        }
    }

    private mutating func putCap(over line: inout LineSum) {
        guard var cap = cap() else { return }
        if !period.isGivenFromItsStart {
            line.line.reasons.append(missingStart("may have used the cap"))
            cap = cap.orNothing
        }
        sum = sum.limited(to: cap)
        line.limit(to: cap)
    }

    private func missingStart(_ consequence: String) -> String {
        let given = (period.slices.first?.days ?? period.days).lowerBound
        return
            "what came before \(given), in the period from \(period.days.lowerBound), \(consequence)"
    }

    /// A floor by the days it holds on; nil where it holds on none.
    private func floor() -> Extent<Fraction>? {
        let paying = period.paymentSpans.filter { $0.pays != .no && $0.floor != nil }
        guard !paying.isEmpty else { return nil }
        return paying.reduce(.zero) { $0.plus(floor(of: $1)) }
    }

    private func floor(of paymentSpan: PaymentSpan) -> Extent<Fraction> {
        (paymentSpan.floor ?? .zero).map { $0 * part(of: paymentSpan) }.paid(paymentSpan.pays)
    }

    /// A cap by the days it holds on; nil where it holds on none.
    private func cap() -> Extent<Fraction>? {
        let capped = period.paymentSpans.filter { $0.pays != .no && $0.cap != nil }
        guard !capped.isEmpty else { return nil }
        // Days that may not pay may not raise the cap either.
        return capped.reduce(uncapped) { sum, paymentSpan in
            sum.plus(
                (paymentSpan.cap ?? .zero).map { $0 * part(of: paymentSpan) }.paid(paymentSpan.pays)
            )
        }
    }

    private mutating func accrued(
        on paymentSpan: PaymentSpan, of slice: CountedPeriod.Slice
    ) -> Extent<Fraction> {
        let units = slice.figure.map { part(of: $0, on: paymentSpan) }
        defer {
            counted.add(units ?? .zero, isCounted: paymentSpan.pays)
            for figure in slice.others {
                let counted = part(of: figure, on: paymentSpan)
                others[figure.base]?.add(counted, isCounted: paymentSpan.pays)
            }
            // Where one period ends and the next begins is not known.
            if period.looseLengths != nil {
                counted.inPeriod = Extent(.zero, nil)
                for base in others.keys { others[base]?.inPeriod = Extent(.zero, nil) }
            }
        }
        return amount(paymentSpan.accrual, of: units, on: paymentSpan, slice).paid(paymentSpan.pays)
    }

    /// The units of a figure that lie on some days, which are alike.
    private func part(of figure: Figure, on paymentSpan: PaymentSpan) -> Fraction {
        Fraction(figure.units * Int128(paymentSpan.days.count), over: Int128(figure.days.count))
    }

    private func amount(
        _ accrual: PaymentSpan.Accrual, of units: Fraction?, on paymentSpan: PaymentSpan,
        _ slice: CountedPeriod.Slice
    ) -> Extent<Fraction> {
        switch accrual {
        case .sum(let amount): return spread(amount, over: paymentSpan)
        case .share(let share): return units.map { units in share.map { $0 * units } } ?? .zero
        case .tiers(let tiers) where tiers.by != nil:
            guard let units, slice.figure?.currency != nil else { return Extent(.zero, nil) }
            let count = slice.others.first { $0.base == tiers.by && $0.currency == nil }
            let before = tiers.by.flatMap { others[$0] }?[tiers.counted]
            return tiers.accrued(
                on: units, counting: count.map { part(of: $0, on: paymentSpan) },
                after: before ?? Extent(.zero, nil), counted[tiers.counted])
        case .tiers(let tiers):
            return units.map { tiers.accrued($0, after: counted[tiers.counted]) } ?? .zero
        case .formula(let formula):
            guard let figure = slice.figure else { return .zero }
            let part = Fraction(Int128(paymentSpan.days.count), over: Int128(figure.days.count))
            return formula.amount([figure] + slice.others).map { $0 * part }
        case .interest(let interest):
            guard let figure = slice.figure else { return .zero }
            return interest.amount([figure] + slice.others, on: paymentSpan.days)
        case .credit(let credit):
            guard let figure = slice.figure else { return .zero }
            let part = Fraction(Int128(paymentSpan.days.count), over: Int128(figure.days.count))
            return credit.amount([figure] + slice.others).map { $0 * part }
        case .instalments:
            // They fall due on days of their own, in no period.
            return Extent(.zero, nil)
        case .oneOf(let accruals):
            let amounts = accruals.map { amount($0, of: units, on: paymentSpan, slice) }
            return amounts.dropFirst().reduce(amounts.first ?? .zero) { $0.union($1) }
        }
    }

    private func part(of paymentSpan: PaymentSpan) -> Fraction {
        Fraction(Int128(paymentSpan.days.count), over: Int128(period.length))
    }

    /// A sum's part on some days; where it is not known how long their period is, between the least and the
    /// most that the part may be.
    private func spread(_ amount: Amount, over paymentSpan: PaymentSpan) -> Extent<Fraction> {
        guard let lengths = period.looseLengths else {
            return amount.map { $0 * part(of: paymentSpan) }
        }
        let days = Int128(paymentSpan.days.count)
        func share(_ units: Int128, _ length: Int) -> Fraction {
            Fraction(units * days, over: Int128(length))
        }
        return Extent(
            share(amount.low, lengths.upperBound), amount.high.map { share($0, lengths.lowerBound) }
        )
    }
}

/// One line while it is being made: exact, beside what it is rounded to.
private struct LineSum {
    private(set) var exact = Extent<Fraction>.zero
    var line: PayableLine
    /// The period's sum before the line.
    private let before: Extent<Fraction>
    private let roundings: Int?

    init(slice: CountedPeriod.Slice, before: Extent<Fraction>, roundings: Int?) {
        line = PayableLine(slice: slice, parts: [], amount: .zero, reasons: [])
        self.before = before
        self.roundings = roundings
    }

    mutating func add(_ accrued: Extent<Fraction>, because cause: PayableLine.Part.Cause) {
        change(to: exact.plus(accrued), because: cause, always: true)
    }

    /// A shortfall: the least of the period less what came before.
    mutating func raise(to least: Extent<Fraction>) {
        let low = before.high.map { least.low - $0 } ?? exact.low
        let missing = Extent(low, least.high.map { max(low, $0 - before.low) })
        change(to: exact.raised(to: missing), because: .floor)
    }

    /// What may be owed beside, up to an amount or without bound.
    mutating func loosen(by most: Fraction?) {
        change(
            to: Extent(exact.low, exact.high.flatMap { high in most.map { high + $0 } }),
            because: .floor)
    }

    /// What is left of the most.
    mutating func limit(to most: Extent<Fraction>) {
        let low = before.high.map { most.low - $0 } ?? .zero
        let left = Extent(max(.zero, low), most.high.map { max(.zero, $0 - before.low) })
        change(to: exact.limited(to: left), because: .cap)
    }

    private mutating func change(
        to target: Extent<Fraction>, because cause: PayableLine.Part.Cause, always: Bool = false
    ) {
        guard always || target != exact else { return }
        exact = target
        line.parts.append(.init(cause: cause, amount: growth.minus(line.amount)))
        line.amount = growth
    }

    /// What the rounded running sum grows by; where that sum is not known, a cent less or more, and half a
    /// cent for each sum that is rounded on the way.
    private var growth: Amount {
        let start = before.low
        if let roundings, roundings > 0 {
            let slack = Fraction(Int128(roundings), over: 2)
            return Amount(
                max(0, (exact.low - slack).roundedUp - 1),
                exact.high.map { ($0 + slack).roundedDown + 1 })
        }
        return before.isExact && roundings == nil
            ? exact.map { (start + $0).rounded - start.rounded }
            : Amount(exact.low.roundedDown, exact.high.map(\.roundedUp))
    }
}

extension Int128 {
    fileprivate static func * (lhs: Int128, rhs: Fraction) -> Fraction { Fraction(lhs) * rhs }
}

extension Extent {
    fileprivate func paid(_ pays: Truth) -> Extent {
        switch pays {
        case .yes: self
        case .unknown: orNothing
        case .no: .zero
        }
    }
}
