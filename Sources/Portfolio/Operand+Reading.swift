import Terms

extension Operand {
    /// Whether a field of that type can be compared so with it.
    func fits(_ type: FieldType, _ comparison: Comparison) -> Bool {
        switch type {
        case .text: !comparison.isOrder
        case .choice(let words): !comparison.isOrder && words.contains(text)
        case .flag: !comparison.isOrder && flag != nil
        case .count: number != nil
        case .money, .unitPrice: money != nil
        case .rate: share != nil
        case .date, .bound: days != nil
        case .duration: duration != nil
        case .lapse: duration != nil || isBusinessDays && !comparison.isOrder
        case .party, .parties: !comparison.isOrder && PartyID(text) != nil
        case .tags, .tiers, .schedule, .formula, .indexation, .yearly: false
        case .term: !comparison.isOrder && TermID(text) != nil
        case .condition: !comparison.isOrder && ConditionID(text) != nil
        }
    }

    /// Whether a field of that type can be asked whether it contains it.
    func fitsContents(of type: FieldType) -> Bool {
        switch type {
        case .text: !text.isEmpty
        case .tags: Tag(text) != nil
        case .parties: PartyID(text) != nil
        case .choice, .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula,
            .indexation, .date, .bound, .duration, .lapse, .yearly, .party, .term, .condition:
            false
        }
    }

    /// Compares all from one value to another with it.
    ///
    /// - Parameter days: the days on which a bound may fall.
    func compared(
        to low: Value, _ high: Value, by comparison: Comparison,
        days: (DateBound) -> Extent
    ) -> Outcome {
        // How many days business days are hangs on the day from which they are counted.
        if comparison.isOrder, case .businessDays = low {
            return .open("\(low.displayText) does not compare with \(text)")
        }
        if let equal = isEqual(to: low) {
            if low != high { return .open("between \(low) and \(high)") }
            switch comparison {
            case .equal: return .known(equal)
            case .unequal: return .known(!equal)
            case .less, .lessOrEqual, .greater, .greaterOrEqual: return .known(false)
            }
        }
        if case .rate(let least) = low, case .rate(let most) = high, let share {
            let span = Span(least.share, most.share)
            return Self.outcome(span.compares(comparison, Span(share)), low, high)
        }
        guard let own = extent(of: low) else { return .known(comparison == .unequal) }
        if let money, let currency = low.currency, currency != money.currency {
            if !comparison.isOrder { return .known(comparison == .unequal) }
            return .open("\(low.displayText) does not compare with \(text)")
        }
        let all = Extent(Self.extent(of: low, days)?.low, Self.extent(of: high, days)?.high)
        let spans = adapted(all, low, own)
        return Self.outcome(spans.value.compares(comparison, spans.operand), low, high)
    }

    private static func outcome(_ truth: Truth, _ low: Value, _ high: Value) -> Outcome {
        switch truth {
        case .yes: .known(true)
        case .no: .known(false)
        case .unknown: .open(low == high ? low.displayText : "between \(low) and \(high)")
        }
    }

    func isContained(in value: Value, as type: FieldType) -> Outcome {
        switch value {
        case .text(let whole): .known(whole.lowercased().contains(text.lowercased()))
        case .tags(let tags): .known(Tag(text).map { tags.contains($0) } ?? false)
        case .parties(let parties): .known(parties.contains { $0.text == text })
        case .choice, .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula,
            .indexation, .date, .bound, .duration, .businessDays, .yearly, .party, .term,
            .condition:
            .known(false)
        }
    }

    /// Nil for values that lie on a line.
    private func isEqual(to value: Value) -> Bool? {
        switch value {
        case .text(let own), .choice(let own): own == text
        case .flag(let own): own == flag
        case .party(let own): own.text == text
        case .parties(let own): own.contains { $0.text == text }
        case .term(let own): own.text == text
        case .condition(let own): own.text == text
        case .businessDays(let own): own.description == text
        case .tags, .tiers, .schedule, .formula, .indexation, .yearly: false
        case .count, .money, .rate, .unitPrice, .date, .bound, .duration: nil
        }
    }
}

extension Operand {
    private var flag: Bool? {
        switch text {
        case "yes", "true": true
        case "no", "false": false
        case _: nil
        }
    }

    private var isBusinessDays: Bool { BusinessDays(text) != nil }

    private var number: ExactDecimal? { ExactDecimal(text) }

    private var money: Money? { Money(text) }

    /// A percentage or a fraction.
    private var share: Fraction? {
        if text.hasSuffix("%") {
            return ExactDecimal(String(text.dropLast())).map {
                $0.fraction * Fraction(1, over: 100)
            }
        }
        // The base is the field's own.
        return text.contains("/") ? Rate("\(text) of its base")?.share : nil
    }

    private var days: CivilDate? { CivilDate(text) }

    private var duration: CalendarDuration? {
        if let duration = CalendarDuration(text) { return duration }
        let words = text.split(separator: " ")
        guard words.count == 2, let count = words.first.flatMap({ Int($0) }),
            let unit = words.last
        else { return nil }
        let name = unit.hasSuffix("s") ? unit.dropLast() : unit
        return CalendarDuration.Unit(rawValue: String(name))
            .flatMap { CalendarDuration(count: count, unit: $0) }
    }

    /// Where it lies on the line of such values; nil where it does not.
    private func extent(of value: Value) -> Extent? {
        switch value {
        case .count: number.map { Extent($0) }
        case .money, .unitPrice: money.map { Extent($0.amount) }
        case .date, .bound: days.map { Extent($0.earliest.number, $0.latest.number) }
        case .duration: duration.map { Self.extent(of: $0) }
        case .text, .choice, .flag, .rate, .tiers, .schedule, .formula, .indexation, .businessDays,
            .yearly,
            .party,
            .parties, .tags, .term, .condition:
            nil
        }
    }

    private static func extent(of value: Value, _ days: (DateBound) -> Extent) -> Extent? {
        switch value {
        case .count(let count): Extent(count, count)
        case .money(let money): Extent(money.amount)
        case .unitPrice(let stated): Extent(stated.price.amount)
        case .date(let date): Extent(date.earliest.number, date.latest.number)
        case .bound(let bound): days(bound)
        case .duration(let duration): extent(of: duration)
        case .text, .choice, .flag, .rate, .tiers, .schedule, .formula, .indexation, .businessDays,
            .yearly,
            .party,
            .parties, .tags, .term, .condition:
            nil
        }
    }

    /// Months compare exactly with months, also with as many days beside them, and as 28 to 31 days with days.
    private func adapted(
        _ all: Extent, _ value: Value, _ own: Extent
    ) -> (value: Extent, operand: Extent) {
        guard case .duration(let held) = value, let duration,
            held.days == duration.days
        else { return (all, own) }
        return (
            Extent(held.months, held.months), Extent(duration.months, duration.months)
        )
    }

    private static func extent(of duration: CalendarDuration) -> Extent {
        Extent(
            duration.months * 28 + duration.days, duration.months * 31 + duration.days)
    }
}

extension Value {
    /// What an amount or a price is counted in; nil for other values.
    fileprivate var currency: Currency? {
        switch self {
        case .money(let money): money.currency
        case .unitPrice(let stated): stated.price.currency
        case .text, .choice, .flag, .count, .rate, .tiers, .schedule, .formula, .indexation, .date,
            .bound, .duration, .businessDays, .yearly, .party, .parties, .tags, .term, .condition:
            nil
        }
    }
}
