import Notation

extension Formula {
    /// What a part of a formula is counted in.
    enum Unit: Hashable {
        case number
        /// nil: in the currency of the figures, or of the field.
        case money(Currency?)
        case quantity(String)
        case price(Currency, of: String)

        var words: String {
            switch self {
            case .number: "a number"
            case .money(let currency): currency.map { "an amount in \($0)" } ?? "an amount"
            case .quantity(let unit): "a quantity of \(unit)"
            case .price(let currency, let unit): "a price in \(currency) of each \(unit)"
            }
        }

        /// The unit of what is added up or compared; nil where they cannot be.
        func joined(with other: Unit) -> Unit? {
            switch (self, other) {
            case (.money(let mine), .money(let its)):
                mine == nil || its == nil || mine == its ? .money(mine ?? its) : nil
            case (.number, _), (.money, _), (.quantity, _), (.price, _):
                self == other ? self : nil
            }
        }
    }
}

extension Formula.Expression {
    /// What it is counted in.
    func unit() throws(Formula.Fault) -> Formula.Unit {
        switch self {
        case .number, .share: return .number
        case .money(let money): return .money(money.currency)
        case .price(let price): return .price(price.price.currency, of: price.unit)
        case .figure: return .money(nil)
        case .units(let unit): return .quantity(unit)
        case .field(_, let name): return try Self.unit(of: name)
        case .sum(let one, let other): return try joined([one, other], "are added up")
        case .difference(let one, let other): return try joined([one, other], "are subtracted")
        case .greatest(let all), .least(let all): return try joined(all, "are compared")
        case .product(let one, let other): return try product(one.unit(), other.unit())
        case .quotient(let one, let other): return try quotient(one.unit(), other.unit())
        }
    }

    private func joined(_ parts: [Self], _ what: String) throws(Formula.Fault) -> Formula.Unit {
        var unit = try parts[0].unit()
        for part in parts.dropFirst() {
            let next = try part.unit()
            guard let both = unit.joined(with: next) else {
                throw Formula.Fault(
                    "in '\(text)' \(unit.words) and \(next.words) \(what)",
                    "what \(what) is of one unit")
            }
            unit = both
        }
        return unit
    }

    private func product(
        _ one: Formula.Unit, _ other: Formula.Unit
    ) throws(Formula.Fault) -> Formula.Unit {
        switch (one, other) {
        case (.number, let unit), (let unit, .number): return unit
        case (.quantity(let unit), .price(let currency, let priced)),
            (.price(let currency, let priced), .quantity(let unit)):
            if unit == priced { return .money(currency) }
        case (.money, _), (.quantity, _), (.price, _): break
        }
        throw Formula.Fault(
            "in '\(text)' \(one.words) is multiplied by \(other.words)",
            "multiply by a number or a share, or a quantity by the price of its unit")
    }

    private func quotient(
        _ one: Formula.Unit, _ other: Formula.Unit
    ) throws(Formula.Fault) -> Formula.Unit {
        if other == .number { return one }
        if one.joined(with: other) != nil { return .number }
        throw Formula.Fault(
            "in '\(text)' \(one.words) is divided by \(other.words)",
            "divide by a number, or by what is of the same unit")
    }

    /// What every field of that name is counted in.
    private static func unit(of name: FieldName) throws(Formula.Fault) -> Formula.Unit {
        let types = TermKind.allCases.compactMap { $0.definition.field(name)?.type }
        for type in types {
            switch type {
            case .money: return .money(nil)
            case .rate, .count: return .number
            case .text, .choice, .flag, .unitPrice, .tiers, .schedule, .formula, .indexation, .date,
                .bound, .duration, .lapse, .yearly, .party, .parties, .tags, .term, .condition:
                continue
            }
        }
        throw Formula.Fault(
            "'\(name)' is no amount, rate or count",
            Spelling.hint(
                for: name.rawValue, among: countable,
                else: "name a field such as minimum, or of another term such as license.a/amount; "
                    + "figures stand in brackets: [net sales]"))
    }

    /// The names of the fields of any kind that are amounts, rates or counts.
    private static let countable: [String] = Set(
        TermKind.allCases.flatMap(\.definition.fields).filter { field in
            switch field.type {
            case .money, .rate, .count: true
            case .text, .choice, .flag, .unitPrice, .tiers, .schedule, .formula, .indexation,
                .date, .bound, .duration, .lapse, .yearly, .party, .parties, .tags, .term,
                .condition:
                false
            }
        }.map(\.name.rawValue)
    ).sorted()
}
