public import Amendments
public import Terms

/// The whole life of one term: what governs each of its fields on every day.
public struct TermTimeline: Sendable {
    public let record: TermRecord
    /// By field, in no particular order.
    public let cells: [FieldName: CellTimeline]
    let endings: [AgreementEnding]
    let places: PartyPlaces
    let order: InstrumentOrder
    let bounds: BoundReader

    /// - Parameter known: the timelines of fields, where they have been worked out already.
    init(
        _ record: TermRecord, endings: [AgreementEnding], places: PartyPlaces,
        order: InstrumentOrder, bounds: BoundReader, cells known: [FieldName: CellTimeline]? = nil
    ) {
        self.record = record
        self.endings = endings
        self.places = places
        self.order = order
        self.bounds = bounds
        cells =
            known
            ?? record.assertions.mapValues {
                CellTimeline($0, order: order, bounds: bounds)
            }
    }

    /// When the term's life begins, from which its periods are counted, and who said so; nil where
    /// nobody does, or it held always.
    package var beginning: (window: DayWindow, event: RecordedEvent)? {
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
        record.renamings.filter { hasBegun($0.event, by: day) }
            .max { key($0.event) < key($1.event) }
    }

    /// Every day on which something about the term is known to change, in order.
    public var changeDays: [Day] {
        var days = Set(cells.values.flatMap(\.changeDays))
        for case .stated(.bound(let bound))? in boundsEverGoverning {
            for window in [bounds.start(bound), bounds.end(bound)].compactMap(\.self) {
                days.formUnion([window.first, window.sure])
            }
        }
        for event in datedEvents {
            if let window = bounds.start(event.effective) {
                days.formUnion([window.first, window.sure])
            }
        }
        for end in limits.compactMap({ bounds.end($0) }) { days.formUnion([end.first, end.sure]) }
        for case .accrued(_, let period) in record.remarks.map(\.content) {
            days.formUnion([period.latest ?? period.earliest].compactMap(\.self))
        }
        if record.namesParties { days.formUnion(places.changeDays) }
        // Before it is known of, a term that will come is not foreseen.
        days.formUnion(record.additions.map(\.recording.disclosed.earliest))
        return days.sorted()
    }

    /// When what was said for a time only is over: suspensions, waivers, reports.
    private var limits: [DateBound] {
        let waivers = record.remarks.compactMap { remark -> DateBound? in
            guard case .waived(_, _, let lasts) = remark.content else { return nil }
            return lasts
        }
        return waivers + record.pauses.compactMap(\.lasts)
            + record.reports.values.flatMap { $0.compactMap(\.lasts) }
    }

    /// What is reported counts too: the days it names are shown beside what is agreed.
    private var boundsEverGoverning: [ValueState?] {
        record.assertions.values.flatMap { $0.map(\.value) }
            + record.reports.values.flatMap { $0.map(\.value) }
    }

    private var datedEvents: [RecordedEvent] {
        record.removals + record.additions + endings.map(\.event) + record.pauses.map(\.event)
            + record.remarks.map(\.event) + record.renamings.map(\.event)
            + record.reports.values.flatMap { $0.map(\.event) } + conditionEvents
    }

    private var conditionEvents: [RecordedEvent] {
        let named = boundsEverGoverning.reduce(into: Set<ConditionID>()) { ids, value in
            if case .stated(.bound(let bound))? = value { ids.formUnion(bound.conditions) }
        }
        return named.sorted().compactMap { bounds.outcome(of: $0)?.event }
    }

    /// Who stands on a day in the place of a party that an event names, or may.
    package func holder(of party: PartyID, namedBy event: RecordedEvent, on day: Day) -> PartyID {
        places.place(of: party, namedBy: event, on: day)?.place.holder ?? party
    }

    func hasBegun(_ event: RecordedEvent, by day: Day) -> Bool {
        bounds.hasBegun(event, by: day)
    }

    func key(_ event: RecordedEvent) -> SortKey {
        SortKey(day: bounds.start(event.effective)?.first, order: order.key(of: event))
    }

    /// Events sort by the day they take effect, then by the parties' own order.
    struct SortKey: Comparable {
        let day: Day?
        let order: OrderKey

        static func < (lhs: SortKey, rhs: SortKey) -> Bool {
            (lhs.day ?? .distantPast, lhs.order) < (rhs.day ?? .distantPast, rhs.order)
        }
    }
}

extension TermRecord {
    /// Whether some field of its kind names parties.
    var namesParties: Bool {
        kind.definition.fields.contains { $0.type == .party || $0.type == .parties }
    }
}
