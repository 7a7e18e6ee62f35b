import Terms

/// What one slice of a period comes to, with its parts.
public struct PayableLine: Hashable, Sendable {
    /// One part of a line: days under the same terms, or what a cap or floor takes or adds.
    public struct Part: Hashable, Sendable {
        public enum Cause: Hashable, Sendable {
            case days(Stretch)
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
    public let paidBefore: Int128
    /// With everything so far.
    private var paid: Amount
    /// What the lines are counted over.
    private(set) var spans: [Span] = []

    struct Span: Hashable {
        var first, last: Day
        var length: Int
        /// Whether an aggregate floor is settled at its end.
        var settlesFloor: Bool
    }

    public init(paidBefore: Int128 = 0) {
        self.paidBefore = paidBefore
        paid = Amount(paidBefore)
    }

    /// Everything so far, in minor units. A bound may make it narrower than the lines add up to.
    public var total: Amount { paid.minus(Amount(paidBefore)) }

    /// - Parameter period: later than those before.
    public mutating func add(_ period: CountedPeriod) {
        spans.append(
            Span(
                first: period.first, last: period.last, length: period.length,
                settlesFloor: period.endsLife
                    && period.stretches.contains { $0.aggregateFloor != nil }))
        let start = paid
        var sum = PeriodSum(period)
        for slice in period.slices {
            var line = sum.line(of: slice)
            bound(&line, in: period)
            lines.append(line)
        }
        // The least line by line is less than the least of the whole, where they are ranges.
        var whole = start.plus(sum.rounded)
        for cap in period.stretches.compactMap(\.aggregateCap) { whole = whole.limited(to: cap) }
        paid.low = max(paid.low, whole.low)
        paid.high = [paid.high, start.plus(sum.rounded).raised(to: paidAtLeast(period)).high]
            .compactMap(\.self).min()
    }

    /// What an aggregate floor may lift the sum to, which no period's own sum knows of.
    private func paidAtLeast(_ period: CountedPeriod) -> Amount {
        period.stretches.compactMap(\.aggregateFloor).reduce(Amount(paid.low)) { $0.raised(to: $1) }
    }

    private mutating func bound(_ line: inout PayableLine, in period: CountedPeriod) {
        let terms = period.stretches.compactMap { $0.within(line.slice.first, line.slice.last) }
            .last { $0.standing != .paysNothing }
        var after = paid.plus(line.amount)
        if let floor = terms?.aggregateFloor {
            if period.endsLife, line.slice.last >= period.last {
                line.change(to: line.amount.raised(to: floor.left(after: paid)), .aggregateFloor)
                after = after.raised(to: floor)
            } else {
                line.reasons.append(
                    "the least is counted over the whole life: no shortfall is due yet")
            }
        }
        if let cap = terms?.aggregateCap {
            line.change(to: line.amount.limited(to: cap.left(after: paid)), .aggregateCap)
            // What was paid before a cap is not given back.
            after = after.limited(to: cap).raised(to: paid)
        }
        paid = after
    }
}

extension Amount {
    /// What is missing to it, or left of it, once something is paid.
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
