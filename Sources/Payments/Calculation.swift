import Terms

/// What one period comes to, with its parts.
public struct PayableLine: Hashable, Sendable {
    /// One part of a line: days under the same terms, or what a cap or floor takes or adds.
    public struct Part: Hashable, Sendable {
        public enum Cause: Hashable, Sendable {
            case days(Stretch)
            case floor, cap, aggregateCap
        }

        public var cause: Cause
        /// In minor units; parts of a line add up to the line at either end.
        public var amount: Extent
    }

    public var figure: Figure
    public var parts: [Part]
    /// In minor units.
    public var amount: Extent
}

/// Figures and the terms of their days, turned into amounts.
///
/// Everything is exact up to the line, which is rounded once to the minor unit, half to even. A step
/// inside a period splits the period's figure by actual days; so do a per-period cap and floor. What
/// the parts show is the difference of rounded running sums, so they add up to the line.
public struct Calculation: Sendable {
    public private(set) var lines: [PayableLine] = []
    /// Everything so far, in minor units; the upper end never above an aggregate cap.
    public private(set) var total = Extent.zero
    /// What was paid before the first figure, which an aggregate cap counts.
    private var paid: Extent

    public init(paidBefore: Int128 = 0) { paid = Extent(paidBefore) }

    /// - Parameter stretches: the figure's days, in order, each once.
    public mutating func add(_ figure: Figure, under stretches: [Stretch]) {
        var period = PeriodSum(figure: figure, stretches: stretches)
        period.bound()
        var amount = period.amount
        var parts = period.parts
        if let cap = stretches.last(where: { $0.standing != .paysNothing })?.aggregateCap {
            let left = Extent(
                max(0, cap.low - (paid.high ?? cap.low)), cap.high.map { max(0, $0 - paid.low) })
            let capped = amount.limited(to: left)
            if capped != amount {
                parts.append(.init(cause: .aggregateCap, amount: capped.minus(amount)))
            }
            amount = capped
            let most = cap.high.map { max($0, paid.high ?? $0) }
            add(amount, most: most)
        } else {
            add(amount, most: nil)
        }
        lines.append(PayableLine(figure: figure, parts: parts, amount: amount))
    }

    private mutating func add(_ amount: Extent, most: Int128?) {
        let before = paid
        paid = paid.plus(amount)
        if let most { paid.high = paid.high.map { min($0, most) } ?? most }
        total.low += amount.low
        total.high = total.high.flatMap { sum in
            guard let now = paid.high, let was = before.high else { return nil }
            return sum + now - was
        }
    }
}

/// One period's sum before the aggregate cap, as fractions of a minor unit over one denominator.
private struct PeriodSum {
    let figure: Figure
    let stretches: [Stretch]
    private var sum = Extent.zero
    private(set) var parts: [PayableLine.Part] = []
    /// What the running sum was rounded to.
    private(set) var amount = Extent.zero

    private var denominator: Int128 { Int128(figure.days) * Int128(Rate.whole) }

    init(figure: Figure, stretches: [Stretch]) {
        self.figure = figure
        self.stretches = stretches
        for stretch in stretches {
            add(accrued(on: stretch), because: .days(stretch))
        }
    }

    /// Puts the per-period floor under the sum, then the cap over it: a cap prevails over a floor.
    mutating func bound() {
        if let floor = floor() {
            let raised = Extent(
                max(sum.low, floor.low),
                sum.high.flatMap { high in floor.high.map { max(high, $0) } })
            if raised != sum { add(raised.minus(sum), because: .floor, to: raised) }
        }
        if let cap = cap() {
            let limited = sum.limited(to: cap)
            if limited != sum { add(limited.minus(sum), because: .cap, to: limited) }
        }
    }

    /// A floor by the days it holds on; nil where it holds on none.
    private func floor() -> Extent? {
        guard stretches.contains(where: { $0.standing != .paysNothing && $0.floor != nil }) else {
            return nil
        }
        return stretches.reduce(.zero) { $0.plus(floor(of: $1)) }
    }

    private func floor(of stretch: Stretch) -> Extent {
        (stretch.floor ?? .zero).times(weight(of: stretch)).standing(stretch.standing)
    }

    /// A cap by the days it holds on; nil where it holds on none. Other days bound themselves: by what
    /// accrued on them, or their part of the floor.
    private func cap() -> Extent? {
        let paying = stretches.filter { $0.standing != .paysNothing }
        guard paying.contains(where: { $0.cap != nil }) else { return nil }
        return paying.reduce(.zero) { sum, stretch in
            guard let cap = stretch.cap else {
                return sum.plus(accrued(on: stretch).most(floor(of: stretch)))
            }
            return sum.plus(cap.times(weight(of: stretch)))
        }
    }

    private func accrued(on stretch: Stretch) -> Extent {
        stretch.rate.times(figure.minorUnits * Int128(days(of: stretch)))
            .standing(stretch.standing)
    }

    private func weight(of stretch: Stretch) -> Int128 {
        Int128(days(of: stretch)) * Int128(Rate.whole)
    }

    private func days(of stretch: Stretch) -> Int { stretch.first.days(until: stretch.last) + 1 }

    private mutating func add(
        _ change: Extent, because cause: PayableLine.Part.Cause, to target: Extent? = nil
    ) {
        sum = target ?? sum.plus(change)
        let now = Extent(
            MinorUnits.rounded(sum.low, over: denominator),
            sum.high.map { MinorUnits.rounded($0, over: denominator) })
        parts.append(.init(cause: cause, amount: now.minus(amount)))
        amount = now
    }
}

extension Extent {
    func plus(_ other: Extent) -> Extent {
        Extent(low + other.low, high.flatMap { mine in other.high.map { mine + $0 } })
    }

    /// End by end; nil for an upper end that has no bound.
    func minus(_ other: Extent) -> Extent {
        Extent(low - other.low, high.flatMap { mine in other.high.map { mine - $0 } })
    }

    func times(_ factor: Int128) -> Extent { Extent(low * factor, high.map { $0 * factor }) }

    func limited(to most: Extent) -> Extent {
        let highs = [high, most.high].compactMap(\.self)
        return Extent(min(low, most.low), highs.min())
    }

    func standing(_ standing: Stretch.Standing) -> Extent {
        switch standing {
        case .pays: self
        case .mayPay: Extent(0, high)
        case .paysNothing: .zero
        }
    }
}
