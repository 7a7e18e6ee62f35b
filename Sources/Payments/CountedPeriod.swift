public import Terms

/// A period that sums, caps and floors are counted over, with what is asked about in it.
public struct CountedPeriod: Sendable {
    /// A part of the period that makes one line.
    public struct Slice: Hashable, Sendable {
        public var days: ClosedRange<Day>
        /// What the slice is a part of, or all of; nil where the terms ask for no figure.
        public var figure: Figure?
        /// Figures of other bases for the same days, which a formula may name.
        public var others: [Figure] = []

        public init(_ days: ClosedRange<Day>, figure: Figure?) {
            self.days = days
            self.figure = figure
        }

        public init(_ figure: Figure, others: [Figure] = []) {
            self.init(figure.days, figure: figure)
            self.others = others
        }

        /// One for each time that there are figures of; nil where one base has not the same times as another.
        static func all(of figures: [Figure], by base: String) -> [Self]? {
            let others = figures.filter { $0.base != base }
            let bases = Set(others.map(\.base))
            let slices = figures.filter { $0.base == base }.map { figure in
                Self(figure, others: others.filter { $0.days == figure.days })
            }
            let isWhole = slices.allSatisfy { Set($0.others.map(\.base)) == bases }
            return isWhole && slices.map { $0.others.count + 1 }.reduce(0, +) == figures.count
                ? slices : nil
        }
    }

    /// A new way of counting may cut a period short.
    public var days: ClosedRange<Day>
    /// How many days the period has when nothing cuts it, at least one.
    public var length: Int
    /// Every day of it, in order, each once.
    public var paymentSpans: [PaymentSpan]
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
        _ days: ClosedRange<Day>, length: Int, paymentSpans: [PaymentSpan], slices: [Slice],
        lifeEnd: LifeEnd = .goesOn, looseLengths: ClosedRange<Int>? = nil
    ) {
        self.days = days
        self.length = length
        self.paymentSpans = paymentSpans
        self.slices = slices
        self.lifeEnd = lifeEnd
        self.looseLengths = looseLengths
    }

    /// A figure's own period.
    public init(_ figure: Figure, paymentSpans: [PaymentSpan]) {
        self.init(
            figure.days, length: figure.days.count, paymentSpans: paymentSpans,
            slices: [Slice(figure)])
    }

    private var paying: [PaymentSpan] { paymentSpans.filter { $0.pays != .no } }

    /// Whether every day that pays, up to the first that is asked about, is given.
    var isGivenFromItsStart: Bool {
        slices.first.map {
            $0.days.lowerBound <= (paying.first?.days ?? days).lowerBound
        } ?? false
    }

    /// The slice on which a shortfall is made up, or on which that it is not yet: no later day pays.
    var settling: Slice? {
        let last = (paying.last?.days ?? days).upperBound
        return slices.first { $0.days.upperBound >= last } ?? slices.last
    }

    /// The last day that surely pays; every later one may pay or not.
    var surelyPaysUntil: Day {
        paymentSpans.last { $0.pays == .yes }?.days.upperBound ?? days.lowerBound
    }

    /// Whether every day that pays, from the last that is asked about, is given.
    var isGivenToItsEnd: Bool {
        slices.last.map {
            $0.days.upperBound >= (paying.last?.days ?? days).upperBound
        } ?? false
    }
}
