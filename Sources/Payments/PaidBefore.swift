public import Ledger
import Terms

/// What had accrued before the first line, as far as the record says.
public struct PaidBefore: Hashable, Sendable {
    /// In minor units; nil at its end where days that may have paid are not recorded.
    public var amount: Amount
    /// What is recorded of it; nil for nothing.
    public var recorded: AccruedSum?
    /// A waiver that may reach it; nil for none.
    public var waivable: AccrualReason?
    /// The days that may have paid and of which nothing is recorded; nil where all are.
    public var unrecorded: AccrualReason?

    init(_ terms: TermsOfPayment, before day: Day, in currency: Currency, _ reports: ReportUse) {
        (amount, recorded) =
            day > .first
            ? terms.accrued(by: day.adding(days: -1), inLifeOf: day, in: currency, reports)
            : (.zero, nil)
        let paying = terms.payingDays(before: day)
        waivable = paying.lazy.compactMap { terms.waiver(reaching: $0.lowerBound) }.first {
            $0.reachesSums
        }.flatMap { $0.events.first }.map { .waivable($0) }
        let gaps = paying.compactMap { run in
            terms.timeline.accruals(inLifeOf: day).unrecorded(
                from: run.lowerBound, through: run.upperBound, in: currency,
                reports: reports == .takenToHold)
        }
        if let first = gaps.first?.first, let last = gaps.last?.last {
            unrecorded = .unrecorded(first: first, last: last)
        }
    }

    /// With what days that are not recorded may have brought, and without what may be waived.
    var possible: Amount {
        Amount(waivable == nil ? amount.low : 0, unrecorded == nil ? amount.high : nil)
    }

    /// Why what had accrued is a range.
    public var reasons: [AccrualReason] {
        (recorded?.reasons ?? []) + [waivable, unrecorded].compactMap(\.self)
    }
}
