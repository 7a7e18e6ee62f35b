import Amendments
import Ledger
import Notation
import Terms

/// The events behind an answer in JSON, each with its instrument and evidence.
enum CauseJSON {
    static func list(_ events: [RecordedEvent]) -> Node { .list(events.map { node(of: $0) }) }

    static func node(of event: RecordedEvent) -> Node {
        let recording = event.recording
        return .object([
            ("event", .string(event.reference.description)),
            ("kind", .string(event.event.kind.rawValue)),
            ("position", .integer(event.position.number)),
            ("instrument", instrument(of: recording)),
            ("disclosed", .string(recording.disclosed.description)),
            ("effective", .bound(event.effective)),
            ("recorder", .string(recording.recorder)),
            ("recordedAt", .string(recording.recordedAt.description)),
            ("grade", .string(event.grade.rawValue)),
            ("revisedBy", .texts(event.revisions.map(\.description))),
            ("isRedacted", .boolean(event.isRedacted)),
            ("sources", .list(event.sources.map(source))),
        ])
    }

    static func instrument(of recording: RecordingHeader) -> Node {
        let instrument = recording.instrument
        return .object([
            ("recording", .string(recording.key.text)),
            ("kind", .string(instrument.kind.rawValue)),
            ("title", .string(instrument.title)),
            ("number", instrument.number.map { .integer($0) } ?? .null),
        ])
    }

    static func source(_ source: Source) -> Node {
        .object([
            ("id", .string(source.id.text)),
            ("grade", .string(source.grade.rawValue)),
            ("publisher", .string(source.publisher)),
            ("title", .optional(source.title)),
            ("url", .optional(source.url)),
            ("published", .optional(source.published?.description)),
        ])
    }

    static func fullSource(_ full: Source) -> Node {
        guard case .object(let members) = source(full).content else { return .null }
        return .object(
            members.map { ($0.name, $0.value) }
                + [("quote", .optional(full.quote)), ("note", .optional(full.note))])
    }
}
