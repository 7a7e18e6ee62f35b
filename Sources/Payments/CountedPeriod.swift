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
    /// Whether the term surely ends with the period.
    public var endsLife: Bool
    /// Whether its sum is owed once, on a day that is not known, and not by days.
    public var isLump = false

    public init(
        first: Day, last: Day, length: Int, stretches: [Stretch], slices: [Slice],
        endsLife: Bool = false
    ) {
        self.first = first
        self.last = last
        self.length = length
        self.stretches = stretches
        self.slices = slices
        self.endsLife = endsLife
    }

    /// A figure's own period.
    public init(_ figure: Figure, stretches: [Stretch]) {
        self.init(
            first: figure.first, last: figure.last, length: figure.days, stretches: stretches,
            slices: [Slice(figure)])
    }

    var isGivenFromItsStart: Bool { slices.first.map { $0.first <= first } ?? false }
    var isGivenToItsEnd: Bool { slices.last.map { $0.last >= last } ?? false }

    /// For a sum owed once, where only a part of the time it may be owed in is asked about.
    mutating func loosenLump() {
        guard isLump else { return }
        for index in stretches.indices {
            guard case .sum(let amount) = stretches[index].accrual else { continue }
            stretches[index].accrual = .sum(amount.orNothing)
            stretches[index].reasons.append("on which day it falls due is not told")
        }
    }
}
