public import Amendments
public import EventStore
import Ledger
import Notation
public import Questions
import Terms

/// The recordings of a book as JSON, oldest first, schema `deedbook/log/1`.
public enum LogJSON {
    public static func render(
        _ log: RecordingLog, signers: RecordingSigners = [:]
    ) -> String {
        let recordings = log.recordings.map { recording in
            Node.object(
                RecordingJSON.members(of: recording, signers[recording.header.key]))
        }
        return JSONDocument.text(
            "log",
            [
                ("recordings", .list(recordings)),
                ("leavesOutEarlier", .boolean(log.leavesOutEarlier)),
            ])
    }
}

/// One recording as JSON with every event's body, schema `deedbook/recording/1`.
public enum RecordingJSON {
    /// - Parameter reports: what sources say of its instrument.
    public static func render(
        _ recording: LoggedRecording, reports: InstrumentReports = [:],
        signers: RecordingSigners = [:], redactions: [Position: Position] = [:]
    ) -> String {
        JSONDocument.text(
            "recording",
            members(of: recording, signers[recording.header.key]) + [
                ("events", .list(recording.events.map { node(of: $0, redactions[$0.position]) })),
                ("reports", node(of: reports)),
            ])
    }

    static func members(
        of recording: LoggedRecording, _ signer: RecordingSigner?
    ) -> [(String, Node)] {
        let header = recording.header
        let kinds = recording.events.map(\.event.kind.rawValue)
        return [
            ("recording", .string(header.key.text)),
            ("agreement", .string(header.agreement.text)),
            ("first", .integer(recording.first.number)),
            ("last", .integer(recording.last.number)),
            ("instrument", Instrument.codec.encode(header.instrument)),
            ("disclosed", .string(header.disclosed.description)),
            ("recorder", .string(header.recorder)),
            ("recordedAt", .string(header.recordedAt.description)),
            ("sources", .list(header.sources.map(CauseJSON.fullSource))),
            ("kinds", .texts(kinds)),
            ("signature", SignerPhrase.node(of: signer)),
        ]
    }

    private static func node(of event: RecordedEvent, _ redaction: Position?) -> Node {
        .object([
            ("event", .string(event.reference.description)),
            ("position", .integer(event.position.number)),
            ("agreement", .string(event.agreement.text)),
            ("kind", .string(event.event.kind.rawValue)),
            ("effective", .bound(event.effective)),
            ("grade", .string(event.grade.rawValue)),
            ("isRedacted", .boolean(event.isRedacted || redaction != nil)),
            ("redactedBy", redaction.map { .integer($0.number) } ?? .null),
            ("body", event.isRedacted ? .null : event.event.body),
        ])
    }

    private static func node(of reports: InstrumentReports) -> Node {
        let sorted = reports.sorted { $0.key < $1.key }
        return .list(
            sorted.flatMap { field, reports in
                reports.map { report in
                    .object([
                        ("field", .string(field.rawValue)),
                        ("report", HistoryJSON.node(of: report)),
                    ])
                }
            })
    }
}
