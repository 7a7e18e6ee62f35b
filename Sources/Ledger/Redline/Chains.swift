import Amendments
import Terms

/// The events that moved each facet on its way from one day to another.
struct Chains {
    private var byPath: [FacetPath: [RecordedEvent]] = [:]
    private let reading: AgreementReading

    /// Every term is looked at only on the days on which it may change.
    init(in side: Redliner.Side, after early: Day, through late: Day) {
        let reading = side.reading
        self.reading = reading
        func between(_ days: [Day]) -> [Day] { days.filter { $0 > early && $0 <= late } }
        for term in reading.terms {
            walk(from: early, over: between(term.changeDays)) { day, facets in
                term.conformed(on: day).add(to: &facets)
            }
        }
        walk(from: early, over: between(reading.eventDays)) { day, facets in
            reading.copyContext(on: day).add(to: &facets)
        }
    }

    private mutating func walk(
        from early: Day, over days: [Day], _ facets: (Day, inout [FacetPath: Facet]) -> Void
    ) {
        if days.isEmpty { return }
        var previous: [FacetPath: Facet] = [:]
        facets(early, &previous)
        for day in days {
            var current: [FacetPath: Facet] = [:]
            facets(day, &current)
            for path in Set(previous.keys).union(current.keys) {
                let (old, new) = (previous[path], current[path])
                if let old, let new, old.isSame(as: new) { continue }
                add(to: path, old, new, in: current, by: day)
            }
            previous = current
        }
    }

    private mutating func add(
        to path: FacetPath, _ old: Facet?, _ new: Facet?, in facets: [FacetPath: Facet],
        by day: Day
    ) {
        let causes =
            new?.causes ?? Endings(in: reading, on: day).causes(of: path, old, in: facets)
        let known = Set(old?.causes ?? [])
        var fresh = causes.filter { !known.contains($0) }
        if let over = old?.causes.first, over.isTemporary, !fresh.isEmpty,
            fresh.allSatisfy({ reading.hasBegun($0, by: day.adding(days: -1)) })
        {
            // Nothing began on that day: what lay beneath governs again, since the window is over.
            fresh.insert(over, at: 0)
            if let lasts = (over.event.payload as? TermAmended)?.lasts {
                fresh += reading.bounds.outcomeEvents(in: lasts, by: day)
            }
        }
        // What waited for a condition is caused by its coming about too.
        let all = (fresh.isEmpty ? Array(causes.prefix(1)) : fresh).flatMap {
            [$0] + reading.bounds.outcomeEvents(in: $0.effective, by: day)
        }
        for cause in all
        where !(byPath[path]?.contains(cause) ?? false) {
            byPath[path, default: []].append(cause)
        }
    }

    func causes(of path: FacetPath) -> [RecordedEvent] { byPath[path] ?? [] }
}

/// Why a facet is gone: its term ended, its field was taken out or set anew, or it ran out by itself.
struct Endings {
    private let reading: AgreementReading
    private let day: Day

    init(in reading: AgreementReading, on day: Day) {
        self.reading = reading
        self.day = day
    }

    func causes(
        of path: FacetPath, _ old: Facet?, in facets: [FacetPath: Facet]
    ) -> [RecordedEvent] {
        let status = facets[FacetPath(path.subject, FacetPath.status)]
        if let status, status.value == .stated(.choice(TermStatus.ended.rawValue)) {
            return status.causes
        }
        let known = old?.causes ?? []
        if path.conditional != nil, let event = known.first {
            return reading.outcomes(ofWaiting: event, by: day)
        }
        let others = (governing(path) + (facets[path.base]?.causes ?? [])).filter {
            !known.contains($0)
        }
        return others.isEmpty ? known : Array(others.prefix(1))
    }

    /// The event by which a term has that field no longer.
    private func governing(_ path: FacetPath) -> [RecordedEvent] {
        guard case .term(let id) = path.subject, let name = FieldName(rawValue: path.facet) else {
            return []
        }
        let cell = reading.term(id)?.cells[name]
        return (cell?.at(day) ?? []).compactMap { $0?.event }
    }
}

extension AgreementReading {
    /// What came about of the conditions for which what an event says waits.
    fileprivate func outcomes(ofWaiting event: RecordedEvent, by day: Day) -> [RecordedEvent] {
        let named =
            [event.effective, event.event.payload.lastsUntil].compactMap(\.self)
            + event.event.payload.namedBounds
        return TermLife.unique(named.flatMap { bounds.outcomeEvents(in: $0, by: day) })
    }
}

extension RecordedEvent {
    /// True for an amendment that gives back what it changed.
    fileprivate var isTemporary: Bool {
        event.payload.lastsUntil != nil && !event.payload.givenFields.isEmpty
    }
}
