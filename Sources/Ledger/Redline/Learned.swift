import Amendments
import Terms

/// What one end knows that the other does not: the causes of what was learned.
struct Learned {
    private let reading: AgreementReading
    private let day: Day
    private let revisers: Revisers
    /// The better informed end's events, as they read there.
    private let better: [EventReference: RecordedEvent]
    /// The other end's events, as they read there.
    private let lesser: [EventReference: RecordedEvent]
    /// What either end knows to take back an event, whether or not it was taken back itself.
    private let takers: [EventReference: [RecordedEvent]]

    init(from lesser: AgreementReading, to better: AgreementReading, on day: Day) {
        reading = better
        self.day = day
        revisers = Revisers(in: better)
        let events = Dictionary(better.events.map { ($0.reference, $0) }) { first, _ in first }
        self.better = events
        self.lesser = Dictionary(lesser.events.map { ($0.reference, $0) }) { first, _ in first }
        var takers: [EventReference: [RecordedEvent]] = [:]
        for event in better.events + lesser.events.filter({ events[$0.reference] == nil }) {
            guard let target = event.event.payload.undoes else { continue }
            takers[target, default: []].append(event)
        }
        self.takers = takers
    }

    /// The events that the other end does not know, or knows otherwise, and those that undid what it
    /// knows.
    func causes(
        of path: FacetPath, _ old: Facet?, _ new: Facet?, in facets: [FacetPath: Facet]
    ) -> [RecordedEvent] {
        let known = Set(old?.causes ?? [])
        var fresh = (new?.causes ?? []).filter { !known.contains($0) }
        let undoing = known.sorted { $0.position < $1.position }.flatMap(undoing)
        if new == nil, undoing.isEmpty {
            fresh = Endings(in: reading, on: day).causes(of: path, old, in: facets)
        }
        // What the other end holds rescinded is back, because its rescission was.
        let back = fresh.flatMap { event in
            [event.reference] + event.revisions + (lesser[event.reference]?.revisions ?? [])
        }.flatMap(turns)
        let causes = revisers.with(fresh) + undoing + back
        let all = causes.isEmpty ? Redliner.newCauses(old, new) : causes
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What the better informed end knows to have corrected, moved or taken back an event, and to have taken
    /// back what corrected or moved it.
    private func undoing(_ event: RecordedEvent) -> [RecordedEvent] {
        let now = better[event.reference]?.revisions ?? []
        let made = now.filter { !event.revisions.contains($0) }.compactMap { better[$0] }
        let lost = event.revisions.filter { !now.contains($0) }
        return made + ([event.reference] + lost).flatMap(turns)
    }

    /// What only the better informed end knows to have taken back an event, or what took it back, at any depth.
    private func turns(of event: EventReference) -> [RecordedEvent] {
        turns(of: event, after: Position(0))
    }

    private func turns(of event: EventReference, after position: Position) -> [RecordedEvent] {
        (takers[event] ?? []).filter { $0.position > position }.flatMap { taker in
            (lesser[taker.reference] != nil ? [] : [taker])
                + turns(of: taker.reference, after: taker.position)
        }
    }
}

/// The record events that made other events read as they do.
struct Revisers {
    private let byReference: [EventReference: RecordedEvent]

    init(in reading: AgreementReading) {
        let named = Set(reading.events.flatMap(\.revisions))
        byReference = Dictionary(
            reading.events.filter { named.contains($0.reference) }.map { ($0.reference, $0) }
        ) { first, _ in first }
    }

    /// The events, each followed by what revised it.
    func with(_ events: [RecordedEvent]) -> [RecordedEvent] {
        events.flatMap { [$0] + $0.revisions.compactMap { byReference[$0] } }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension EventPayload {
    /// The event that this one takes back.
    fileprivate var undoes: EventReference? {
        if case .rescinds(let event)? = recordAct { return event }
        if case .report(let event) = reach { return event }
        return nil
    }
}
