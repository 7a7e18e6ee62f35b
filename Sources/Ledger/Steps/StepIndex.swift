public import Amendments
import Notation
import Terms

/// Which events of an agreement an answer about some days rests on.
///
/// Most events of a long agreement are *plain steps*: amendments that set fields of a term from one known day on,
/// and do nothing else. On a day only the last of them counts in each field. All other events are the *frame*,
/// which every answer reads.
///
/// The index is a function of the recorded events alone, whatever the vantage: what any vantage may read otherwise
/// (corrected, moved, imprecise, conditional, for a time, of several lives) is in the frame, with every step of the
/// fields that it touches. So an event may go from the steps into the frame, and never back.
public struct StepIndex: Sendable {
    /// The plain steps, by position.
    private var steps: [Position: [StepLine]] = [:]
    private var frame: [Position: StepLine] = [:]
    /// Where each event that gives fields is, and which.
    private var places: [EventReference: (position: Position, cells: [StepLine.Cell])] = [:]
    private var recordings: [RecordingKey: [EventReference]] = [:]
    /// The positions of the plain steps of each field.
    private var stepping: [StepLine.Cell: Set<Position>] = [:]
    /// What sets each field last, of all that ever did from a known day on.
    private var newest: [StepLine.Cell: StepLine] = [:]
    private var kinds: [TermID: TermKind] = [:]
    /// The terms, and the fields of others, whose every event is in the frame.
    private var unsteadyTerms: Set<TermID> = []
    private var unsteadyCells: Set<StepLine.Cell> = []
    /// What other events correct, move, take back or redact.
    private var targets: Set<EventReference> = []
    private var targetRecordings: Set<RecordingKey> = []
    private var order = InstrumentOrder()
    /// Whether a numbered instrument ever counted as agreed earlier than its own text says.
    private var areNumbersUnsteady = false
    private var change = StepChange()

    public init() {}

    /// The index of a whole history.
    public init(of history: [RecordedEvent]) {
        _ = add(history)
    }

    /// Every line, in no particular order.
    public var lines: [StepLine] { Array(frame.values) + steps.values.joined() }

    /// Whether a change adds nothing but steps that govern after all others of their fields, and of those that are
    /// read with them: then nothing that was said before reads otherwise.
    func isContinuation(_ change: StepChange) -> Bool {
        change.removed.isEmpty
            && change.added.allSatisfy { line in
                guard let cell = line.cell, newest[cell] == line else { return false }
                guard let name = cell.field.otherSide else { return true }
                let other = StepLine.Cell(cell.term, name)
                return isSteady(other) && newest[other].map { $0.begins <= line.begins } ?? true
            }
    }

    /// Whether nothing sets a field but from a known day on, and for good.
    private func isSteady(_ cell: StepLine.Cell) -> Bool {
        !unsteadyTerms.contains(cell.term) && !unsteadyCells.contains(cell)
    }

    /// Adds events, in the order of positions.
    ///
    /// - Returns: the lines that change.
    @discardableResult
    public mutating func add(_ events: [RecordedEvent]) -> StepChange {
        change = StepChange()
        for event in events { add(event) }
        // A step may be put into the frame by what follows it in its recording.
        let passing = Set(change.added).intersection(change.removed)
        if !passing.isEmpty {
            change.added.removeAll(where: passing.contains)
            change.removed.removeAll(where: passing.contains)
        }
        return change
    }

    private mutating func add(_ event: RecordedEvent) {
        if order.add(event.recording) { unsettleNumbers() }
        let payload = event.event.payload
        note(event)
        if let act = payload.recordAct { unsettle(act) }
        unsettle(payload, holding: event.effective)
        if isTargeted(event) { unsettle(cellsOf(payload)) }
        if let day = plainDay(of: event) {
            let lines = cellsOf(payload).map { StepLine($0, from: day, by: event) }
            steps[event.position] = lines
            for cell in lines.compactMap(\.cell) {
                stepping[cell, default: []].insert(event.position)
            }
            change.added += lines
        } else {
            keep(StepLine(frame: event))
        }
    }

    private mutating func note(_ event: RecordedEvent) {
        let cells = cellsOf(event.event.payload)
        guard !cells.isEmpty else { return }
        places[event.reference] = (event.position, cells)
        recordings[event.recording.key, default: []].append(event.reference)
        guard let day = Self.exactDay(event.effective) else { return }
        for cell in cells {
            let line = StepLine(cell, from: day, by: event)
            if newest[cell].map({ StepLine.precedes($0, line) }) ?? true { newest[cell] = line }
        }
    }

    private func cellsOf(_ payload: any EventPayload) -> [StepLine.Cell] {
        payload.givenFields.flatMap { given in
            given.set.names.map { StepLine.Cell(given.term, $0) }
        }
    }

    private func isTargeted(_ event: RecordedEvent) -> Bool {
        targets.contains(event.reference) || targetRecordings.contains(event.recording.key)
    }
}

// What is a plain step.
extension StepIndex {
    /// The day from which an event is a plain step; nil for an event of the frame.
    private func plainDay(of event: RecordedEvent) -> Day? {
        guard let (amendment, day) = Self.plainStep(event), let kind = kinds[amendment.term],
            !unsteadyTerms.contains(amendment.term), !isTargeted(event),
            event.recording.instrument.id == nil,
            !(areNumbersUnsteady && event.recording.instrument.number != nil)
        else { return nil }
        let isPlain = amendment.set.names.allSatisfy { name in
            kind.isPlain(name)
                && !unsteadyCells.contains(StepLine.Cell(amendment.term, name))
        }
        return isPlain ? day : nil
    }

    /// What may be a plain step, by itself: an amendment that holds from a known day on, and does nothing else.
    static func plainStep(_ event: RecordedEvent) -> (amendment: TermAmended, day: Day)? {
        guard let amendment = event.event.payload as? TermAmended, amendment.lasts == nil,
            amendment.onward == nil, amendment.despite.isEmpty, !amendment.set.isEmpty
        else { return nil }
        return exactDay(event.effective).map { (amendment, $0) }
    }

    /// Whether a term that is added names no day on which it begins, or one that is known.
    private static func beginsExactly(_ given: GivenFields) -> Bool {
        guard let kind = given.kind, given.set.names.contains(.starts) else { return true }
        var ignored = Problems()
        let values = given.set.typed(for: kind, requireAll: false, &ignored)
        guard
            case .stated(.bound(let bound))?? = values.entries.first(where: { $0.0 == .starts })?.1
        else { return false }
        return exactDay(bound) != nil
    }

    /// The one day that a bound names, where it is known and certain.
    private static func exactDay(_ bound: DateBound) -> Day? {
        guard case .on(let date) = bound, date.isExact, date.qualifier == .none else { return nil }
        return date.earliest
    }
}

// What makes steps part of the frame.
extension StepIndex {
    private mutating func unsettle(_ act: RecordAct) {
        switch act {
        case .corrects(let event, let replacement):
            unsettle(target: .event(event))
            unsettle(cellsOf(replacement.payload))
            unsettle(referring: replacement.payload)
            for added in replacement.payload.addedTerms { unsettle(term: added.term) }
        case .moves(let target, _): unsettle(target: target)
        case .rescinds(let event), .redacts(let event):
            targets.insert(event)
            if let place = places[event] { keep(place.position) }
        }
    }

    /// What an event acts on reads otherwise from some vantages: it and the fields it gives.
    private mutating func unsettle(target: RecordTarget) {
        switch target {
        case .event(let event):
            targets.insert(event)
            unsettle(places[event]?.cells ?? [])
        case .recording(let key):
            targetRecordings.insert(key)
            for event in recordings[key] ?? [] { unsettle(places[event]?.cells ?? []) }
        }
    }

    /// What an event itself does to the terms that it gives fields, or another id.
    private mutating func unsettle(_ payload: any EventPayload, holding bound: DateBound) {
        for (former, now) in payload.movedTerms {
            unsettle(term: former)
            unsettle(term: now)
        }
        for added in payload.addedTerms {
            if kinds[added.term] != nil || added.kind.endsAgreements { unsettle(term: added.term) }
            kinds[added.term] = added.kind
        }
        unsettle(referring: payload)
        let isPassing = payload.lastsUntil != nil || (payload as? TermAmended)?.onward != nil
        if isPassing || Self.exactDay(bound) == nil
            || !payload.givenFields.allSatisfy(Self.beginsExactly)
        {
            unsettle(cellsOf(payload))
        }
    }

    /// Whether a term is over by the day of another hangs on every word that was said of it after that day.
    private mutating func unsettle(referring payload: any EventPayload) {
        for given in payload.givenFields {
            let kind = given.kind ?? kinds[given.term]
            let refers = given.set.names.contains { name in
                given.set[name]?["same-as"] != nil
                    && kind.map { $0.definition.field(name)?.type == .bound } ?? true
            }
            if refers { unsettle(term: given.term) }
        }
    }

    private mutating func unsettle(term: TermID) {
        guard unsteadyTerms.insert(term).inserted else { return }
        for cell in stepping.keys.filter({ $0.term == term }) { keepSteps(of: cell) }
    }

    private mutating func unsettle(_ cells: [StepLine.Cell]) {
        for cell in cells where unsteadyCells.insert(cell).inserted { keepSteps(of: cell) }
    }

    private mutating func unsettleNumbers() {
        guard !areNumbersUnsteady else { return }
        areNumbersUnsteady = true
        for (position, lines) in steps where lines.contains(where: { $0.number != 0 }) {
            keep(position)
        }
    }

    private mutating func keepSteps(of cell: StepLine.Cell) {
        for position in stepping[cell] ?? [] { keep(position) }
    }

    /// Puts a plain step into the frame.
    private mutating func keep(_ position: Position) {
        guard let lines = steps.removeValue(forKey: position), let first = lines.first else {
            return
        }
        change.removed += lines
        for cell in lines.compactMap(\.cell) { stepping[cell]?.remove(position) }
        keep(
            StepLine(
                cell: nil, begins: .first, agreed: .first, number: 0, position: position,
                disclosed: first.disclosed))
    }

    private mutating func keep(_ line: StepLine) {
        frame[line.position] = line
        change.added.append(line)
    }
}

extension TermKind {
    /// Whether a day's answer about a field of the kind rests on nothing but what governs the field that day, and
    /// no other answer rests on it.
    fileprivate func isPlain(_ name: FieldName) -> Bool {
        guard !endsAgreements, !definition.completion.hearsLaterWords,
            let schema = definition.field(name)
        else { return false }
        switch schema.type {
        case .bound, .condition, .date, .duration, .lapse, .yearly, .schedule: return false
        case .text, .choice, .flag, .count, .money, .rate, .indexation, .formula, .tiers,
            .unitPrice, .party, .parties, .tags, .term:
            break
        }
        return schema.limitedBy == nil && name != .starts && name != .ends
            && !name.decidesSurvival(of: self)
            && !definition.fields.contains { $0.inRunOff == name }
    }
}
