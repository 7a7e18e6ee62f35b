import Terms

/// What comes of comparing a value with an operand.
enum Outcome: Hashable {
    case known(Bool)
    /// It cannot be said, for that reason.
    case open(String)
}

/// Where a value lies on a line; nil: beyond every number, on that side.
struct Span<Number: Comparable & Hashable & Sendable>: Hashable, Sendable {
    var low: Number?
    var high: Number?

    init(_ low: Number?, _ high: Number?) {
        self.low = low
        self.high = high
    }

    init(_ number: Number) { self.init(number, number) }

    /// Not known where some of its values compare so, and some do not. The other one is a span, such as a year:
    /// less is before all of it, equal is within it.
    func compares(_ comparison: Comparison, _ other: Span) -> Truth {
        switch comparison {
        case .less: Self.isBelow(high, other.low) ? .yes : Self.isNotBelow(low, other.low)
        case .greater: Self.isBelow(other.high, low) ? .yes : Self.isNotBelow(other.high, high)
        case .lessOrEqual: compares(.greater, other).negated
        case .greaterOrEqual: compares(.less, other).negated
        case .unequal: compares(.equal, other).negated
        case .equal:
            if Self.isBelow(high, other.low) || Self.isBelow(other.high, low) {
                .no
            } else if compares(.less, other) == .no, compares(.greater, other) == .no {
                .yes
            } else {
                .unknown
            }
        }
    }

    private static func isBelow(_ high: Number?, _ low: Number?) -> Bool {
        guard let high, let low else { return false }
        return high < low
    }

    /// No where the first is known to be no less than the second.
    private static func isNotBelow(_ low: Number?, _ other: Number?) -> Truth {
        guard let low, let other, !(low < other) else { return .unknown }
        return .no
    }
}

/// Where a value lies among decimal numbers: amounts, counts, days.
typealias Extent = Span<ExactDecimal>

extension Extent {
    init(_ low: Int, _ high: Int) { self.init(ExactDecimal(low), ExactDecimal(high)) }
}
