public import Amendments
public import Terms

/// A whole number known to lie between two, or from one upwards.
public struct Extent: Hashable, Sendable {
    public var low: Int128
    /// nil: nobody knows an upper bound.
    public var high: Int128?

    public init(_ low: Int128, _ high: Int128?) {
        self.low = low
        self.high = high
    }

    public init(_ exact: Int128) { self.init(exact, exact) }

    public static let zero = Extent(0)

    public var isExact: Bool { low == high }
}

/// A field that a line rests on, with what it says and the event it comes from.
public struct TermUse: Hashable, Sendable {
    public var term: TermID
    /// nil for the term's status.
    public var field: FieldName?
    public var says: String
    public var event: RecordedEvent?

    public init(term: TermID, field: FieldName?, says: String, event: RecordedEvent?) {
        self.term = term
        self.field = field
        self.says = says
        self.event = event
    }
}

/// A run of days on which the terms of payment are the same.
public struct Stretch: Hashable, Sendable {
    /// Whether the term pays on these days.
    public enum Standing: Hashable, Sendable {
        case pays
        /// Imprecise dates leave it open.
        case mayPay
        case paysNothing
    }

    public var first: Day
    /// The last day, itself counted.
    public var last: Day
    public var standing: Standing
    /// In parts per million of the base.
    public var rate: Extent
    /// In minor units, over a figure's period; nil where there is none.
    public var cap: Extent?
    public var floor: Extent?
    /// In minor units, over everything that was ever paid; nil where there is none.
    public var aggregateCap: Extent?
    public var uses: [TermUse]
    /// Why something is a range, or pays nothing.
    public var reasons: [String]

    public init(
        first: Day, last: Day, standing: Standing = .pays, rate: Extent, cap: Extent? = nil,
        floor: Extent? = nil, aggregateCap: Extent? = nil, uses: [TermUse] = [],
        reasons: [String] = []
    ) {
        self.first = first
        self.last = last
        self.standing = standing
        self.rate = rate
        self.cap = cap
        self.floor = floor
        self.aggregateCap = aggregateCap
        self.uses = uses
        self.reasons = reasons
    }
}
