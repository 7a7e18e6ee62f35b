import Ledger
import Terms

// Charges and credits that are held against a measured figure.
extension FieldAmounts {
    /// What a margin says, with its facility.
    mutating func interest(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> InterestAmount {
        let rate = share(.rate, of: term)
        if base != rate.base, base != InterestAmount.drawn {
            reasons.append(
                "no figure says what \(rate.base ?? "its base") is, of which \(term.id) is a rate: any amount"
            )
        }
        let dayCount = word(.dayCount, of: term).flatMap { DayCount(rawValue: $0) }
        if dayCount == nil {
            reasons.append(
                "how the days of \(term.id) are counted (day-count) is not stated: any amount")
        }
        let isOnUndrawn = term.field(.charge) != nil && word(.charge, of: term) == "commitment-fee"
        return InterestAmount(
            base: rate.base, rate: rate.share, reference: reference(of: term, knowledge),
            dayCount: dayCount, level: gridLevel(of: term),
            commitment: isOnUndrawn ? commitment(of: term) : nil)
    }

    /// What a service level credits.
    mutating func credit(of term: ConformedTerm) -> CreditAmount {
        let level = level(of: term)
        if level.bounds.isEmpty {
            reasons.append(
                "the level of \(term.id) is not stated as a figure: whether it was kept is not known"
            )
        }
        return CreditAmount(
            level: level, credit: share(.credit, of: term),
            most: term.field(.creditCap) == nil ? nil : share(.creditCap, of: term))
    }

    /// The rate that the margin is charged over; nil for none.
    private mutating func reference(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> InterestAmount.Reference? {
        guard let field = term.field(.base) else { return nil }
        let states = statedValues(field, of: term)
        if !states.isEmpty, states.allSatisfy({ $0 == .none }) { return nil }
        let floor = term.field(.baseFloor) == nil ? nil : share(.baseFloor, of: term).share
        guard states.count == 1, case .stated(.text(let name)) = states[0] else {
            reasons.append("over which rate \(term.id) is charged is not known: any amount")
            return InterestAmount.Reference(name: "", floor: floor, figures: [])
        }
        let figures = knowledge.indices.filter { $0.name == name }
        reasons.append(
            figures.isEmpty
                ? "\(term.id) is charged over \(name), of which no figure is given"
                : "\(name) counts on each day as its finest figure says, in percent of a year")
        return InterestAmount.Reference(name: name, floor: floor, figures: figures)
    }

    /// The level of the grid, where the term is one of several; nil for a charge at every level.
    private mutating func gridLevel(of term: ConformedTerm) -> MeasuredLevel? {
        let level = level(of: term)
        guard level.bounds.isEmpty else {
            reasons.append(
                "\(term.id) is charged only where \(level.words), as figures of it say")
            return level
        }
        guard let words = word(.level, of: term) else { return nil }
        reasons.append(
            "\(term.id) is charged at \(words) only, of which no bounds are stated: whether it is charged "
                + "is not known")
        return level
    }

    private mutating func level(of term: ConformedTerm) -> MeasuredLevel {
        var bounds: [FieldName: Extent<Fraction>] = [:]
        for name in MeasuredLevel.fields where term.field(name) != nil {
            bounds[name] = share(name, of: term).share
        }
        return MeasuredLevel(measure: word(.measure, of: term), bounds: bounds)
    }

    /// What may be drawn under the facility of a margin, in minor units.
    private mutating func commitment(of term: ConformedTerm) -> Amount {
        guard let field = term.field(.on), case .stated(.term(let id)) = field.value,
            let facility = copy.term(id)
        else {
            reasons.append("of which facility \(term.id) is a charge is not known: any amount")
            return Amount(0, nil)
        }
        return needed(.commitment, of: facility)
    }

    /// A part of a named base; any part where it is not stated, and of no base where several may be.
    private mutating func share(_ name: FieldName, of term: ConformedTerm) -> CreditAmount.Share {
        let bases = Set((term.field(name)?.value.rates ?? []).map(\.base))
        return CreditAmount.Share(
            base: bases.count == 1 ? bases.first : nil,
            share: number(name, of: term, unknown: Extent(.zero, nil)))
    }

    /// The word or text that a field surely says; nil where it says none, or may say another.
    private mutating func word(_ name: FieldName, of term: ConformedTerm) -> String? {
        guard let field = term.field(name) else { return nil }
        let states = statedValues(field, of: term)
        guard states.count == 1, case .stated(let value) = states[0] else { return nil }
        switch value {
        case .text(let text), .choice(let text): return text
        case .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula, .indexation,
            .date, .bound, .duration, .businessDays, .yearly, .party, .parties, .tags, .term,
            .condition:
            return nil
        }
    }
}

extension MeasuredLevel {
    /// What is held against what.
    fileprivate var words: String {
        "\(measure ?? "what is measured") keeps within its bounds (a share as a part of one: 0.995 "
            + "for 99.5%)"
    }
}

extension ValueState {
    /// The rates that it states.
    fileprivate var rates: [Rate] {
        let values: [Value] =
            switch self {
            case .stated(let value): [value]
            case .between(let low, let high): [low, high]
            case .about(let approximation): [approximation.value]
            case .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: []
            }
        return values.compactMap { if case .rate(let rate) = $0 { rate } else { nil } }
    }
}
