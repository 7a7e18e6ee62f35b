import Ledger
import Terms

// What a buyer pays for what it takes, and for what it should have taken.
extension PaymentSpanReader {
    mutating func supply(by term: ConformedTerm, into paymentSpan: inout PaymentSpan) {
        paymentSpan.accrual = fields.bought(of: term, knowledge)
        switch fields.flag(.takeOrPay, of: term) {
        case .yes: paymentSpan.floor = fields.priced(.minimumQuantity, of: term)
        case .unknown where term.field(.minimumQuantity) != nil:
            fields.reasons.append(
                "whether a shortfall of \(term.id) is paid for (take-or-pay) is not stated")
            paymentSpan.floor = fields.priced(.minimumQuantity, of: term).orNothing
        case .no, .unknown: break
        }
    }
}

extension FieldAmounts {
    /// What is paid for one unit of what is taken.
    fileprivate mutating func bought(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> PaymentSpan.Accrual {
        if let tiers = tiers(of: term, knowledge) { return tiers }
        let price = price(of: term)
        return .share(
            price
                ?? unstated(
                    .unitPrice, of: term, unknown: Extent(.zero, nil), hint: "any price"))
    }

    /// Whether a field surely says yes, or surely no; what is not agreed is not known.
    fileprivate mutating func flag(_ name: FieldName, of term: ConformedTerm) -> Truth {
        guard let field = term.field(name) else { return .unknown }
        let states = statedValues(field, of: term)
        if !states.isEmpty, states.allSatisfy({ $0 == .stated(.flag(true)) }) { return .yes }
        let isNo = states.allSatisfy { $0 == .stated(.flag(false)) || $0 == .none }
        return !states.isEmpty && isNo ? .no : .unknown
    }
}
