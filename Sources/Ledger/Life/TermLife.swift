package import Amendments
import Terms

/// One life of a term: what the parties said of it from one addition to the next, in their own order.
///
/// A restatement begins a new life of every term it states: the replaced text ends there. Nothing said of
/// an earlier life reaches into a later one.
package struct TermLife: Sendable {
    /// The event it begins with: `term-added`, or the restatement that states it.
    package let addition: RecordedEvent
    /// What was said in this life alone.
    package let record: TermRecord
    /// What governs each field in this life.
    let cells: [FieldName: CellTimeline]
    /// From when it may have begun; nil while its day waits for a condition.
    package let begins: DayWindow?
    let agreement: AgreementLife
    let order: InstrumentOrder
    let bounds: BoundReader
    /// The terms whose days it states as its own.
    let referred: ReferredTerms

    init(
        _ part: TermRecord.Part, cells known: [FieldName: CellTimeline]?, agreement: AgreementLife,
        order: InstrumentOrder, bounds: BoundReader, referred: ReferredTerms
    ) {
        addition = part.addition
        record = part.record
        begins = part.begins
        self.agreement = agreement
        self.order = order
        self.bounds = bounds
        self.referred = referred
        cells =
            known
            ?? part.record.cells(order: order, bounds: bounds)
    }

    /// True when it begins with a restatement, which goes on with what the replaced text began.
    var isRestated: Bool { addition.event.kind == .agreementRestated }

    /// When the parties agreed it, or its first day where that is earlier.
    var agreedDay: Day { min(order.key(of: addition).place.day, begins?.first ?? .last) }

    func hasBegun(_ event: RecordedEvent, by day: Day) -> Bool { bounds.hasBegun(event, by: day) }

    func key(_ event: RecordedEvent) -> TermTimeline.SortKey {
        TermTimeline.SortKey(day: bounds.start(of: event)?.first, order: order.key(of: event))
    }

    /// The one value that governs a field on a day; nil where none does, or more than one may.
    func value(_ field: FieldName, on day: Day) -> (value: ValueState, event: RecordedEvent)? {
        let candidates = (cells[field]?.at(day) ?? []).compactMap(\.self)
        guard candidates.count == 1, let value = candidates[0].value else { return nil }
        return (value, candidates[0].event)
    }
}

extension TermRecord {
    /// The part of a record that belongs to one life.
    struct Part {
        let addition: RecordedEvent
        let order: OrderKey
        let begins: DayWindow?
        var record: TermRecord
    }

    /// The parts of the record, in the order in which the parties agreed the lives.
    ///
    /// What an event says belongs to the life that its effective day falls into, among those agreed before
    /// it: so a step agreed in one life stays there, in whatever order the files arrive. A removal also
    /// takes away what was agreed before it and was yet to begin.
    func parts(order: InstrumentOrder, bounds: BoundReader) -> [Part] {
        let whole = additions.map { addition in
            Part(
                addition: addition, order: order.key(of: addition),
                begins: begins(since: addition, bounds: bounds), record: self)
        }
        guard whole.count > 1 else { return whole }
        var parts = whole.sorted { $0.order < $1.order }
        let divider = LifeDivider(parts: parts, order: order, bounds: bounds)
        for index in parts.indices { parts[index].record = divider.record(of: index, from: self) }
        for index in parts.indices {
            parts[index] = Part(
                addition: parts[index].addition, order: parts[index].order,
                begins: parts[index].record.begins(since: nil, bounds: bounds),
                record: parts[index].record)
        }
        return parts
    }

    /// From when the term may have begun, by what was said since an addition; nil while no day is known.
    private func begins(since addition: RecordedEvent?, bounds: BoundReader) -> DayWindow? {
        let own = (assertions[.starts] ?? []).filter { assertion in
            addition.map { additions.count == 1 || assertion.event.position == $0.position } ?? true
        }
        return own.compactMap { bounds.start($0.begins) }.reduce(nil) { earliest, window in
            earliest.map { DayWindow.earlier($0, window) } ?? window
        }
    }
}

/// Says to which life of a term each event belongs.
private struct LifeDivider {
    let parts: [TermRecord.Part]
    let order: InstrumentOrder
    let bounds: BoundReader

    /// The life that an event's day falls into, among those agreed before it.
    func index(of event: RecordedEvent) -> Int {
        if let own = parts.firstIndex(where: { $0.addition.position == event.position }) {
            return own
        }
        let key = order.key(of: event)
        let known = parts.indices.filter { parts[$0].order < key }
        guard let last = known.last else { return 0 }
        guard let day = bounds.start(of: event)?.sure else { return last }
        let begun = known.filter { parts[$0].begins.map { $0.first <= day } ?? false }
        return begun.max { rank($0) < rank($1) } ?? known.min { rank($0) < rank($1) } ?? last
    }

    private func rank(_ index: Int) -> (Day, OrderKey) {
        (parts[index].begins?.first ?? .last, parts[index].order)
    }

    /// Whether a removal takes that life away.
    private func removes(_ removal: RecordedEvent, _ index: Int) -> Bool {
        let key = order.key(of: removal)
        guard parts[index].order < key else { return self.index(of: removal) == index }
        return self.index(of: removal) == index
            || parts[index].begins.map { $0.first > key.place.day } ?? true
    }

    func record(of index: Int, from whole: TermRecord) -> TermRecord {
        var record = TermRecord(identity: whole.identity, kind: whole.kind)
        record.additions = [parts[index].addition]
        record.renamings = whole.renamings
        record.assertions = whole.assertions.compactMapValues { own($0, index, \.event) }
        for field in dropped(by: index, from: whole) {
            record.assertions[field, default: []].append(
                Assertion(
                    event: parts[index].addition, value: nil, begins: begins(of: index, whole)))
        }
        record.reports = whole.reports.compactMapValues { own($0, index, \.event) }
        record.removals = whole.removals.filter { removes($0, index) }
        record.pauses = own(whole.pauses, index, \.event) ?? []
        record.remarks = own(whole.remarks, index, \.event) ?? []
        return record
    }

    /// The fields of the lives agreed before that the complete set of this one does not have.
    private func dropped(by index: Int, from whole: TermRecord) -> [FieldName] {
        let addition = parts[index].addition
        return whole.assertions.filter { field, assertions in
            field != .starts && !assertions.contains { $0.event.position == addition.position }
                && assertions.contains { self.index(of: $0.event) < index }
        }.keys.sorted()
    }

    private func begins(of index: Int, _ whole: TermRecord) -> DateBound {
        let addition = parts[index].addition
        return whole.assertions[.starts]?.first { $0.event.position == addition.position }?.begins
            ?? addition.effective
    }

    private func own<Said>(
        _ list: [Said], _ index: Int, _ event: (Said) -> RecordedEvent
    ) -> [Said]? {
        let own = list.filter { self.index(of: event($0)) == index }
        return own.isEmpty ? nil : own
    }
}
