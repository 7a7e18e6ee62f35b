import Ledger
import Terms

// What a formula says, with the fields that it names read as numbers.
extension FieldAmounts {
    /// nil where the term has no formula, or none that is agreed.
    mutating func formula(of term: ConformedTerm) -> PaymentSpan.Accrual? {
        let accruals = formulas(of: term).map { amount in
            amount.map { PaymentSpan.Accrual.formula($0) } ?? .share(Extent(.zero, nil))
        }
        return accruals.dropFirst().reduce(accruals.first) { $0?.union($1) }
    }

    /// The amount of a formula without figures in minor units, rounded outward; nil for no formula.
    mutating func formulaSum(of term: ConformedTerm) -> Amount? {
        let most = Fraction(MinorUnits.most)
        let sums = formulas(of: term).map { amount -> Amount in
            guard let sum = amount?.amount([]), sum.low <= most,
                sum.high.map({ $0 <= most }) ?? true
            else { return Amount(0, nil) }
            return Amount(sum.low.roundedDown, sum.high?.roundedUp)
        }
        return sums.dropFirst().reduce(sums.first) { $0?.union($1) }
    }

    /// Every formula that the term may have; nil in place of one that is not known. Empty for none.
    private mutating func formulas(of term: ConformedTerm) -> [FormulaAmount?] {
        guard let field = term.field(.formula) else { return [] }
        var found: [FormulaAmount?] = []
        for state in statedValues(field, of: term) where state != .none {
            if case .stated(.formula(let formula)) = state {
                found.append(amount(formula, of: term))
            } else {
                reasons.append("\(term.id)/formula is \(state.displayText): any amount")
                found.append(nil)
            }
        }
        return found
    }

    private mutating func amount(_ formula: Formula, of term: ConformedTerm) -> FormulaAmount {
        var fields: [FormulaAmount.Field: Extent<Fraction>] = [:]
        for field in formula.expression.fields where fields[field] == nil {
            fields[field] = number(field, of: term)
        }
        return FormulaAmount(formula: formula, fields: fields, currency: currency)
    }

    private mutating func number(
        _ field: FormulaAmount.Field, of term: ConformedTerm
    ) -> Extent<Fraction> {
        let unknown = Extent<Fraction>(.zero, nil)
        guard let other = field.term == nil ? term : field.term.flatMap({ copy.term($0) }) else {
            reasons.append(
                "\(term.id)/formula names \(field.words), which is not there: any amount")
            return unknown
        }
        if other.id != term.id, other.status != .inForce {
            reasons.append(
                "\(term.id)/formula names \(field.words), which is \(other.status.rawValue): any amount"
            )
            return unknown
        }
        return number(field.name, of: other, unknown: unknown)
    }
}

extension FormulaAmount.Field {
    fileprivate var words: String { (term.map { "\($0)/" } ?? "") + name.rawValue }
}

extension Formula.Expression {
    fileprivate var fields: [FormulaAmount.Field] {
        switch self {
        case .field(let term, let name): [FormulaAmount.Field(term: term, name: name)]
        case .number, .share, .money, .price, .figure, .units: []
        case .sum(let one, let other), .difference(let one, let other),
            .product(let one, let other), .quotient(let one, let other):
            one.fields + other.fields
        case .greatest(let all), .least(let all): all.flatMap(\.fields)
        }
    }
}
