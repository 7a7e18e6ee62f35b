public import Terms

/// A period that sums, caps and floors are counted over, with what is asked about in it.
public struct CountedPeriod: Sendable {
    /// A part of the period that makes one line.
    public struct Slice: Hashable, Sendable {
        public var first: Day
        /// The last day, itself counted.
        public var last: Day
        /// What the slice is a part of, or all of; nil where the terms ask for no figure.
        public var figure: Figure?

        public init(first: Day, last: Day, figure: Figure?) {
            self.first = first
            self.last = last
            self.figure = figure
        }

        public init(_ figure: Figure) {
            self.init(first: figure.first, last: figure.last, figure: figure)
        }
    }

    public var first: Day
    /// The last day, itself counted; a new way of counting may cut a period short.
    public var last: Day
    /// How many days the period has when nothing cuts it, at least one.
    public var length: Int
    /// Every day from first to last, in order, each once.
    public var stretches: [Stretch]
    /// In order, without a gap; they may leave out the beginning and the end of the period.
    public var slices: [Slice]
    /// The last day of the term's life, where it ends in the period; what is least over the whole life is
    /// settled on it.
    public var lifeEnd: LifeEnd
    /// Whether a new life of the term begins: sums in total are counted from nothing again.
    public var countsAnew = false
    /// The fewest and the most days of a period, where it is not known on which day each begins.
    public var looseLengths: ClosedRange<Int>?

    /// Whether the term's life ends in a period.
    public enum LifeEnd: Hashable, Sendable {
        case goesOn
        case on(Day)
        /// It may end in the period or not.
        case unknown
    }

    public init(
        first: Day, last: Day, length: Int, stretches: [Stretch], slices: [Slice],
        lifeEnd: LifeEnd = .goesOn, looseLengths: ClosedRange<Int>? = nil
    ) {
        self.first = first
        self.last = last
        self.length = length
        self.stretches = stretches
        self.slices = slices
        self.lifeEnd = lifeEnd
        self.looseLengths = looseLengths
    }

    /// A figure's own period.
    public init(_ figure: Figure, stretches: [Stretch]) {
        self.init(
            first: figure.first, last: figure.last, length: figure.days, stretches: stretches,
            slices: [Slice(figure)])
    }

    private var paying: [Stretch] { stretches.filter { $0.pays != .no } }

    /// Whether every day that pays, up to the first that is asked about, is given.
    var isGivenFromItsStart: Bool {
        slices.first.map { $0.first <= paying.first?.first ?? first } ?? false
    }

    /// The slice on which a shortfall is made up, or on which that it is not yet: no later day pays.
    var settling: Slice? {
        let last = paying.last?.last ?? last
        return slices.first { $0.last >= last } ?? slices.last
    }

    /// The last day that surely pays; every later one may pay or not.
    var surelyPaysUntil: Day { stretches.last { $0.pays == .yes }?.last ?? first }

    /// Whether every day that pays, from the last that is asked about, is given.
    var isGivenToItsEnd: Bool {
        slices.last.map { $0.last >= paying.last?.last ?? last } ?? false
    }
}
