public import Amendments
import Terms

/// The events of one agreement that count from a vantage, as the visible record events make them read.
///
/// Corrections, rescissions, moved dates and redactions act on their targets before the fold. A
/// redaction reaches every vantage, also those before it: what was taken out is out.
public struct VisibleEvents: Sendable {
    /// In the order of their positions.
    public let events: [RecordedEvent]
    /// Record events that name a target nobody can see.
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
        case .redacts(let target)?: redactions[target] = event
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
        for (by, replacement) in corrections[original.reference] ?? [] where !isRescinded(by) {
            correct(&event, by: by, into: replacement)
        }
        if let (by, to) = lastPublishedMove(of: original) {
            event.event.effective = to
            event.revisions.append(by.reference)
        }
        if let redaction = redactions[original.reference] { redact(&event, by: redaction) }
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
            .max {
                ($0.by.recording.disclosed.latest, $0.by.position)
                    < ($1.by.recording.disclosed.latest, $1.by.position)
            }
    }

    func violations(among events: [RecordedEvent]) -> [Violation] {
        let known = Dictionary(events.map { ($0.reference, $0) }) { first, _ in first }
        let keys = Set(events.map(\.recording.key))
        return events.compactMap { event in
            switch event.event.payload.recordAct {
            case .corrects(let target, let replacement)?:
                missing(target, in: known, by: event)
                    ?? known[target].flatMap { uncorrectable($0, into: replacement, by: event) }
            case .rescinds(let target)?, .redacts(let target)?, .moves(.event(let target), _)?:
                missing(target, in: known, by: event)
            case .moves(.recording(let key), _)?:
                keys.contains(key)
                    ? nil
                    : Violation(
                        message: "unknown recording '\(key)'",
                        hint: "name a recording of this agreement", event: event.reference,
                        mark: event.event.mark)
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
                event: event.reference, other: target.reference, mark: event.event.mark)
        }
        guard kind != replacement.kind else { return nil }
        return Violation(
            message: "\(kind.withArticle) cannot be corrected into "
                + replacement.kind.withArticle,
            hint: "rescind '\(target.reference)' and record what is right",
            event: event.reference, other: target.reference, mark: event.event.mark)
    }

    private func missing(
        _ target: EventReference, in known: [EventReference: RecordedEvent],
        by event: RecordedEvent
    ) -> Violation? {
        guard let found = known[target] else {
            return Violation(
                message: "unknown event '\(target)'",
                hint: "name an event of this agreement as <recording>#<n>",
                event: event.reference, mark: event.event.mark)
        }
        guard found.position < event.position else {
            return Violation(
                message: "'\(target)' is not recorded before this event",
                hint: "a record event acts on an earlier one", event: event.reference,
                other: target, mark: event.event.mark)
        }
        return nil
    }
}
