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
            if event.event.kind == .payloadRedacted || vantage.sees(event) { record.add(event) }
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
        switch event.event.payload {
        case let payload as EventCorrected:
            corrections[payload.event, default: []].append((event, payload.replacement.event))
        case let payload as EventRescinded:
            rescissions[payload.event, default: []].append(event)
        case let payload as PayloadRedacted: redactions[payload.event] = event
        case let payload as EffectiveDateMoved:
            switch payload.target {
            case .event(let target): moves[target, default: []].append((event, payload.to))
            case .recording(let key): recordingMoves[key, default: []].append((event, payload.to))
            }
        default: break
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
        event.event.payload = event.event.payload.redacted(by: redaction.reference)
        event.event.clause = nil
        event.event.note = nil
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
            switch event.event.payload {
            case let payload as EventCorrected:
                if let missing = missing(payload.event, in: known, by: event) { return missing }
                if let target = known[payload.event], let acted = target.event.payload.actsOn {
                    return Violation(
                        message: "\(target.event.kind.withArticle) cannot be corrected",
                        hint: "rescind '\(payload.event)', and say of \(acted) what is right",
                        event: event.reference, other: payload.event, mark: event.event.mark)
                }
                if let target = known[payload.event],
                    target.event.kind != payload.replacement.event.kind
                {
                    return Violation(
                        message: "\(target.event.kind.withArticle) cannot be corrected into "
                            + payload.replacement.event.kind.withArticle,
                        hint: "rescind '\(payload.event)' and record what is right",
                        event: event.reference, other: payload.event, mark: event.event.mark)
                }
                return nil
            case let payload as EventRescinded: return missing(payload.event, in: known, by: event)
            case let payload as PayloadRedacted: return missing(payload.event, in: known, by: event)
            case let payload as EffectiveDateMoved:
                switch payload.target {
                case .event(let target): return missing(target, in: known, by: event)
                case .recording(let key):
                    return keys.contains(key)
                        ? nil
                        : Violation(
                            message: "unknown recording '\(key)'",
                            hint: "name a recording of this agreement", event: event.reference,
                            mark: event.event.mark)
                }
            default: return nil
            }
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

extension EventPayload {
    /// What an event of the record itself acts on, in words; nil for every other event.
    fileprivate var actsOn: String? {
        switch self {
        case let payload as EventCorrected: "'\(payload.event)'"
        case let payload as EventRescinded: "'\(payload.event)'"
        case let payload as PayloadRedacted: "'\(payload.event)'"
        case let payload as EffectiveDateMoved:
            switch payload.target {
            case .event(let event): "'\(event)'"
            case .recording(let key): "'\(key)'"
            }
        default: nil
        }
    }
}
