import Amendments
import Terms

/// What one end knows that the other does not: the causes of what was learned.
struct Learned {
    private let reading: AgreementReading
    private let day: Day
    private let revisers: Revisers
    /// The better informed end's events, as they read there.
    private let better: [EventReference: RecordedEvent]
    /// What the better informed end knows to take back an event.
    private let undoers: [EventReference: [RecordedEvent]]
    /// What the other end takes to take back an event.
    private let undone: [EventReference: [EventReference]]

    init(from lesser: AgreementReading, to better: AgreementReading, on day: Day) {
        reading = better
        self.day = day
        revisers = Revisers(in: better)
        self.better = Dictionary(better.events.map { ($0.reference, $0) }) { first, _ in first }
        let known = Set(lesser.events.map(\.reference))
        var undoers: [EventReference: [RecordedEvent]] = [:]
        for event in better.events where !known.contains(event.reference) {
            if let target = event.event.payload.undoes {
                undoers[target, default: []].append(event)
            }
        }
        self.undoers = undoers
        var undone: [EventReference: [EventReference]] = [:]
        for event in lesser.events {
            if let target = event.event.payload.undoes {
                undone[target, default: []].append(event.reference)
            }
        }
        self.undone = undone
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
        let back = fresh.flatMap { undone[$0.reference] ?? [] }.flatMap { undoers[$0] ?? [] }
        let causes = revisers.with(fresh) + undoing + back
        let all = causes.isEmpty ? Redliner.newCauses(old, new) : causes
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What the better informed end knows to have corrected, moved or taken back an event.
    private func undoing(_ event: RecordedEvent) -> [RecordedEvent] {
        let revisions = (better[event.reference]?.revisions ?? []).filter {
            !event.revisions.contains($0)
        }
        return revisions.compactMap { better[$0] } + (undoers[event.reference] ?? [])
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
