import Terms

/// A formula of which every field is read: its amount is left to the figures.
public struct FormulaAmount: Hashable, Sendable {
    let formula: Formula
    /// In whole units of their currency, in parts of one, or in numbers.
    let fields: [Field: Extent<Fraction>]
    let currency: Currency

    /// A field that the formula names.
    struct Field: Hashable {
        var term: TermID?
        var name: FieldName
    }

    /// In minor units, for the whole time of the figures. What would be below nothing is nothing.
    func amount(_ figures: [Figure]) -> Extent<Fraction> {
        let span = value(of: formula.expression, figures)
        let unit = MinorUnits.units(of: currency)
        let low = max(.zero, (span.low ?? .zero) * unit)
        return Extent(low, span.high.map { max(low, $0 * unit) })
    }

    private func value(of expression: Formula.Expression, _ figures: [Figure]) -> OpenSpan {
        func value(_ part: Formula.Expression) -> OpenSpan { self.value(of: part, figures) }
        switch expression {
        case .number(let number): return OpenSpan(number.fraction)
        case .share(let rate): return OpenSpan(rate.share)
        case .money(let money):
            return money.currency == currency ? OpenSpan(money.amount.fraction) : .unknown
        case .price(let price):
            return price.price.currency == currency
                ? OpenSpan(price.price.amount.fraction) : .unknown
        case .figure(let base):
            guard let figure = figures.first(where: { $0.base == base && $0.currency == currency })
            else { return .unknown }
            return OpenSpan(Fraction(figure.units) * MinorUnits.unit(of: currency))
        case .units(let unit):
            guard let figure = figures.first(where: { $0.base == unit && $0.currency == nil })
            else { return .unknown }
            return OpenSpan(Fraction(figure.units, over: 1_000_000))
        case .field(let term, let name):
            let known = fields[Field(term: term, name: name)]
            return known.map { OpenSpan(low: $0.low, high: $0.high) } ?? .unknown
        case .sum(let one, let other): return value(one).plus(value(other))
        case .difference(let one, let other): return value(one).minus(value(other))
        case .product(let one, let other): return value(one).times(value(other))
        case .quotient(let one, let other): return value(one).divided(by: value(other))
        case .greatest(let all): return .greatest(all.map(value))
        case .least(let all): return .least(all.map(value))
        }
    }
}

/// Numbers between two ends, of which each may not be known.
struct OpenSpan: Hashable {
    var low: Fraction?
    var high: Fraction?

    static let unknown = OpenSpan(low: nil, high: nil)

    init(low: Fraction?, high: Fraction?) {
        self.low = low
        self.high = high
    }

    init(_ number: Fraction) { self.init(low: number, high: number) }

    func plus(_ other: OpenSpan) -> OpenSpan {
        OpenSpan(
            low: Self.both(low, other.low) { $0 + $1 },
            high: Self.both(high, other.high) { $0 + $1 })
    }

    func minus(_ other: OpenSpan) -> OpenSpan {
        OpenSpan(
            low: Self.both(low, other.high) { $0 - $1 },
            high: Self.both(high, other.low) { $0 - $1 })
    }

    func times(_ other: OpenSpan) -> OpenSpan {
        guard let low, let least = other.low else { return .unknown }
        if low >= .zero, least >= .zero {
            return OpenSpan(low: low * least, high: Self.both(high, other.high) { $0 * $1 })
        }
        guard let high, let most = other.high else { return .unknown }
        let corners = [low * least, low * most, high * least, high * most]
        return OpenSpan(low: corners.min(), high: corners.max())
    }

    /// Not known where it may be divided by nothing.
    func divided(by other: OpenSpan) -> OpenSpan {
        guard let least = other.low, least > .zero else { return .unknown }
        let inverse = OpenSpan(low: other.high?.inverse ?? .zero, high: least.inverse)
        return times(inverse)
    }

    static func greatest(_ all: [OpenSpan]) -> OpenSpan {
        let highs = all.map(\.high)
        return OpenSpan(
            low: all.compactMap(\.low).max(),
            high: highs.contains(nil) ? nil : highs.compactMap(\.self).max())
    }

    static func least(_ all: [OpenSpan]) -> OpenSpan {
        let lows = all.map(\.low)
        return OpenSpan(
            low: lows.contains(nil) ? nil : lows.compactMap(\.self).min(),
            high: all.compactMap(\.high).min())
    }

    private static func both(
        _ one: Fraction?, _ other: Fraction?, _ combine: (Fraction, Fraction) -> Fraction
    ) -> Fraction? {
        one.flatMap { one in other.map { combine(one, $0) } }
    }
}
