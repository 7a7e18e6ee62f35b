package import Amendments
package import Terms

/// One agreement to which recordings are added, each checked as it comes: it costs what the recording touches, and
/// not what was there before.
///
/// Only where a recording acts on more than some terms, or where something is wrong, is the history read again.
package struct GrowingAgreement {
    private let agreement: AgreementID
    private var history: [RecordedEvent]
    private var events: [RecordedEvent] = []
    private var state: AgreementState
    private var order = InstrumentOrder()
    private var steps = StepIndex()
    /// The events that can only speak of a term during its life, by the term's identity.
    private var speaking: [TermID: [RecordedEvent]] = [:]
    /// The events that add a term, by its identity.
    private var adding: [TermID: [RecordedEvent]] = [:]
    /// The events of which what they say of a term rests on another.
    private var relying: [RecordedEvent] = []
    /// The recordings that an event acts on.
    private var targets: Set<RecordingKey> = []

    /// - Parameter history: what is there already, in the order of positions.
    package init(_ agreement: AgreementID, history: [RecordedEvent]) {
        self.agreement = agreement
        self.history = history
        state = AgreementState(id: agreement)
        read()
    }

    /// How many events it has.
    package var version: Int { history.count }

    /// The position of its last event; nil where it has none.
    package var end: Position? { history.last?.position }

    /// Adds one recording's events of this agreement, also where they cannot hold.
    ///
    /// - Returns: why they cannot hold, as `Validation` finds it.
    package mutating func add(_ new: [RecordedEvent]) -> [Violation] {
        let count = history.count
        history += new
        if count > 0, grow(by: new)?.holds ?? false { return [] }
        let violations = Validation.violations(of: agreement, history: history, from: count)
        read()
        return violations
    }

    /// Adds one recording's events to what decides the days from which they hold.
    ///
    /// - Returns: whether nothing is wrong with them, and they are plain steps that govern after all others of their
    ///   fields; if not, what the whole history says is not known.
    mutating func continues(with new: [RecordedEvent]) -> Bool {
        history += new
        guard let growth = grow(by: new) else { return false }
        return growth.holds && growth.isContinuation
    }

    /// Reads the whole history.
    private mutating func read() {
        let visible = VisibleEvents(of: history, from: Vantage(on: .first))
        events = visible.events
        state = AgreementState(id: agreement)
        order = InstrumentOrder()
        steps = StepIndex(of: history)
        (speaking, adding, relying) = ([:], [:], [])
        targets = Set(history.compactMap { $0.event.payload.recordAct?.target.key })
        for event in events { apply(event) }
    }

    private mutating func apply(_ event: RecordedEvent) {
        _ = order.add(event.recording)
        state.apply(event)
        let payload = event.event.payload
        if event.reliesOnTerm { relying.append(event) }
        for identity in Set(payload.addedTerms.compactMap { state.identity(of: $0.term) }) {
            adding[identity, default: []].append(event)
        }
        guard payload.traits.contains(.isOfLivingTerms) else { return }
        for identity in Set(payload.namedTerms.compactMap { state.identity(of: $0) }) {
            speaking[identity, default: []].append(event)
        }
    }

    /// Adds events that act on some terms only.
    ///
    /// - Returns: whether they hold, and whether they are plain steps after all others of their fields; nil, and
    ///   nothing but the history is there, where it must be read again.
    private mutating func grow(
        by new: [RecordedEvent]
    ) -> (holds: Bool, isContinuation: Bool)? {
        guard !new.contains(where: { targets.contains($0.recording.key) }) else { return nil }
        let known = state.violations.count
        let change = steps.add(new)
        let relies = new.contains(where: \.reliesOnTerm)
        let isContinuation = steps.isContinuation(change) && !relies
        for event in new {
            if order.add(event.recording) { return nil }
            apply(event)
            events.append(event)
        }
        guard state.title != nil, state.violations.count == known,
            let touched = Validation.identities(touchedBy: new, in: state)
        else { return nil }
        let reading = AgreementReading(
            state: state, events: events, violations: [], order: order, of: touched)
        let isWrong =
            reading.terms.contains { term in
                let events = speaking[term.record.identity] ?? []
                let rules = TermRules(
                    term: term, reading: reading,
                    events: isContinuation ? events.suffix(new.count) : events)
                return !(isContinuation ? rules.broken : rules.violations).isEmpty
            }
            || !Validation.broken(
                by: isContinuation ? new : new + saying(of: touched, relying: relies, besides: new),
                in: reading
            ).isEmpty
            || !Validation.refusals(of: new, in: reading).isEmpty
        return (!isWrong, isContinuation)
    }

    /// What was said before that new events may make wrong, where others may govern after them.
    ///
    /// - Parameter relies: whether what they say rests on another term.
    private func saying(
        of touched: Set<TermID>, relying relies: Bool, besides new: [RecordedEvent]
    ) -> [RecordedEvent] {
        let known =
            touched.flatMap { (adding[$0] ?? []) + (speaking[$0] ?? []) }
            + (relies ? relying : [])
        let fresh = Set(new.map(\.position))
        return known.filter { !fresh.contains($0.position) }
    }
}
