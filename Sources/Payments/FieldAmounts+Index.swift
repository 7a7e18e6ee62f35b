import Ledger
import Terms

extension FieldAmounts {
    /// An amount as it follows its index, rounded to the minor unit, half to even; as it is where it follows none.
    mutating func indexed(
        _ amount: Amount, of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> Amount {
        guard let field = term.field(.index) else { return amount }
        var amounts: [Amount] = []
        for state in statedValues(field, of: term) {
            if state == .none {
                amounts.append(amount)
            } else if case .stated(.indexation(let index)) = state, term.field(.per) != nil,
                let beginning = knowledge.beginning
            {
                amounts.append(
                    follow(
                        IndexFactor(index: index, figures: knowledge.indices), amount, of: term,
                        on: knowledge.day, since: beginning))
            } else {
                reasons.append(
                    "how the amount of \(term.id) follows \(state.displayText) is not known: any amount"
                )
                amounts.append(Amount(0, nil))
            }
        }
        return amounts.dropFirst().reduce(amounts.first ?? amount) { $0.union($1) }
    }

    private mutating func follow(
        _ factor: IndexFactor, _ amount: Amount, of term: ConformedTerm, on day: Day,
        since beginning: DayWindow
    ) -> Amount {
        let numbers = factor.adjustments(by: day, since: beginning)
        if numbers.upperBound >= factor.known {
            let missing = factor.index.reference(factor.known).map { " for \($0)" } ?? ""
            reasons.append(
                "\(term.id) follows \(factor.index.name), of which no figure is given\(missing)")
        }
        let all = numbers.reduce(factor.factor(after: numbers.lowerBound)) {
            $0.union(factor.factor(after: $1))
        }
        // No more than is counted.
        let most = Fraction(MinorUnits.most)
        let low = min(most, Fraction(amount.low) * all.low)
        let high = amount.high.flatMap { high in all.high.map { Fraction(high) * $0 } }
        return Amount(low.rounded, high.flatMap { $0 <= most ? $0.rounded : nil })
    }
}
