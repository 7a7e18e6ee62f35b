import Terms

/// What comes of comparing a value with an operand.
enum Outcome: Hashable {
    case known(Bool)
    /// It cannot be said, for that reason.
    case open(String)
}

/// Where a value lies on a line; nil: beyond every number, on that side.
struct Extent: Hashable {
    var low: ExactDecimal?
    var high: ExactDecimal?

    init(_ low: ExactDecimal?, _ high: ExactDecimal?) {
        self.low = low
        self.high = high
    }

    init(_ number: ExactDecimal) { self.init(number, number) }

    init(_ low: Int, _ high: Int) { self.init(ExactDecimal(low), ExactDecimal(high)) }

    /// Nil where some of its values compare so, and some do not. The other one is a span, such as a year: less
    /// is before all of it, equal is within it.
    func compares(_ comparison: Comparison, _ other: Extent) -> Bool? {
        switch comparison {
        case .less: Self.isBelow(high, other.low) ? true : Self.isWithin(low, other.low)
        case .greater: Self.isBelow(other.high, low) ? true : Self.isAtMost(high, other.high)
        case .lessOrEqual: compares(.greater, other).map { !$0 }
        case .greaterOrEqual: compares(.less, other).map { !$0 }
        case .unequal: compares(.equal, other).map { !$0 }
        case .equal:
            if Self.isBelow(high, other.low) || Self.isBelow(other.high, low) {
                false
            } else if Self.isWithin(low, other.low) != nil, Self.isAtMost(high, other.high) != nil {
                true
            } else {
                nil
            }
        }
    }

    private static func isBelow(_ high: ExactDecimal?, _ low: ExactDecimal?) -> Bool {
        guard let high, let low else { return false }
        return high < low
    }

    /// False where the first is known to be no less than the second, nil where not.
    private static func isWithin(_ low: ExactDecimal?, _ other: ExactDecimal?) -> Bool? {
        guard let low, let other, !(low < other) else { return nil }
        return false
    }

    /// False where the first is known to be at most the second, nil where not.
    private static func isAtMost(_ high: ExactDecimal?, _ other: ExactDecimal?) -> Bool? {
        guard let high, let other, !(other < high) else { return nil }
        return false
    }
}
