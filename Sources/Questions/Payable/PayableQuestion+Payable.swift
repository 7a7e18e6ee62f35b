import EventStore
import Payments
import Terms

// What is given to work with: figures, or days.
extension PayableQuestion {
    func payable(
        _ terms: TermsOfPayment, _ figures: [Figure]?
    ) throws(DeedbookError) -> Payable {
        guard let figures else { return try payable(terms) }
        return try payable(terms, under: figures)
    }

    /// What a term amounts to under figures, which are at least one.
    private func payable(
        _ terms: TermsOfPayment, under figures: [Figure]
    ) throws(DeedbookError) -> Payable {
        if !terms.countsSeveralBases, let base = figures.first?.base,
            let other = figures.first(where: { $0.base != base })
        {
            throw .secondBase(other.base, line: other.line, first: base)
        }
        switch terms.figureUse {
        case .none: throw .takesNoFigures(terms.kind)
        case .needed:
            let bases = terms.bases
            if !bases.isEmpty, let figure = figures.first(where: { !bases.contains($0.base) }) {
                throw .unknownBase(figure.base, line: figure.line, of: term, known: bases)
            }
        case .optional: break
        }
        let isQuantity = !figures.contains { $0.currency != nil }
        let priced = isQuantity ? try currency(of: terms) : nil
        guard let payable = Payable(terms, figures: figures, in: priced) else {
            throw .noFigures
        }
        return payable
    }

    /// What a term amounts to that needs no figures.
    private func payable(_ terms: TermsOfPayment) throws(DeedbookError) -> Payable {
        switch terms.figureUse {
        case .needed: throw .needsFigures(terms.kind)
        case .optional, .none: break
        }
        guard let from, let to else { throw .needsDays }
        guard from <= to else { throw .reversedDays(from: from, to: to) }
        try AskedDays.check(from: from, to: to)
        guard let payable = Payable(terms, from: from, to: to, in: try currency(of: terms)) else {
            throw .reversedDays(from: from, to: to)
        }
        return payable
    }

    /// The currency given, else the only one of the term; where it states no amount, none (ISO 4217: XXX).
    private func currency(of terms: TermsOfPayment) throws(DeedbookError) -> Currency {
        if let currency { return currency }
        let known = terms.currencies
        guard known.count < 2 else { throw .severalCurrencies(term, known) }
        return known.first ?? .absent
    }
}
