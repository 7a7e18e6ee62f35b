import Amendments
package import Terms

/// The conformed copies of an agreement on its change days, each made from the one before.
///
/// What nothing changes on a day is taken over as it stood, so that a long agreement costs its changes, and not
/// its changes times its terms. Every copy is what `AgreementReading.conformedCopy` gives, without outlook.
package struct CopyWalk: Sequence, IteratorProtocol {
    /// One day on which something may change.
    package struct Stop: Sendable {
        package let copy: ConformedCopy
        /// The terms that may differ from the copy before, by identity.
        package let terms: Set<TermID>
        /// Whether a condition or a dispute may differ from the copy before.
        package let hasOtherContext: Bool

        package init(copy: ConformedCopy, terms: Set<TermID>, hasOtherContext: Bool) {
            self.copy = copy
            self.terms = terms
            self.hasOtherContext = hasOtherContext
        }
    }

    private let reading: AgreementReading
    private let timelines: [TermTimeline]
    private let termsByDay: [Day: Set<Int>]
    private let contextDays: Set<Day>
    private let days: [Day]
    private var index = 0
    private var governing: GoverningWalk
    /// The terms before a `same-as` is followed, and which of them have one.
    private var own: [ConformedTerm]
    private var referring: Set<Int>
    private var copy: ConformedCopy

    /// - Parameter others: days to stop on beside the change days.
    package init(of view: AgreementView, also others: [Day] = []) {
        reading = view.reading
        let timelines = reading.terms
        self.timelines = timelines
        termsByDay = timelines.indices.reduce(into: [:]) { terms, index in
            for day in timelines[index].changeDays { terms[day, default: []].insert(index) }
        }
        contextDays = reading.contextDays
        days = contextDays.union(termsByDay.keys).union(reading.eventDays).union(others)
            .sorted()
        governing = GoverningWalk(of: reading)
        var vantage = view.vantage
        vantage.on = days.first ?? vantage.on
        own = timelines.map { $0.conformed(on: vantage.on) }
        referring = Set(own.indices.filter { [own] in own[$0].refers })
        copy = reading.conformedCopy(from: vantage, resolved: view.resolved, outlook: false)
    }

    package mutating func next() -> Stop? {
        guard index < days.count else { return nil }
        defer { index += 1 }
        let day = days[index]
        copy.vantage.on = day
        let event = governing.event(on: day)
        copy.resolved.governing = event?.recording
        copy.resolved.governingSince = event?.effective
        let changed = index == 0 ? Set(own.indices) : changeTerms(on: day)
        let isTurned = changeContext(on: day)
        return Stop(
            copy: copy, terms: Set(changed.map { own[$0].identity }),
            hasOtherContext: index == 0 || isTurned)
    }

    /// Works out again what changes on a day, and what refers to it.
    private mutating func changeTerms(on day: Day) -> Set<Int> {
        var changed = termsByDay[day] ?? []
        guard !changed.isEmpty else { return [] }
        for index in changed {
            own[index] = timelines[index].conformed(on: day)
            copy.terms[index] = own[index]
            if own[index].refers { referring.insert(index) } else { referring.remove(index) }
        }
        guard !referring.isEmpty else { return changed }
        let followed = reading.followed(own)
        for index in referring where followed[index] != copy.terms[index] {
            copy.terms[index] = followed[index]
            changed.insert(index)
        }
        return changed
    }

    private mutating func changeContext(on day: Day) -> Bool {
        guard contextDays.contains(day) else { return false }
        let found = reading.copyContext(on: day)
        let isTurned = found.conditions != copy.conditions || found.disputes != copy.disputes
        copy.parties = found.parties
        copy.conditions = found.conditions
        copy.disputes = found.disputes
        copy.expectations = found.expectations
        return isTurned
    }
}

/// The instrument that governs last, day by day.
private struct GoverningWalk {
    private var coming: [(sure: Day, key: TermTimeline.SortKey, event: RecordedEvent)]
    private var last: (key: TermTimeline.SortKey, event: RecordedEvent)?

    init(of reading: AgreementReading) {
        coming = reading.events.filter { $0.event.payload.traits.contains(.changesTerms) }
            .compactMap { event in
                reading.bounds.start(of: event).map {
                    ($0.sure, reading.sortKey(event), event)
                }
            }.sorted { $0.sure > $1.sure }
    }

    /// - Parameter day: none before the day of the question last.
    mutating func event(on day: Day) -> RecordedEvent? {
        while let next = coming.last, next.sure <= day {
            coming.removeLast()
            if last.map({ $0.key < next.key }) ?? true { last = (next.key, next.event) }
        }
        return last?.event
    }
}

extension ConformedTerm {
    /// Whether the value of a field is that of another term's, or it is part of another.
    fileprivate var refers: Bool {
        fields.contains { field in
            if case .sameAs = field.value { true } else { field.name == .within }
        }
    }
}
