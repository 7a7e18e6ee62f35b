public import Amendments
public import Terms

/// Which assertion of one field of one term governs on which day.
///
/// Pieces tile all days without gap or overlap, and point to the governing assertion, not to a copied
/// value. Two layers make them: *standing* assertions are steps of the base, each holding until the
/// next; *temporary* ones lie over the base for their windows, the later in order on top, and give back
/// what lies beneath as it then stands. A standing assertion whose day falls inside a window agreed
/// earlier ends that window.
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
        var steps: [Step] = []
        for assertion in assertions {
            guard let begins = bounds.start(assertion.begins) else { continue }
            steps.append(
                Step(
                    assertion: assertion, begins: begins,
                    ends: assertion.lasts.flatMap { bounds.end($0) },
                    order: order.key(of: assertion.event)))
        }
        for step in steps where step.assertion.wipes != nil { Self.wipe(&steps, after: step) }
        let base = steps.filter { $0.assertion.lasts == nil }
        pieces = BaseLayer.pieces(of: base)
        for window in steps.filter({ $0.assertion.lasts != nil }).sorted(by: { $0.order < $1.order }
        ) {
            lay(window, over: base)
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
        var ends: DayWindow?
        let order: OrderKey

        /// True when this one, once in effect, leaves nothing of the other.
        func succeeds(_ other: Step) -> Bool {
            if begins.isExact, other.begins.isExact {
                return (begins.first, order) > (other.begins.first, other.order)
            }
            if begins.first >= other.begins.sure, begins.first > other.begins.first { return true }
            return order > other.order && begins.first >= other.begins.first
                && begins.sure >= other.begins.sure
        }
    }

    /// What an onward step wipes: every later step and window agreed before it.
    static func wiped(among steps: [Step], by onward: Step) -> [Step] {
        steps.filter { step in
            guard step.order < onward.order else { return false }
            if step.assertion.lasts == nil { return step.begins.first > onward.begins.first }
            return step.ends.map { $0.sure > onward.begins.first } ?? true
        }
    }

    private static func wipe(_ steps: inout [Step], after onward: Step) {
        let wiped = Set(wiped(among: steps, by: onward).map(\.order))
        steps = steps.compactMap { step in
            guard wiped.contains(step.order) else { return step }
            guard step.assertion.lasts != nil, step.begins.first < onward.begins.first else {
                return nil
            }
            var cut = step
            cut.ends = onward.begins
            return cut
        }
    }

    private mutating func lay(_ window: Step, over base: [Step]) {
        var ends = window.ends
        for step in base where step.order > window.order {
            let falls = step.begins.first >= window.begins.first
            if falls, ends.map({ step.begins.first < $0.first }) ?? true { ends = step.begins }
        }
        if let ends, ends.sure <= window.begins.first { return }
        let surely = window.begins.sure
        split(at: window.begins.first)
        split(at: surely)
        if let ends {
            split(at: ends.first)
            split(at: ends.sure)
        }
        for index in pieces.indices {
            let day = pieces[index].from
            if day < window.begins.first { continue }
            if let ends, day >= ends.sure { continue }
            let isCertain = day >= surely && ends.map { day < $0.first } ?? true
            if isCertain {
                pieces[index].candidates = [window.assertion]
            } else if !pieces[index].candidates.contains(window.assertion) {
                pieces[index].candidates.append(window.assertion)
            }
        }
        merge()
    }

    private mutating func split(at day: Day) {
        guard let index = pieces.lastIndex(where: { $0.from <= day }), pieces[index].from != day
        else { return }
        var tail = pieces[index]
        tail.from = day
        pieces[index].to = day
        pieces.insert(tail, at: index + 1)
    }

    private mutating func merge() { pieces = Self.merged(pieces) }

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

extension CellTimeline {
    /// The day of an assertion that is a plain step: standing, wiping nothing, from a known day.
    static func stepDay(of assertion: Assertion, bounds: BoundReader) -> Day? {
        guard assertion.lasts == nil, assertion.wipes == nil,
            let begins = bounds.start(assertion.begins), begins.isExact
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

/// The base of a cell: standing assertions, each a step that holds until the next.
private enum BaseLayer {
    static func pieces(of steps: [CellTimeline.Step]) -> [CellTimeline.Piece] {
        steps.allSatisfy(\.begins.isExact) ? exact(steps) : imprecise(steps)
    }

    /// Every day is known: each step, in order of day and then of agreement, ends the one before.
    private static func exact(_ steps: [CellTimeline.Step]) -> [CellTimeline.Piece] {
        let sorted = steps.sorted {
            ($0.begins.first, $0.order) < ($1.begins.first, $1.order)
        }
        var pieces = [CellTimeline.Piece(from: .distantPast, to: nil, candidates: [nil])]
        for step in sorted {
            let day = step.begins.first
            if pieces[pieces.count - 1].from == day {
                pieces[pieces.count - 1].candidates = [step.assertion]
            } else {
                pieces[pieces.count - 1].to = day
                pieces.append(.init(from: day, to: nil, candidates: [step.assertion]))
            }
        }
        return CellTimeline.merged(pieces)
    }

    /// Some days are known only to a month or a year: a step is a candidate from when it may have begun
    /// until another that leaves nothing of it surely has.
    private static func imprecise(_ steps: [CellTimeline.Step]) -> [CellTimeline.Piece] {
        let days = Set(steps.flatMap { [$0.begins.first, $0.begins.sure] } + [.distantPast])
            .sorted()
        let ordered = steps.sorted { ($0.begins.first, $0.order) < ($1.begins.first, $1.order) }
        let pieces = days.enumerated().map { index, day in
            CellTimeline.Piece(
                from: day, to: index + 1 < days.count ? days[index + 1] : nil,
                candidates: candidates(on: day, among: ordered))
        }
        return CellTimeline.merged(pieces)
    }

    private static func candidates(
        on day: Day, among steps: [CellTimeline.Step]
    ) -> [Assertion?] {
        let begun = steps.filter { $0.begins.first <= day }
        let certain = begun.filter { $0.begins.sure <= day }
        var candidates: [Assertion?] = begun.filter { step in
            !certain.contains { $0.order != step.order && $0.succeeds(step) }
        }.map(\.assertion)
        if certain.isEmpty { candidates.insert(nil, at: 0) }
        return candidates
    }
}
