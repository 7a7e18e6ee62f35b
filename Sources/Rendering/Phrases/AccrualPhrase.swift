import Ledger
import Terms

/// Sums of what accrued, and why they are ranges, in words.
enum AccrualPhrase {
    /// `USD 30`, or `USD 30 to USD 70, with reports (named-press)`.
    static func text(of sum: AccruedSum) -> String {
        sum.displayText
            + (sum.isReported ? ", with what is reported (\(sum.grade.rawValue))" : "")
    }

    static func text(of reason: AccrualReason) -> String {
        switch reason {
        case .running(let period, let amount):
            "\(period) is not over: how much of its \(amount.displayText) had accrued is not stated"
        case .overlapping(let periods):
            "the periods \(list(periods)) overlap: what accrued on the days they share is not stated"
        case .contradictory(let periods):
            "what is stated of \(list(periods)) cannot all be true"
        case .uncertainPeriod(let period): "on which days \(period) begins and ends is not certain"
        case .redacted(let period, let event): "the amount for \(period) is redacted (\(event))"
        case .tooManyDigits: "the amounts have more digits than can be added up"
        case .waivable(let event): "what is waived of it is stated in words (\(event))"
        case .unrecorded(let first, let last):
            "what accrued on the days from \(first) to \(last) is not recorded"
        }
    }

    /// At most four, in their order.
    private static func list(_ periods: [DateRange]) -> String {
        let named = periods.prefix(4).map(\.description)
        let rest = periods.count - named.count
        let all = named + (rest > 0 ? ["\(rest) more"] : [])
        guard let last = all.last, all.count > 1 else { return all.joined() }
        return all.dropLast().joined(separator: ", ") + " and " + last
    }
}
