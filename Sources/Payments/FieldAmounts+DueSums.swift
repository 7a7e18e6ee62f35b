import Ledger
import Terms

// Sums that fall due once: when a milestone is reached, when a sale closes.
extension FieldAmounts {
    /// The amount of a milestone on the day on which its condition came true.
    mutating func milestone(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> [PaymentSpan.DueSum] {
        let amount = needed(.amount, of: term)
        guard let field = term.field(.condition) else {
            reasons.append(
                "the condition that is satisfied when \(term.id) is reached is not stated: whether "
                    + "it is paid, and on which day, is not known")
            return [Self.someDay(amount)]
        }
        return sums(of: field, of: term) { fields, state in
            guard case .stated(.condition(let id)) = state else { return nil }
            let sum = fields.due(.upon(id), amount, "the amount of \(term.id)", knowledge)
            return sum.map { [fields.inTime($0, of: term, knowledge)] } ?? []
        } unknown: {
            [Self.someDay(amount)]
        }
    }

    /// Whether what is reached too late is still paid for is not stated.
    private mutating func inTime(
        _ sum: PaymentSpan.DueSum, of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> PaymentSpan.DueSum {
        guard let field = term.field(.due) else { return sum }
        let isSure = statedValues(field, of: term).allSatisfy { state in
            if state == .none { return true }
            guard case .stated(.bound(let bound)) = state, let end = knowledge.end(bound) else {
                return false
            }
            return sum.days.upperBound < end.first
        }
        if isSure { return sum }
        reasons.append(
            "\(term.id) may be reached after the day by which it is due: whether it is still paid for is "
                + "not stated")
        return sum.orNothing
    }

    /// The price of a sale when it closes, less what is kept back, and that when it is released.
    mutating func sale(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> [PaymentSpan.DueSum] {
        let price =
            term.field(.amount) == nil && term.field(.unitPrice) != nil
            ? priced(.quantity, of: term) : needed(.amount, of: term)
        let kept = amount(.holdback, of: term) ?? .zero
        let low = kept.high.map { max(0, price.low - $0) } ?? 0
        let paid = Amount(low, price.high.map { max(low, $0 - kept.low) })
        let closing = closing(of: term, paid, knowledge)
        guard kept != .zero else { return closing }
        // Nothing is released of a sale that does not close.
        let isSure = closing.allSatisfy { $0.amount == paid } && !closing.isEmpty
        return closing
            + released(of: term, isSure ? kept : kept.orNothing, knowledge)
    }

    private mutating func closing(
        of term: ConformedTerm, _ amount: Amount, _ knowledge: PaymentSpanReader.Knowledge
    ) -> [PaymentSpan.DueSum] {
        let free = condition(of: term, knowledge)
        if let free, free.isPending { return [] }
        guard let field = term.field(.closing) else {
            reasons.append("when \(term.id) closes is not stated")
            return [Self.someDay(amount, from: free?.window?.first)]
        }
        return sums(of: field, of: term) { fields, state in
            guard case .stated(.bound(let bound)) = state else { return nil }
            guard
                var sum = fields.due(
                    bound, amount, "the price of \(term.id)", knowledge)
            else { return [] }
            if let free, free.window.map({ $0.sure > sum.days.lowerBound }) ?? true {
                fields.reasons.append(
                    "what has to be satisfied before \(term.id) closes may not be by then")
                sum.amount = sum.amount.orNothing
            }
            return [sum]
        } unknown: {
            [Self.someDay(amount)]
        }
    }

    /// The days on which the condition of a sale came true, it may be one or another; nil where it has none.
    private mutating func condition(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> (window: DayWindow?, isPending: Bool)? {
        guard let field = term.field(.condition) else { return nil }
        let states = statedValues(field, of: term)
        if states.allSatisfy({ $0 == .none }) { return nil }
        guard states.count == 1, case .stated(.condition(let id)) = states[0] else {
            return (nil, false)
        }
        if let window = knowledge.start(.upon(id)) { return (window, false) }
        reasons.append(
            "\(term.id) closes upon \(id), of which no day is known: it is not counted")
        return (nil, true)
    }

    private mutating func released(
        of term: ConformedTerm, _ amount: Amount, _ knowledge: PaymentSpanReader.Knowledge
    ) -> [PaymentSpan.DueSum] {
        guard let field = term.field(.release) else {
            reasons.append("when what is kept back of \(term.id) is released is not stated")
            return [Self.someDay(amount)]
        }
        return sums(of: field, of: term) { fields, state in
            guard case .stated(.bound(let bound)) = state else { return nil }
            return fields.due(bound, amount, "what is kept back of \(term.id)", knowledge)
                .map { [$0] } ?? []
        } unknown: {
            [Self.someDay(amount)]
        }
    }

    /// What each value that a field may have makes fall due; where several may govern, none is sure.
    ///
    /// - Parameters:
    ///   - sums: nil for a value that does not say when.
    ///   - unknown: what stands for such a value.
    private mutating func sums(
        of field: ConformedField, of term: ConformedTerm,
        _ sums: (inout FieldAmounts, ValueState) -> [PaymentSpan.DueSum]?,
        unknown: () -> [PaymentSpan.DueSum]
    ) -> [PaymentSpan.DueSum] {
        let states = statedValues(field, of: term)
        guard !states.isEmpty else { return unknown() }
        return states.flatMap { state in
            guard let own = sums(&self, state) else {
                reasons.append(
                    "\(term.id)/\(field.name) is \(state.displayText): on which day it falls due is "
                        + "not known")
                return unknown()
            }
            return states.count == 1 ? own : own.map(\.orNothing)
        }
    }

    /// All of it on some day, or nothing.
    private static func someDay(_ amount: Amount, from first: Day? = nil) -> PaymentSpan.DueSum {
        PaymentSpan.DueSum(days: (first ?? .first)...Day.last, amount: amount.orNothing)
    }
}
