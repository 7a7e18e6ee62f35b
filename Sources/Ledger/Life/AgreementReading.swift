public import Amendments
public import Terms

/// One agreement as known from a vantage, ready to be asked about any day.
///
/// Making one folds the visible events once; timelines are worked out when first asked for by the
/// caller and kept by it. A pure function of the events: no clock, no randomness, no I/O.
public struct AgreementReading: Sendable {
    public let state: AgreementState
    public let violations: [Violation]
    let order: InstrumentOrder
    package let bounds: BoundReader
    let places: PartyPlaces
    /// The agreement's own events that the vantage sees, as they read.
    public let events: [RecordedEvent]
    let agreement: AgreementLife
    private let timelines: [TermID: TermTimeline]

    /// Reads `history`, every event of one agreement in the order of positions.
    public init(_ agreement: AgreementID, history: [RecordedEvent], from vantage: Vantage) {
        self.init(agreement, history: history, from: vantage, without: [])
    }

    /// - Parameter quiet: terms that are not looked at, and of which nothing else speaks; what gives them fields is
    ///   among the events, and governs where it does.
    init(
        _ agreement: AgreementID, history: [RecordedEvent], from vantage: Vantage,
        without quiet: Set<TermID>
    ) {
        let visible = VisibleEvents(of: history, from: vantage)
        var state = AgreementState(id: agreement)
        for event in visible.events {
            if !quiet.isEmpty, let term = event.changedTerm, quiet.contains(term) {
                state.note(event.recording)
            } else {
                state.apply(event)
            }
        }
        self.init(state: state, events: visible.events, violations: visible.violations)
    }

    package init(state: AgreementState, events: [RecordedEvent], violations: [Violation]) {
        self.init(
            state: state, events: events, violations: violations,
            order: InstrumentOrder(of: state.instruments), of: nil)
    }

    /// - Parameter identities: the terms that are looked at, others being made when asked for; nil for all.
    init(
        state: AgreementState, events: [RecordedEvent], violations: [Violation],
        order: InstrumentOrder, of identities: Set<TermID>?
    ) {
        self.state = state
        self.events = events
        self.violations = state.violations + violations
        let bounds = BoundReader(of: state)
        self.order = order
        self.bounds = bounds
        let places = PartyPlaces(of: state, order: order, bounds: bounds)
        self.places = places
        let terms = identities.map { wanted in
            Dictionary(
                uniqueKeysWithValues: wanted.compactMap { id in state.terms[id].map { (id, $0) } })
        }
        let agreement = AgreementLife(of: state, places: places, order: order, bounds: bounds)
        self.agreement = agreement
        let referred = ReferredTerms(
            by: (terms ?? state.terms).values, find: state.term, agreement: agreement,
            places: places, order: order, bounds: bounds)
        timelines = (terms ?? state.terms).mapValues {
            TermTimeline(
                $0, agreement: agreement, places: places, order: order, bounds: bounds,
                referred: $0.termsOfDays.isEmpty ? .none : referred)
        }
    }

    /// Whether an event ends the agreement, or would upon a condition: which of its ends come true rests on every term.
    var hasEnds: Bool { !agreement.ends.isEmpty || !agreement.waiting.isEmpty }

    /// The ends of the agreement as a whole that come true, each with whether it surely does.
    package var agreementEnds: [(end: AgreementLife.End, isSure: Bool)] {
        comingEnds.filter { $0.end.only == nil }
    }

    /// The same with the ends of one term by a notice: an end that comes after another is overtaken, unless a term was
    /// agreed in between.
    package var comingEnds: [(end: AgreementLife.End, isSure: Bool)] {
        let terms = self.terms
        return agreement.ends.compactMap { end in
            let before = terms.flatMap { $0.overtaking(end) }
            guard !before.isEmpty else { return (end, end.window.isExact) }
            guard before.contains(where: { $0 != .surely }) else { return nil }
            return (end, end.window.isExact && before.contains(.not))
        }
    }

    /// The ends of the agreement that hang on conditions, those by a notice too.
    package var pendingEnds: [AgreementLife.PendingEnd] { agreement.waiting }

    /// The terms, by identity, in the order of their ids.
    public var terms: [TermTimeline] {
        timelines.values.sorted { $0.record.identity < $1.record.identity }
    }

    /// The timeline of the term with that id, present or former.
    public func term(_ id: TermID) -> TermTimeline? {
        guard let identity = state.identity(of: id) else { return nil }
        return timelines[identity]
            ?? state.terms[identity].map {
                TermTimeline(
                    $0, agreement: agreement, places: places, order: order, bounds: bounds,
                    referred: ReferredTerms(
                        by: [$0], find: state.term, agreement: agreement, places: places,
                        order: order, bounds: bounds))
            }
    }

    /// Whether what an event says has begun by that day; nil where imprecise dates leave it open.
    func hasBegun(_ event: RecordedEvent, by day: Day) -> Bool {
        bounds.hasBegun(event, by: day)
    }

    /// Every day on which something about the agreement is known to change, in order.
    public var changeDays: [Day] {
        Set(terms.flatMap(\.changeDays)).union(eventDays).sorted()
    }

    /// The days on which events take effect, in order.
    var eventDays: [Day] {
        let windows = events.compactMap { bounds.start(of: $0) }
        return Set(windows.flatMap(\.days)).sorted()
    }
}
