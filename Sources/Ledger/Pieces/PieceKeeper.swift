public import Amendments
public import Terms

/// Keeps the pieces of one agreement as recordings come in.
///
/// An event costs what it changes: the subjects it speaks of are worked out again, for the days on which
/// they may have changed. Only an event that acts on others (a correction, a rescission, a moved date, a
/// redaction) has the agreement read again from its first event.
public struct PieceKeeper: Sendable {
    public let agreement: AgreementID
    var state: AgreementState
    var order = InstrumentOrder()
    var terms: [TermID: TermPieces] = [:]
    /// The terms in which a condition is named.
    private var naming: [ConditionID: Set<TermID>] = [:]
    /// The terms that state the days of another as theirs, by the identity of that.
    private var referring: [TermID: Set<TermID>] = [:]
    /// The terms in which any condition is named.
    private var waiting: Set<TermID> = []
    /// The conditions upon which the agreement itself ends, or a party of it is succeeded.
    private var endingUpon: Set<ConditionID> = []
    private var revisions: Revisions

    /// Reads an agreement as it is known at a position.
    ///
    /// - Parameters:
    ///   - agreement: the agreement that the events are of.
    ///   - history: every event of the agreement, in the order of positions; also those after `position`, for a
    ///     redaction reaches back.
    ///   - position: the end of a recording; nil for all of it.
    public init(
        _ agreement: AgreementID, history: [RecordedEvent], through position: Position? = nil
    ) {
        self.init(agreement, history: history, through: position, of: nil)
    }

    /// - Parameter ids: of the terms whose pieces are kept; nil for all.
    init(
        _ agreement: AgreementID, history: [RecordedEvent], through position: Position?,
        of ids: Set<TermID>?
    ) {
        self.agreement = agreement
        revisions = Revisions(of: history, through: position)
        let vantage = Vantage(on: .first, recordedAt: position)
        let visible = VisibleEvents(of: history, from: vantage)
        state = AgreementState(id: agreement)
        for event in visible.events { state.apply(event) }
        order = InstrumentOrder(of: state.instruments)
        noteConditions(of: state.terms.keys, since: Position(0))
        noteReferences(of: state.terms.keys)
        var scope = PieceScope()
        if let ids {
            for id in ids.compactMap(state.identity) { scope.add(identity: id, in: state) }
        } else {
            scope.addEverything()
        }
        _ = renew(scope)
    }

    /// Every piece as it stands, by term, then status before fields, then day.
    public var pieces: [TermPiece] {
        terms.keys.sorted().flatMap { terms[$0]?.all ?? [] }
    }

    /// How much it holds in memory, counted in pieces.
    public var size: Int { terms.values.reduce(0) { $0 + $1.count } }

    /// Adds one recording's events.
    ///
    /// - Parameter events: those of this agreement, in order.
    /// - Returns: what changes; nil, and nothing is added, where the history must be read again.
    public mutating func add(_ events: [RecordedEvent]) -> PieceChange? {
        guard !events.contains(where: { revisions.concern($0) }) else { return nil }
        var scope = PieceScope()
        for event in revisions.redacted(events) {
            if order.add(event.recording) { scope.addEverything() }
            state.apply(event)
            _ = scope.add(event, in: state)
            addDependents(of: event, to: &scope)
        }
        if let first = events.first {
            noteConditions(of: scope.identities(in: state), since: first.position)
        }
        noteReferences(of: scope.identities(in: state))
        addReferring(to: &scope)
        return renew(scope)
    }

    /// What changes from one reading of the agreement to a later one; from nothing where there was none.
    public static func change(from old: PieceKeeper?, to new: PieceKeeper) -> PieceChange {
        var change = PieceChange()
        let identities = Set(new.terms.keys).union(old?.terms.keys.map { $0 } ?? [])
        for identity in identities.sorted() {
            change.add(
                from: old?.terms[identity]?.all ?? [], to: new.terms[identity]?.all ?? [])
        }
        return change
    }
}

extension PieceKeeper {
    /// Adds the terms whose bounds wait for a condition of which the event says what became.
    private func addDependents(of event: RecordedEvent, to scope: inout PieceScope) {
        guard case .condition(let condition) = event.event.payload.reach else { return }
        if endingUpon.contains(condition) { scope.addEverything() }
        for identity in naming[condition] ?? [] { scope.add(identity: identity, in: state) }
    }

    /// Notes the conditions that events from a position on name, in whatever they said of these terms.
    private mutating func noteConditions(
        of identities: some Sequence<TermID>, since position: Position
    ) {
        for ending in state.endings.reversed() {
            guard ending.event.position >= position else { break }
            endingUpon.formUnion(ending.event.effective.conditions)
        }
        for restatement in state.restatements.reversed() {
            guard restatement.event.position >= position else { break }
            endingUpon.formUnion(restatement.event.effective.conditions)
        }
        let moves = state.parties.values.flatMap {
            $0.successions.map(\.event) + $0.withdrawals
        }
        let notices = state.terms.values.filter(\.kind.endsAgreements)
            .flatMap { $0.remarks.map(\.event) }
        for event in moves + notices where event.position >= position {
            let bounds = [event.effective] + event.event.payload.namedBounds
            endingUpon.formUnion(bounds.flatMap(\.conditions))
        }
        for identity in identities {
            for condition in state.terms[identity]?.conditions(since: position) ?? [] {
                naming[condition, default: []].insert(identity)
                waiting.insert(identity)
            }
        }
    }

    /// Notes whose days these terms state as theirs.
    private mutating func noteReferences(of identities: some Sequence<TermID>) {
        for identity in identities {
            for id in state.terms[identity]?.termsOfDays ?? [] {
                referring[state.identity(of: id) ?? id, default: []].insert(identity)
            }
        }
    }

    /// Adds the terms that state the days of those in the scope as theirs, and those that state theirs.
    private func addReferring(to scope: inout PieceScope) {
        guard !referring.isEmpty else { return }
        var seen: Set<TermID> = []
        var left = referring.keys.filter { state.terms[$0].map(scope.hasDays) ?? false }
        while let identity = left.popLast() {
            guard seen.insert(identity).inserted else { continue }
            for term in referring[identity] ?? [] {
                guard let record = state.terms[term] else { continue }
                scope.add(referring: record)
                left.append(term)
            }
        }
    }

    /// Works out again what is in the scope.
    private mutating func renew(_ scope: PieceScope) -> PieceChange {
        var change = PieceChange()
        let bounds = BoundReader(of: state)
        let places = PartyPlaces(of: state, order: order, bounds: bounds)
        let life = AgreementLife(of: state, places: places, order: order, bounds: bounds)
        for identity in scope.identities(in: state).sorted() {
            guard let record = state.terms[identity] else { continue }
            var pieces = terms.removeValue(forKey: identity) ?? TermPieces(agreement: agreement)
            var touched = scope.subjects(of: identity)
            if waiting.contains(identity) || !endingUpon.isEmpty { touched?.insert(.waiting) }
            pieces.renew(
                touched, of: record, agreement: life, places: places, order: order,
                bounds: bounds,
                referred: ReferredTerms(
                    by: [record], find: state.term, agreement: life, places: places, order: order,
                    bounds: bounds),
                noting: &change)
            terms[identity] = pieces
        }
        return change
    }
}

/// The pieces that an event closes and opens.
public struct PieceChange: Hashable, Sendable {
    public internal(set) var closed: [TermPiece] = []
    public internal(set) var opened: [TermPiece] = []

    public init() {}

    public var isEmpty: Bool { closed.isEmpty && opened.isEmpty }

    /// Adds what one list of pieces has that the other has not.
    mutating func add(from old: [TermPiece], to new: [TermPiece]) {
        if old == new { return }
        let (before, after) = (Set(old), Set(new))
        closed += old.filter { !after.contains($0) }
        opened += new.filter { !before.contains($0) }
    }
}

/// Which events act on others, and on which.
private struct Revisions: Sendable {
    /// The recordings that an event acts on, or may once they are there.
    private var targets: Set<RecordingKey> = []
    /// Redactions of the whole history: they reach every position.
    private var redactions: [RecordedEvent] = []
    private var redacted: Set<EventReference> = []

    init(of history: [RecordedEvent], through position: Position?) {
        for event in history {
            if case .redacts(let target)? = event.event.payload.recordAct {
                redactions.append(event)
                redacted.insert(target)
            }
            guard position.map({ event.position <= $0 }) ?? true else { continue }
            if let target = Self.target(of: event) { targets.insert(target) }
        }
    }

    /// Whether the event acts on others, or others on it.
    func concern(_ event: RecordedEvent) -> Bool {
        Self.target(of: event) != nil || targets.contains(event.recording.key)
    }

    /// The events as later redactions leave them.
    func redacted(_ events: [RecordedEvent]) -> [RecordedEvent] {
        guard events.contains(where: { redacted.contains($0.reference) }), let last = events.last
        else { return events }
        let vantage = Vantage(on: .first, recordedAt: last.position)
        let own = Set(events.map(\.position))
        return VisibleEvents(of: redactions + events, from: vantage).events
            .filter { own.contains($0.position) }
    }

    private static func target(of event: RecordedEvent) -> RecordingKey? {
        event.event.payload.recordAct?.target.key
    }
}

extension TermRecord {
    /// The conditions that events from a position on named in this record.
    fileprivate func conditions(since position: Position) -> Set<ConditionID> {
        var found: Set<ConditionID> = []
        func note(_ event: RecordedEvent, _ bounds: [DateBound?] = []) -> Bool {
            guard event.position >= position else { return false }
            for bound in [event.effective] + bounds { found.formUnion(bound?.conditions ?? []) }
            return true
        }
        for assertions in assertions.values {
            _ = assertions.reversed().prefix(while: { assertion in
                note(assertion.event, [assertion.begins, assertion.lasts, assertion.value?.bound])
            })
        }
        for reports in reports.values {
            _ = reports.reversed().prefix(while: { note($0.event, [$0.lasts, $0.value.bound]) })
        }
        _ = pauses.reversed().prefix(while: { note($0.event, [$0.lasts]) })
        _ = remarks.reversed().prefix(while: { note($0.event, [$0.effect]) })
        _ = renamings.reversed().prefix(while: { note($0.event) })
        for events in [additions, removals] {
            _ = events.reversed().prefix(while: { note($0) })
        }
        return found
    }
}

extension Remark {
    /// When what was said takes effect, where that is stated.
    fileprivate var effect: DateBound? {
        guard case .noticeGiven(_, _, let effect) = content else { return nil }
        return effect
    }
}
