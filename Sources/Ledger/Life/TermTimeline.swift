public import Amendments
public import Terms

/// The whole life of one term: what governs each of its fields on every day.
public struct TermTimeline: Sendable {
    public let record: TermRecord
    /// By field, in no particular order.
    public let cells: [FieldName: CellTimeline]
    /// Its lives, in the order of their days.
    package let lives: [TermLife]
    let agreement: AgreementLife
    let places: PartyPlaces
    let order: InstrumentOrder
    let bounds: BoundReader
    /// What is stated of amounts that accrued under it.
    package let accruals: Accruals

    /// - Parameters:
    ///   - referred: the terms whose days it states as its own; none where it is asked for by another term, which
    ///     knows them.
    ///   - known: the timelines of fields, where they have been worked out already.
    init(
        _ record: TermRecord, agreement: AgreementLife, places: PartyPlaces,
        order: InstrumentOrder, bounds: BoundReader, referred: ReferredTerms = .none,
        cells known: [FieldName: CellTimeline]? = nil
    ) {
        self.record = record
        self.agreement = agreement
        self.places = places
        self.order = order
        self.bounds = bounds
        accruals = Accruals(record.remarks)
        let parts = record.parts(order: order, bounds: bounds)
        lives = parts.map {
            TermLife(
                $0, cells: parts.count == 1 ? known : nil, agreement: agreement, order: order,
                bounds: bounds, referred: referred)
        }.sorted {
            ($0.begins?.first ?? .last, order.key(of: $0.addition))
                < ($1.begins?.first ?? .last, order.key(of: $1.addition))
        }
        cells = lives.count == 1 ? lives[0].cells : CellTimeline.joined(lives)
    }

    /// When each of its lives begins, from which its periods are counted, and who said so, with the first day of
    /// the next; a restatement goes on with what it replaces. None of a life of which no one says so, or that
    /// held always.
    package var beginnings: [(window: DayWindow, event: RecordedEvent, next: Day?)] {
        let firsts = lives.enumerated().filter { $0.offset == 0 || !$0.element.isRestated }
            .map(\.element)
        return firsts.enumerated().compactMap { index, life in
            guard let found = beginning(of: life.record) else { return nil }
            let next = firsts.dropFirst(index + 1).lazy.compactMap(\.begins?.first).first
            return (found.window, found.event, next)
        }
    }

    /// When the life of a day begins, and who said so.
    package func beginning(on day: Day) -> (window: DayWindow, event: RecordedEvent)? {
        beginning(of: firstLife(of: day)?.record ?? record)
    }

    private func beginning(of record: TermRecord) -> (window: DayWindow, event: RecordedEvent)? {
        (record.assertions[.starts] ?? []).compactMap { assertion in
            guard case .stated(.bound(let bound))? = assertion.value,
                let window = bounds.start(bound), window.first > .first
            else { return nil }
            return (window, assertion.event)
        }.min { $0.window.first < $1.window.first }
    }

    /// The term's id on a day.
    public func id(on day: Day) -> TermID {
        renaming(on: day)?.id ?? record.identity
    }

    func renaming(on day: Day) -> TermRecord.Renaming? {
        record.renamings.filter { bounds.hasSurelyBegun($0.event, by: day) }
            .max { key($0.event) < key($1.event) }
    }

    /// Every day on which something about the term is known to change, in order.
    public var changeDays: [Day] { readingDays.union(besideDays).sorted() }

    /// The days on which its status, its id, what is agreed of its fields or what waits may change.
    var readingDays: Set<Day> {
        var days = Set(cells.values.flatMap(\.changeDays))
        days.formUnion(daysNamed(by: record.assertions.values.flatMap { $0.map(\.value) }))
        days.formUnion(daysNamed(by: cells.values.flatMap(\.openReadings).map(\.value)))
        let waivers = record.remarks.filter { $0.isWaiver && $0.waits }
        let events =
            record.removals + record.additions + record.pauses.map(\.event)
            + waivers.map(\.event) + record.renamings.map(\.event)
        days.formUnion(self.days(of: events))
        days.formUnion(lifeDays)
        for end in record.pauses.compactMap(\.lasts) { days.formUnion(bounds.end(end)?.days ?? []) }
        if record.namesParties { days.formUnion(places.changeDays) }
        // Before it is known of, a term that will come is not foreseen.
        days.formUnion(record.additions.map(\.recording.disclosed.earliest))
        days.formUnion(conditionalDays)
        return days
    }

    /// The days on which what stands beside its reading may change: remarks, what accrued, and reports with the
    /// days that they name.
    private var besideDays: Set<Day> {
        let reports = record.reports.values.joined()
        var days = daysNamed(by: reports.map(\.value))
        days.formUnion(self.days(of: record.remarks.map(\.event) + reports.map(\.event)))
        for end in waiverEnds + reports.compactMap(\.lasts) {
            days.formUnion(bounds.end(end)?.days ?? [])
        }
        return days.union(accruals.changeDays).union(waivedDays).union(notReadDays)
    }

    /// The days from which conditional changes stand beside what governs, and on which they no longer do.
    var conditionalDays: [Day] {
        waitingBounds.flatMap { event, bound in
            [InstrumentOrder.agreedDay(event.recording)]
                + bound.conditions.flatMap { bounds.outcome(of: $0)?.window.days ?? [] }
        }
    }

    /// Every bound that names a condition and is no value of a field, with the event that states it.
    var waitingBounds: [(RecordedEvent, DateBound)] {
        let assertions = record.assertions.values.joined().flatMap { assertion in
            [assertion.begins, assertion.lasts].map { (assertion.event, $0) }
        }
        let pauses = record.pauses.flatMap {
            [($0.event, $0.event.effective), ($0.event, $0.lasts)]
        }
        let leftOut = agreement.restatements.filter { $0.leavesOut(record.identity) }
        let waivers = record.remarks.filter(\.isWaiver).map(\.event)
        let successions =
            record.namesParties ? places.waiting.map(\.event) + places.leaving.map(\.event) : []
        let events =
            (record.removals + leftOut.map(\.event) + waivers
            + record.renamings.map(\.event) + successions).map { ($0, $0.effective) }
        let ends = agreement.waiting.map { ($0.event, Optional($0.bound)) }
        return (assertions + pauses + events + ends).compactMap { event, bound in
            bound.flatMap { $0.conditions.isEmpty ? nil : (event, $0) }
        }
    }

    /// When waivers for a time only are over.
    private var waiverEnds: [DateBound] {
        record.remarks.compactMap { remark in
            guard case .waived(_, _, let lasts) = remark.content else { return nil }
            return lasts
        }
    }

    /// The days on which those begin and end that are about some days only.
    private var waivedDays: [Day] {
        record.remarks.compactMap { ($0.event.event.payload as? RightWaived)?.period?.days }
            .flatMap { [$0.from, $0.to].compactMap(\.self) }
    }

    /// The days that values name, and those on which the conditions in them came about.
    private func daysNamed(by values: [ValueState?]) -> Set<Day> {
        var days: Set<Day> = []
        var conditions: Set<ConditionID> = []
        for case .stated(.bound(let bound))? in values {
            for window in [bounds.start(bound), bounds.end(bound)].compactMap(\.self) {
                days.formUnion(window.days)
            }
            conditions.formUnion(bound.conditions)
        }
        return days.union(self.days(of: conditions.compactMap { bounds.outcome(of: $0)?.event }))
    }

    /// The days from which events take effect.
    private func days(of events: [RecordedEvent]) -> [Day] {
        events.flatMap { bounds.start(of: $0)?.days ?? [] }
    }

    /// Who stands on a day in the place of a party that an event names, or may.
    package func holder(of party: PartyID, namedBy event: RecordedEvent, on day: Day) -> PartyID {
        places.place(of: party, namedBy: event, on: day)?.place.holder ?? party
    }

    func hasBegun(_ event: RecordedEvent, by day: Day) -> Bool {
        bounds.hasBegun(event, by: day)
    }

    func key(_ event: RecordedEvent) -> SortKey {
        SortKey(day: bounds.start(of: event)?.first, order: order.key(of: event))
    }

    /// Events sort by the day they take effect, then by the parties' own order.
    struct SortKey: Comparable {
        let day: Day?
        let order: OrderKey

        static func < (lhs: SortKey, rhs: SortKey) -> Bool {
            (lhs.day ?? .first, lhs.order) < (rhs.day ?? .first, rhs.order)
        }
    }
}

extension Remark {
    /// Whether it holds from a day that some condition decides.
    var waits: Bool { !event.effective.conditions.isEmpty }

    /// Whether a party gives up a right.
    var isWaiver: Bool {
        switch content {
        case .waived: true
        case .reaffirmed, .unaddressed, .interpreted, .noticeGiven, .optionExercised,
            .optionDeclined, .accrued, .consented:
            false
        }
    }
}

extension TermRecord {
    /// Whether some field of its kind names parties.
    var namesParties: Bool {
        kind.definition.fields.contains { $0.type == .party || $0.type == .parties }
    }
}
