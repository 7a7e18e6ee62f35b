import Amendments
import Ledger
import Terms

/// The cap of a term on a run of days, as far as it is known.
struct Cap {
    /// The least that it may be; nil where nothing is known of it.
    let least: Money?
    /// The most that it may be; nil where that is not known.
    let most: Money?
    let text: String
    /// Why it is not known from instruments; nil where it is.
    let doubt: String?

    /// nil where there is none, or may be none: that is no cap to reach.
    init?(of term: ConformedTerm) {
        guard let field = term.field(.cap), field.value != .none, field.value != .unknown else {
            return nil
        }
        switch FieldReader(term: term).value(.cap) {
        case .known(.money(let money))?:
            (least, most, text) = (money, money, money.displayText)
        case .unknown(let said, _)?:
            if case .between(.money(let low), .money(let high)) = field.value {
                (least, most) = (low, high)
            } else {
                (least, most) = (nil, nil)
            }
            text = said
        case .known?, nil: return nil
        }
        doubt =
            [FieldName.cap, .capPeriod, .per].lazy.compactMap(term.field)
            .compactMap { field in
                field.governing.evidenceDoubt.map { "\(field.name) is \($0)" }
            }.first
    }

    /// Whether an amount, known from its least to its most, comes to it.
    func isReached(byLeast low: Money, most high: Money?) -> Overlap {
        guard let least, let most else { return .unknown }
        guard least.currency == low.currency else { return .disjoint }
        if low.amount >= most.amount { return .overlap }
        return high.map { $0.amount < least.amount } ?? false ? .disjoint : .unknown
    }
}
