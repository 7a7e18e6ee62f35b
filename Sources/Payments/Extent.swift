/// A number known to lie between two, or from one upwards.
public struct Extent<Number: Comparable & AdditiveArithmetic & Hashable & Sendable>: Hashable,
    Sendable
{
    public var low: Number
    /// nil: no upper bound is known.
    public var high: Number?

    public init(_ low: Number, _ high: Number?) {
        self.low = low
        self.high = high
    }

    public init(_ exact: Number) { self.init(exact, exact) }

    public static var zero: Extent { Extent(.zero) }

    public var isExact: Bool { low == high }

    func plus(_ other: Extent) -> Extent {
        Extent(low + other.low, high.flatMap { mine in other.high.map { mine + $0 } })
    }

    /// End by end; nil for an upper end that has no bound.
    func minus(_ other: Extent) -> Extent {
        Extent(low - other.low, high.flatMap { mine in other.high.map { mine - $0 } })
    }

    /// The lesser of the two, end by end.
    func limited(to most: Extent) -> Extent {
        Extent(min(low, most.low), [high, most.high].compactMap(\.self).min())
    }

    /// The greater of the two, end by end.
    func raised(to least: Extent) -> Extent {
        Extent(max(low, least.low), high.flatMap { mine in least.high.map { max(mine, $0) } })
    }

    /// The least that holds both.
    func union(_ other: Extent) -> Extent {
        Extent(min(low, other.low), high.flatMap { mine in other.high.map { max(mine, $0) } })
    }

    /// The same with zero: it may be nothing.
    var orNothing: Extent { Extent(min(low, .zero), high.map { max($0, .zero) }) }

    func map<Other>(_ change: (Number) -> Other) -> Extent<Other> {
        Extent<Other>(change(low), high.map(change))
    }
}

/// Money in a currency's minor unit.
public typealias Amount = Extent<Int128>
