import Notation

/// A value that its source states as approximate: `about USD 1.6 billion`.
///
/// With a tolerance it is known to lie between two ends; without one nothing is known of how far off it may be, so
/// it is compared with nothing, and no sum that counts it is certain.
public struct Approximation: Hashable, Sendable {
    /// What is stated: an amount of money, a rate or a count.
    public let value: Value
    /// How far off it may be either way; nil where that is not stated.
    public let tolerance: Tolerance?
    /// The least and the most that it may be; nil where no tolerance is stated.
    public let ends: Ends?

    /// The least and the most, both possible.
    public struct Ends: Hashable, Sendable {
        public let low: Value
        public let high: Value
    }

    /// Returns nil for a value that is no number, or whose ends have more digits than are kept.
    public init?(_ value: Value, within tolerance: Tolerance? = nil) {
        guard value.isNumber else { return nil }
        self.value = value
        self.tolerance = tolerance
        ends = tolerance.flatMap { Ends(value, within: $0) }
        if tolerance != nil, ends == nil { return nil }
    }

    /// As people read it: `about USD 1,600,000,000, within 5%`.
    public var displayText: String {
        "about \(value.displayText)" + (tolerance.map { ", within \($0)" } ?? "")
    }

    /// Whether both are written alike, to the byte.
    func isWritten(as other: Approximation) -> Bool {
        tolerance == other.tolerance && value.isWritten(as: other.value)
    }
}

/// How far off an approximate value may be, as a share of the value itself: `5%`.
public struct Tolerance: Hashable, Sendable, CustomStringConvertible {
    private let rate: Rate

    /// Returns nil unless `text` is a percentage or a fraction above nothing and up to the whole.
    public init?(_ text: String) {
        guard let rate = Rate("\(text) of it"), rate.numerator > 0, !rate.isOver100Percent else {
            return nil
        }
        self.rate = rate
    }

    /// One is the whole of the value.
    var share: Fraction { rate.share }

    public var description: String { rate.shareText }

    /// One text, such as `5%`.
    static let codec = Codec<Tolerance>.scalar(
        "a part of the value, above 0% and up to 100%, such as 5%",
        schema: .pattern(
            "^([0-9]{1,3}([.][0-9]{1,4}| [0-9]{1,10}/[0-9]{1,10})?%|[0-9]{1,10}/[0-9]{1,10})$"),
        parse: { Tolerance($0) }, write: \.description)
}

extension Approximation.Ends {
    /// What cannot be written with the digits there are is rounded outward.
    fileprivate init?(_ value: Value, within tolerance: Tolerance) {
        let (less, more) = (Fraction.one - tolerance.share, Fraction.one + tolerance.share)
        switch value {
        case .money(let money):
            guard let (low, high) = Self.around(money, less, more) else { return nil }
            self.init(low: .money(low), high: .money(high))
        case .unitPrice(let stated):
            guard let (low, high) = Self.around(stated.price, less, more),
                let least = UnitPrice(low, per: stated.unit),
                let most = UnitPrice(high, per: stated.unit)
            else { return nil }
            self.init(low: .unitPrice(least), high: .unitPrice(most))
        case .rate(let rate):
            guard let low = Rate(rate.share * less, of: rate.base),
                let high = Rate(rate.share * more, of: rate.base)
            else { return nil }
            self.init(low: .rate(low), high: .rate(high))
        case .count(let count):
            let number = Fraction(Int128(count))
            let ends = [number * less, number * more].sorted()
            guard let low = Int(exactly: ends[0].roundedDown),
                let high = Int(exactly: ends[1].roundedUp)
            else { return nil }
            self.init(low: .count(low), high: .count(high))
        case .text, .choice, .flag, .tiers, .schedule, .formula, .indexation, .date, .bound,
            .duration, .businessDays, .yearly, .party, .parties, .tags, .term, .condition:
            return nil
        }
    }

    private static func around(
        _ money: Money, _ less: Fraction, _ more: Fraction
    ) -> (low: Money, high: Money)? {
        let number = money.amount.fraction
        let ends = [number * less, number * more].sorted()
        let places = money.amount.scale + 6
        guard let low = ExactDecimal.around(ends[0], places: places)?.low.reduced,
            let high = ExactDecimal.around(ends[1], places: places)?.high.reduced
        else { return nil }
        return (Money(low, money.currency), Money(high, money.currency))
    }
}

extension Value {
    /// Whether it is a number, which may be stated as approximate.
    fileprivate var isNumber: Bool {
        switch self {
        case .money, .rate, .unitPrice, .count: true
        case .text, .choice, .flag, .tiers, .schedule, .formula, .indexation, .date, .bound,
            .duration, .businessDays, .yearly, .party, .parties, .tags, .term, .condition:
            false
        }
    }
}

extension FieldType {
    /// Whether its values are numbers, which may be stated as approximate.
    package var isNumber: Bool {
        switch self {
        case .money, .rate, .unitPrice, .count: true
        case .text, .choice, .flag, .tiers, .schedule, .formula, .indexation, .date, .bound,
            .duration, .lapse, .yearly, .party, .parties, .tags, .term, .condition:
            false
        }
    }
}

extension Approximation {
    /// The value alone, or a map of `value` and `within`.
    static func codec(_ value: Codec<Value>) -> Codec<Approximation> {
        let whole = Codec<Written>.object(
            { Written(value: $0, within: $1) },
            .required("value", \.value, value),
            .optional("within", \.within, Tolerance.codec))
        return Codec(schema: .any(of: [value.schema, whole.schema])) { node, problems in
            let written: Written?
            if case .object = node.content {
                written = whole.decode(node, &problems)
            } else {
                written = value.decode(node, &problems).map { Written(value: $0, within: nil) }
            }
            return written.flatMap { $0.made(at: node, &problems) }
        } encode: {
            $0.node
        }
    }

    var node: Node {
        guard let tolerance else { return value.node }
        return .object([("value", value.node), ("within", Tolerance.codec.encode(tolerance))])
    }

    /// The members of the map.
    private struct Written: Sendable {
        let value: Value
        let within: Tolerance?

        func made(at node: Node, _ problems: inout Problems) -> Approximation? {
            if let made = Approximation(value, within: within) { return made }
            problems.report(
                "the ends of \(node.excerpt) have more digits than are kept",
                hint: "state a tolerance of fewer decimals, or both ends: { between: [low, high] }",
                at: node.mark)
            return nil
        }
    }
}
