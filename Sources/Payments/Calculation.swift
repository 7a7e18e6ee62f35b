public import Terms

/// The amount of one slice of a period, with its parts.
public struct PayableLine: Hashable, Sendable {
    /// One part of a line: days under the same terms, or what a cap or floor takes or adds.
    public struct Part: Hashable, Sendable {
        public enum Cause: Hashable, Sendable {
            case days(PaymentSpan)
            case floor, cap, aggregateCap, aggregateFloor
        }

        public var cause: Cause
        /// In minor units; parts of a line add up to the line at either end.
        public var amount: Amount
    }

    public var slice: CountedPeriod.Slice
    public var parts: [Part]
    /// In minor units.
    public var amount: Amount
    /// Why the line is a range, or a bound is not counted on it.
    public var reasons: [String]
}

/// Counted periods and the terms of their days, turned into amounts.
///
/// Everything is exact up to the line. The running sum of a counted period is rounded to the minor
/// unit, half to even, and a line is what that sum grew by: lines add up to the rounded period, parts
/// to their line. A change inside a period splits its figure or sum by actual days; so do a per-period
/// cap and floor.
public struct Calculation: Sendable {
    public private(set) var lines: [PayableLine] = []
    /// What was paid before the first line, in minor units; an aggregate bound counts it.
    public let paidBefore: Amount
    /// What was paid before in the life of the last line.
    private var paidBeforeInLife: Amount
    /// With everything so far in that life.
    private var paid: Amount
    /// The sum of that life's lines so far.
    private var sum: Amount = .zero
    /// The sum of the lines of earlier lives.
    private var earlierLives: Amount = .zero
    /// Whether the lines were computed as one, and `sum` is their sum.
    private(set) var isWhole = false
    /// The units of figures that were counted in the life of the last line.
    private var counted: Extent<Fraction>
    /// The same of every other base that figures are given of.
    private var countedOthers: [String: Extent<Fraction>] = [:]
    /// How many of a base were counted before the first figures of it, in the life of the last line.
    private var countedBefore: Extent<Fraction>
    /// What the lines are counted over.
    private(set) var spans: [Span] = []

    struct Span: Hashable {
        var days: ClosedRange<Day>
        var length: Int
        /// Where an aggregate floor is settled.
        var settlesFloor: CountedPeriod.LifeEnd?
    }

    /// - Parameters:
    ///   - paidBefore: in minor units, before the first line.
    ///   - counted: the units of figures before it, in the life of that line.
    public init(paidBefore: Amount = .zero, counted: Extent<Fraction> = .zero) {
        self.paidBefore = paidBefore
        self.counted = counted
        countedBefore = counted
        paidBeforeInLife = paidBefore
        paid = paidBefore
    }

    /// Lines that were computed as one, with their sum.
    init(lines: [PayableLine], total: Amount, paidBefore: Amount) {
        self.init(paidBefore: paidBefore)
        self.lines = lines
        sum = total
        isWhole = true
    }

    /// Everything so far, in minor units. A bound may make it narrower than the lines add up to.
    public var total: Amount {
        if isWhole { return sum }
        // Whatever had been paid before, the bounds leave no more and no less than this.
        let left = Amount(
            paidBeforeInLife.high.map { paid.low - $0 } ?? sum.low,
            paid.high.map { $0 - paidBeforeInLife.low })
        // Where the record differs from the lines, no more than the sum of the lines is sure.
        let low = contradiction == nil ? max(sum.low, left.low) : sum.low
        return earlierLives.plus(
            Amount(low, [sum.high, left.high].compactMap(\.self).min()))
    }

    /// What the record and the figures differ in so far; nil where they agree.
    private var contradiction: String?

    /// Adds a period of which the record says what accrued in it: that is as possible as the sum of its lines.
    mutating func add(_ period: CountedPeriod, recorded: Amount) {
        let start = period.countsAnew ? .zero : paid
        add(period)
        let other = start.plus(recorded)
        guard paid != other else { return }
        contradiction =
            "what is recorded as accrued by \(period.days.upperBound) is not the sum of the lines: either may count"
        paid = paid.union(other)
    }

    private mutating func countAnew() {
        contradiction = nil
        earlierLives = total
        (sum, paid, paidBeforeInLife) = (.zero, .zero, .zero)
        (counted, countedBefore, countedOthers) = (.zero, .zero, [:])
    }

    /// - Parameter period: later than those before.
    public mutating func add(_ period: CountedPeriod) {
        if period.countsAnew { countAnew() }
        let hasFloor = period.paymentSpans.contains { $0.aggregateFloor != nil }
        spans.append(
            Span(
                days: period.days, length: period.length,
                settlesFloor: hasFloor && period.lifeEnd != .goesOn ? period.lifeEnd : nil))
        let start = paid
        let bases = Set(period.slices.flatMap(\.others).map(\.base))
        for base in bases where countedOthers[base] == nil { countedOthers[base] = countedBefore }
        var sum = PeriodSum(period, after: counted, countedOthers)
        for slice in period.slices {
            var line = sum.line(of: slice)
            bound(&line, in: period)
            self.sum = self.sum.plus(line.amount)
            lines.append(line)
        }
        counted = sum.counted.inAll
        countedOthers = sum.others.mapValues(\.inAll)
        // The sums of periods whose days are not known are rounded elsewhere.
        guard period.looseLengths == nil else { return }
        // The least line by line is less than the least of the whole, where they are ranges.
        var whole = start.plus(sum.rounded)
        for cap in period.paymentSpans.compactMap(\.aggregateCap) { whole = whole.limited(to: cap) }
        paid.low = max(paid.low, whole.low)
        paid.high = [paid.high, start.plus(sum.rounded).raised(to: paidAtLeast(period)).high]
            .compactMap(\.self).min()
    }

    /// What an aggregate floor may lift the sum to, which no period's own sum knows of.
    private func paidAtLeast(_ period: CountedPeriod) -> Amount {
        period.paymentSpans.compactMap(\.aggregateFloor).reduce(Amount(paid.low)) {
            $0.raised(to: $1)
        }
    }

    private mutating func bound(_ line: inout PayableLine, in period: CountedPeriod) {
        let bounds = AggregateBounds(period, on: line.slice)
        if bounds.cap != nil || bounds.floor != nil, let contradiction {
            line.reasons.append(contradiction)
        }
        var after = paid.plus(line.amount)
        if let floor = bounds.floor {
            switch period.lifeEnd {
            case .on(let day) where line.slice.days.contains(day):
                line.change(to: line.amount.raised(to: floor.missing(after: paid)), .aggregateFloor)
                after = after.raised(to: floor)
            case .unknown:
                let most = line.amount.raised(to: floor.missing(after: paid)).high
                line.change(to: Amount(line.amount.low, most), .aggregateFloor)
                after = Amount(after.low, after.raised(to: floor).high)
                line.reasons.append(
                    "the least is counted over the whole life: a shortfall may be due already")
            case .on, .goesOn:
                line.reasons.append(
                    "the least is counted over the whole life: no shortfall is due yet")
            }
        }
        if let cap = bounds.cap {
            line.change(to: line.amount.limited(to: cap.left(after: paid)), .aggregateCap)
            // What was paid before a cap is not given back for it.
            after = after.limited(to: cap).raised(to: paid.limited(to: paid.plus(line.amount)))
        }
        paid = after
    }
}

/// The bounds over everything that hold on the last day of a slice that pays.
private struct AggregateBounds {
    var cap: Amount?
    var floor: Amount?

    init(_ period: CountedPeriod, on slice: CountedPeriod.Slice) {
        // Days that may not pay leave it to the days before them.
        var last: [PaymentSpan] = []
        for paymentSpan in period.paymentSpans.reversed()
        where paymentSpan.within(slice.days) != nil && paymentSpan.pays != .no {
            last.append(paymentSpan)
            if paymentSpan.pays == .yes { break }
        }
        let (caps, floors) = (last.compactMap(\.aggregateCap), last.compactMap(\.aggregateFloor))
        cap = caps.dropFirst().reduce(caps.first) { $0?.union($1) }
        if caps.count < last.count { cap?.high = nil }
        floor = floors.dropFirst().reduce(floors.first) { $0?.union($1) }
        if floors.count < last.count { floor = floor?.orNothing }
    }
}

extension Amount {
    /// What is missing to it once something is paid; below zero where more is.
    fileprivate func missing(after paid: Amount) -> Amount {
        let least = paid.high.map { low - $0 } ?? .min
        return Amount(least, high.map { Swift.max(least, $0 - paid.low) })
    }

    /// What is left of it once something is paid.
    fileprivate func left(after paid: Amount) -> Amount {
        Amount(
            paid.high.map { Swift.max(0, low - $0) } ?? 0, high.map { Swift.max(0, $0 - paid.low) })
    }
}

extension PayableLine {
    fileprivate mutating func change(to amount: Amount, _ cause: Part.Cause) {
        guard amount != self.amount else { return }
        parts.append(Part(cause: cause, amount: amount.minus(self.amount)))
        self.amount = amount
    }
}
