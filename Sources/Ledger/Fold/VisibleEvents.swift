public import Amendments
import Notation
import Terms

/// The events of one agreement that count from a vantage, as the visible record events make them read.
///
/// Corrections, rescissions, moved dates and redactions act on their targets before the fold. A
/// redaction reaches every vantage, also those before it: what was taken out is out.
public struct VisibleEvents: Sendable {
    /// In the order of their positions.
    public let events: [RecordedEvent]
    /// Record events that name a target no one can see.
    public let violations: [Violation]

    public init(of history: [RecordedEvent], from vantage: Vantage) {
        var record = RecordEvents()
        for event in history {
            if event.event.payload.redacts != nil || vantage.sees(event) { record.add(event) }
        }
        let visible = history.filter { vantage.sees($0) }
        events = visible.compactMap { record.revise($0) }
        violations = record.violations(among: visible)
    }
}

/// The record events of an agreement, by what they act on.
private struct RecordEvents {
    var corrections: [EventReference: [(by: RecordedEvent, replacement: Event)]] = [:]
    var rescissions: [EventReference: [RecordedEvent]] = [:]
    var moves: [EventReference: [(by: RecordedEvent, to: DateBound)]] = [:]
    var recordingMoves: [RecordingKey: [(by: RecordedEvent, to: DateBound)]] = [:]
    var redactions: [EventReference: RecordedEvent] = [:]

    mutating func add(_ event: RecordedEvent) {
        switch event.event.payload.recordAct {
        case .corrects(let target, let replacement)?:
            corrections[target, default: []].append((event, replacement))
        case .rescinds(let target)?: rescissions[target, default: []].append(event)
        // The first one took the payload out; a second one finds nothing.
        case .redacts(let target)?: if redactions[target] == nil { redactions[target] = event }
        case .moves(.event(let target), let to)?: moves[target, default: []].append((event, to))
        case .moves(.recording(let key), let to)?:
            recordingMoves[key, default: []].append((event, to))
        case nil: break
        }
    }

    /// True when a later rescission, itself not rescinded, took the event back.
    private func isRescinded(_ event: RecordedEvent) -> Bool {
        (rescissions[event.reference] ?? []).contains { rescission in
            rescission.position > event.position && !isRescinded(rescission)
        }
    }

    /// Returns the event as it reads now; nil when it was rescinded.
    func revise(_ original: RecordedEvent) -> RecordedEvent? {
        if isRescinded(original) { return nil }
        var event = original
        // What a correction gives in its place was not taken out with it.
        if let redaction = redactions[original.reference] { redact(&event, by: redaction) }
        let inOrder = (corrections[original.reference] ?? []).filter { !isRescinded($0.by) }
            .sorted { Self.isPublished($0.by, before: $1.by) }
        for (by, replacement) in inOrder { correct(&event, by: by, into: replacement) }
        if let (by, to) = lastPublishedMove(of: original) {
            event.event.effective = to
            event.revisions.append(by.reference)
        }
        return event
    }

    private func correct(
        _ event: inout RecordedEvent, by correction: RecordedEvent, into replacement: Event
    ) {
        var corrected = replacement
        corrected.agreement = event.event.agreement
        corrected.effective = replacement.effective ?? event.event.effective
        corrected.mark = event.event.mark
        if corrected.cites.isEmpty { corrected.cites = event.event.cites }
        event.event = corrected
        event.isRedacted = false
        event.revisions.append(correction.reference)
        // The value a redacted correction gave is gone; what it replaced does not come back.
        if let redaction = redactions[correction.reference] { redact(&event, by: redaction) }
    }

    private func redact(_ event: inout RecordedEvent, by redaction: RecordedEvent) {
        event.isRedacted = true
        event.event = event.event.redacted(by: redaction.reference)
        event.revisions.append(redaction.reference)
    }

    /// Of several moves the last published governs, however the files arrived.
    private func lastPublishedMove(
        of event: RecordedEvent
    ) -> (by: RecordedEvent, to: DateBound)? {
        let ofRecording =
            event.event.effective == nil ? recordingMoves[event.recording.key] ?? [] : []
        return ((moves[event.reference] ?? []) + ofRecording)
            .filter { !isRescinded($0.by) }
            .max { Self.isPublished($0.by, before: $1.by) }
    }

    /// Of two events of the record the later published one has the last word, however the files arrived.
    private static func isPublished(_ one: RecordedEvent, before other: RecordedEvent) -> Bool {
        (one.recording.disclosed.latest, one.position)
            < (other.recording.disclosed.latest, other.position)
    }

    func violations(among events: [RecordedEvent]) -> [Violation] {
        guard events.contains(where: { $0.event.payload.recordAct != nil }) else { return [] }
        let known = Dictionary(events.map { ($0.reference, $0) }) { first, _ in first }
        let recordings = Dictionary(grouping: events, by: \.recording.key)
        func named(_ target: RecordTarget) -> [RecordedEvent] {
            switch target {
            case .event(let reference): [known[reference]].compactMap(\.self)
            case .recording(let key): recordings[key] ?? []
            }
        }
        return events.compactMap { event in
            switch event.event.payload.recordAct {
            case .corrects(let target, let replacement)?:
                missing(target, in: known, by: event)
                    ?? known[target].flatMap { uncorrectable($0, into: replacement, by: event) }
            case .rescinds(let target)?: missing(target, in: known, by: event)
            case .redacts(let target)?:
                missing(target, in: known, by: event)
                    ?? known[target].flatMap { repeated($0, redactedBy: event) }
            case .moves(let target, let to)?:
                missing(target, in: known, recordings.keys, by: event)
                    ?? idle(moving: target, to: to, by: event, among: named(target))
            case nil: nil
            }
        }
    }

    /// A correction gives the whole event as it should have been; it acts on none that acts on others.
    private func uncorrectable(
        _ target: RecordedEvent, into replacement: Event, by event: RecordedEvent
    ) -> Violation? {
        let kind = target.event.kind
        if let acted = target.event.payload.recordAct?.target {
            return Violation(
                message: "\(kind.withArticle) cannot be corrected",
                hint: "rescind '\(target.reference)', and say of '\(acted)' what is right",
                ground: .named(target.reference.description), event: event.reference,
                other: target.reference, mark: event.event.mark)
        }
        guard kind != replacement.kind else { return nil }
        return Violation(
            message: "\(kind.withArticle) cannot be corrected into "
                + replacement.kind.withArticle,
            hint: "rescind '\(target.reference)' and record what is right",
            ground: .named(target.reference.description), event: event.reference,
            other: target.reference, mark: event.event.mark)
    }

    /// What is taken out must not stay in what a correction gives in its place.
    private func repeated(
        _ target: RecordedEvent, redactedBy redaction: RecordedEvent
    ) -> Violation? {
        guard !target.isRedacted else { return nil }
        let left = target.event.redacted(by: redaction.reference).texts
        let secrets = target.event.texts.subtracting(left)
        let repeating = (corrections[target.reference] ?? []).first { by, replacement in
            redactions[by.reference] == nil && !replacement.texts.isDisjoint(with: secrets)
        }
        return repeating.map { by, _ in
            Violation(
                message: "'\(by.reference)' corrects '\(target.reference)' and repeats what is "
                    + "redacted",
                hint: "redact '\(by.reference)' too, in the same recording or before",
                ground: .named(by.reference.description), event: redaction.reference,
                other: by.reference, mark: redaction.event.mark)
        }
    }

    /// A move must move something: an event of the record holds from no day, and one that names its own day
    /// is not moved with its recording.
    private func idle(
        moving target: RecordTarget, to bound: DateBound, by move: RecordedEvent,
        among named: [RecordedEvent]
    ) -> Violation? {
        let targets = named.filter { event in
            switch target {
            case .event: true
            case .recording:
                event.event.effective == nil && event.position < move.position
            }
        }
        let moved = targets.filter { $0.event.payload.recordAct == nil }
        func violation(_ message: String, hint: String) -> Violation {
            Violation(
                message: message, hint: hint, ground: .days, event: move.reference,
                other: targets.first?.reference, mark: move.event.mark)
        }
        guard !moved.isEmpty else {
            switch target {
            case .event(let reference):
                let kind = targets.first?.event.kind.withArticle ?? "such an event"
                return violation(
                    "\(kind) holds from no day that could be moved",
                    hint: "rescind '\(reference)' where it is wrong")
            case .recording(let key):
                return violation(
                    "the move moves nothing: every event of '\(key)' names its own effective day",
                    hint: "move each event, as \(key)#1")
            }
        }
        let isOnlyMove = !moved.contains { event in
            let others =
                (moves[event.reference] ?? []) + (recordingMoves[event.recording.key] ?? [])
            return others.contains { $0.by.reference != move.reference }
        }
        guard isOnlyMove, moved.allSatisfy({ $0.effective == bound }) else { return nil }
        return violation(
            "the move moves nothing: '\(target)' holds \(bound) already",
            hint: "give the day from which it holds, or leave the move out")
    }

    private func missing(
        _ target: RecordTarget, in known: [EventReference: RecordedEvent],
        _ keys: some Collection<RecordingKey>, by event: RecordedEvent
    ) -> Violation? {
        switch target {
        case .event(let reference): return missing(reference, in: known, by: event)
        case .recording(let key):
            if keys.contains(key) { return nil }
            return Violation(
                message: "unknown recording '\(key)'", hint: "name a recording of this agreement",
                ground: .named(key.text), event: event.reference, mark: event.event.mark)
        }
    }

    private func missing(
        _ target: EventReference, in known: [EventReference: RecordedEvent],
        by event: RecordedEvent
    ) -> Violation? {
        guard let found = known[target] else {
            return Violation(
                message: "unknown event '\(target)'",
                hint: "name an event of this agreement as <recording>#<n>",
                ground: .named(target.description), event: event.reference, mark: event.event.mark)
        }
        guard found.position < event.position else {
            return Violation(
                message: "'\(target)' is not recorded before this event",
                hint: "a record event acts on an earlier one", ground: .record,
                event: event.reference, other: target, mark: event.event.mark)
        }
        return nil
    }
}

extension Event {
    /// Every text in it, as it is written.
    fileprivate var texts: Set<String> { Event.codec.encode(self).texts }
}

extension Node {
    fileprivate var texts: Set<String> {
        switch content {
        case .plain(let text), .string(let text): [text]
        case .list(let nodes): nodes.reduce(into: []) { $0.formUnion($1.texts) }
        case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.texts) }
        case .integer, .boolean, .null: []
        }
    }
}
