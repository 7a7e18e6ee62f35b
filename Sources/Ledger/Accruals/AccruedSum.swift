public import Amendments
public import Terms

/// What had accrued under a term by the end of a day, in one currency.
///
/// Every distribution over days that the statements allow lies between the two ends, both included.
public struct AccruedSum: Hashable, Sendable {
    public var currency: Currency
    public var least: Money
    /// nil: no upper end is known.
    public var most: Money?
    /// True where a report is among the statements; the sum of what instruments state stands apart.
    public var isReported: Bool
    /// The worst grade among the statements: a sum is known no better than its parts.
    public var grade: SourceGrade
    /// Why it is a range; empty where it is exact.
    public var reasons: [AccrualReason]
    /// The statements that had begun to count, in the order of their periods.
    public var events: [RecordedEvent]

    public var isExact: Bool { most == least }

    /// `USD 30`, `USD 30 to USD 70` or `USD 30 or more`.
    public var displayText: String {
        guard let most else {
            return currency == Currency("XXX") && least.amount == ExactDecimal(0)
                ? "an amount that is not known" : "\(least.displayText) or more"
        }
        return isExact ? least.displayText : "\(least.displayText) to \(most.displayText)"
    }
}

/// Why what accrued is known as a range only.
public enum AccrualReason: Hashable, Sendable {
    /// The period is not over: how much of its amount had accrued is not stated.
    case running(DateRange, Money)
    /// Periods that overlap, none inside the other: what fell into the days they share is not stated.
    case overlapping([DateRange])
    /// What is stated of these periods cannot all be true.
    case contradictory([DateRange])
    /// How long the period is is not stated to the day.
    case uncertainPeriod(DateRange)
    /// The amount was redacted.
    case redacted(DateRange, EventReference)
    /// The amounts have more digits together than can be added up.
    case tooManyDigits
    /// A waiver in words may reach it.
    case waivable(EventReference)
    /// Nothing is recorded of these days, on which the term may have paid.
    case unrecorded(first: Day, last: Day)
}
