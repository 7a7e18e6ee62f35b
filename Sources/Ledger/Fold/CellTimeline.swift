public import Amendments
public import Terms

/// Which assertion of one field of one term governs on which day.
///
/// Pieces tile all days without gap or overlap, and point to the governing assertion, not to a copied
/// value. Two layers make them: *standing* assertions are steps of the base, each holding until the
/// next; *temporary* ones lie over the base for their windows, the later in order on top, and give back
/// what lies beneath as it then stands. A standing assertion whose day falls inside a window agreed
/// earlier ends that window. Where days are imprecise, every possible world is folded so: see
/// `PossibleWorlds`.
public struct CellTimeline: Sendable {
    /// In order; the first begins with the first day there is, the last has no end.
    public private(set) var pieces: [Piece]

    /// A run of days with one answer.
    public struct Piece: Hashable, Sendable {
        public var from: Day
        /// The first day after it; nil for ever.
        public var to: Day?
        /// What governs; several where dates are too imprecise to say, nil where nothing does.
        public var candidates: [Assertion?]
    }

    init(_ assertions: [Assertion], order: InstrumentOrder, bounds: BoundReader) {
        let steps = assertions.compactMap { Step($0, order: order, bounds: bounds) }
        if steps.allSatisfy(\.isExact) {
            pieces = Self.exact(steps)
        } else {
            pieces = Self.merged(PossibleWorlds(of: steps).pieces)
        }
    }

    /// A timeline on which nothing governs.
    init() { pieces = [Piece(from: .distantPast, to: nil, candidates: [nil])] }

    /// - Parameter pieces: runs that tile all days, in order.
    init(tiled pieces: [Piece]) { self.pieces = Self.merged(pieces) }

    /// What governs on a day.
    public func candidates(on day: Day) -> [Assertion?] { piece(on: day).candidates }

    func piece(on day: Day) -> Piece { pieces[index(of: day)] }

    private func index(of day: Day) -> Int {
        var low = 0
        var high = pieces.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if pieces[middle].from <= day { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The days on which the answer changes.
    var changeDays: [Day] { pieces.dropFirst().map(\.from) }

    /// An assertion with its days resolved.
    struct Step: Sendable {
        let assertion: Assertion
        let begins: DayWindow
        /// When a temporary one is over; nil for a standing one, and where no end is known.
        var ends: DayWindow?
        let order: OrderKey

        /// Returns nil for what has not begun on any day of the calendar.
        init?(_ assertion: Assertion, order: InstrumentOrder, bounds: BoundReader) {
            guard let begins = bounds.start(assertion.begins), begins.first <= .last else {
                return nil
            }
            self.assertion = assertion
            self.begins = begins
            ends = assertion.lasts.flatMap { bounds.end($0) }.flatMap {
                $0.first <= .last ? $0 : nil
            }
            self.order = order.key(of: assertion.event)
        }

        var isStanding: Bool { assertion.lasts == nil }
        var isExact: Bool { begins.isExact && ends?.isExact ?? true }
    }

    /// What an onward step wipes: every later step and window agreed before it.
    static func wiped(among steps: [Step], by onward: Step) -> [Step] {
        steps.filter { step in
            guard step.order < onward.order else { return false }
            if step.isStanding { return step.begins.first > onward.begins.first }
            return step.ends.map { $0.sure > onward.begins.first } ?? true
        }
    }

    static func merged(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { merged, piece in
            if let last = merged.last, last.candidates == piece.candidates {
                merged[merged.count - 1].to = piece.to
            } else {
                merged.append(piece)
            }
        }
    }
}

// Where every day is known.
extension CellTimeline {
    private static func exact(_ all: [Step]) -> [Piece] {
        var steps = all
        for step in all where step.assertion.wipes != nil { wipe(&steps, after: step) }
        let base = steps.filter(\.isStanding)
        var pieces = basePieces(of: base)
        for window in steps.filter({ !$0.isStanding }).sorted(by: { $0.order < $1.order }) {
            lay(window, over: base, in: &pieces)
        }
        return pieces
    }

    private static func wipe(_ steps: inout [Step], after onward: Step) {
        let wiped = Set(wiped(among: steps, by: onward).map(\.order))
        steps = steps.compactMap { step in
            guard wiped.contains(step.order) else { return step }
            guard !step.isStanding, step.begins.first < onward.begins.first else { return nil }
            var cut = step
            cut.ends = onward.begins
            return cut
        }
    }

    /// Each standing step, in order of day and then of agreement, ends the one before.
    private static func basePieces(of steps: [Step]) -> [Piece] {
        let sorted = steps.sorted {
            ($0.begins.first, $0.order) < ($1.begins.first, $1.order)
        }
        var pieces = [Piece(from: .distantPast, to: nil, candidates: [nil])]
        for step in sorted {
            let day = step.begins.first
            if pieces[pieces.count - 1].from == day {
                pieces[pieces.count - 1].candidates = [step.assertion]
            } else {
                pieces[pieces.count - 1].to = day
                pieces.append(.init(from: day, to: nil, candidates: [step.assertion]))
            }
        }
        return merged(pieces)
    }

    private static func lay(_ window: Step, over base: [Step], in pieces: inout [Piece]) {
        let begins = window.begins.first
        var ends = window.ends?.first
        for step in base where step.order > window.order && step.begins.first >= begins {
            if ends.map({ step.begins.first < $0 }) ?? true { ends = step.begins.first }
        }
        if let ends, ends <= begins { return }
        split(&pieces, at: begins)
        if let ends { split(&pieces, at: ends) }
        for index in pieces.indices where pieces[index].from >= begins {
            if let ends, pieces[index].from >= ends { break }
            pieces[index].candidates = [window.assertion]
        }
        pieces = merged(pieces)
    }

    private static func split(_ pieces: inout [Piece], at day: Day) {
        guard let index = pieces.lastIndex(where: { $0.from <= day }), pieces[index].from != day
        else { return }
        var tail = pieces[index]
        tail.from = day
        pieces[index].to = day
        pieces.insert(tail, at: index + 1)
    }
}

extension CellTimeline {
    /// The day of an assertion that is a plain step: standing, wiping nothing, from a known day.
    static func stepDay(of assertion: Assertion, bounds: BoundReader) -> Day? {
        guard assertion.lasts == nil, assertion.wipes == nil,
            let begins = bounds.start(assertion.begins), begins.isExact, begins.first <= .last
        else { return nil }
        return begins.first
    }

    /// Adds a plain step to a timeline of nothing but plain steps.
    ///
    /// - Parameter day: its `stepDay`.
    /// - Returns: the first day it governs and the first it no longer does; nil where another step of its day
    ///   goes before it.
    mutating func add(
        _ step: Assertion, on day: Day, order: InstrumentOrder
    ) -> (from: Day, to: Day?)? {
        let index = index(of: day)
        let to = pieces[index].to
        if pieces[index].from == day {
            if let governing = pieces[index].candidates.last ?? nil,
                order.key(of: governing.event) > order.key(of: step.event)
            {
                return nil
            }
            pieces[index].candidates = [step]
        } else {
            pieces[index].to = day
            pieces.insert(Piece(from: day, to: to, candidates: [step]), at: index + 1)
        }
        return (day, to)
    }
}
