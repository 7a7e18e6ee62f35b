public import Amendments
public import Terms

/// Which assertions of one field of one term govern on which day: several where dates are too imprecise to
/// say, nil among them where perhaps none does.
///
/// The pieces point to the governing assertion, not to a copied value. Two layers make them: *standing*
/// assertions are steps of the base, each holding until the next; *temporary* ones lie over the base for their
/// windows, the later in order on top, and give back what lies beneath as it then stands. A standing assertion
/// whose day falls inside a window agreed earlier ends that window. Where days are imprecise, every possible
/// world is folded so: see `PossibleWorlds`.
public typealias CellTimeline = Timeline<[Assertion?]>

extension CellTimeline {
    init(_ assertions: [Assertion], order: InstrumentOrder, bounds: BoundReader) {
        let steps = assertions.compactMap { CellStep($0, order: order, bounds: bounds) }
        self =
            steps.allSatisfy(\.isExact)
            ? Self.exact(steps) : PossibleWorlds(of: steps).timeline.coalesced()
    }

    /// A timeline on which nothing governs.
    init() { self.init([nil]) }

    // Where every day is known.

    private static func exact(_ all: [CellStep]) -> CellTimeline {
        var steps = all
        for step in all where step.assertion.wipes != nil { step.wipe(&steps) }
        let base = steps.filter(\.isStanding)
        var timeline = CellTimeline()
        // Each standing step, in order of day and then of agreement, ends the one before.
        for step in base.sorted(by: { ($0.begins.first, $0.order) < ($1.begins.first, $1.order) }) {
            timeline.set([step.assertion], on: DayRange(from: step.begins.first))
        }
        for window in steps.filter({ !$0.isStanding }).sorted(by: { $0.order < $1.order }) {
            guard let days = window.days(over: base) else { continue }
            timeline.set([window.assertion], on: days)
        }
        return timeline.coalesced()
    }

    // Where nothing but plain steps is in it.

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
    /// - Returns: the days that it governs; nil where another step of its day goes before it.
    mutating func add(_ step: Assertion, on day: Day, order: InstrumentOrder) -> DayRange? {
        let piece = piece(at: day)
        if piece.from == day, let governing = piece.value.last ?? nil,
            order.key(of: governing.event) > order.key(of: step.event)
        {
            return nil
        }
        guard let days = piece.days.tail(from: day) else { return nil }
        set([step], on: days)
        return days
    }
}
