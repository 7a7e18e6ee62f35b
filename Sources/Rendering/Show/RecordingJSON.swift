import Amendments
import EventStore
import Ledger
import Notation
public import Questions
import Terms

/// One recording as JSON with every event's body, schema `deedbook/recording/1`.
public enum RecordingJSON {
    static let answer = JSONAnswer<(content: ShowQuestion.Content, documents: DocumentReport)>(
        "recording", "one recording with its events",
        command: "deedbook show RECORDING --format json",
        .all(of: head) {
            ($0.content.recording, $0.content.signers[$0.content.recording.header.key])
        },
        .list("events", event) { shown in
            shown.content.recording.events.map { ($0, shown.content.redactions[$0.position]) }
        },
        .list("reports", report) { shown in
            shown.content.reports.sorted { $0.key < $1.key }.flatMap { field, reports in
                reports.map { (field, $0) }
            }
        },
        .list("documents", DocumentJSON.shape, \.documents.found))

    /// - Parameter documents: what is kept of the documents of its sources.
    public static func render(_ answer: Answer<ShowQuestion>, _ documents: DocumentReport) -> String
    {
        self.answer.text(of: (answer.content, documents))
    }

    static let head = Members<(recording: LoggedRecording, signer: RecordingSigner?)>.all(
        .member("recording", .recording, \.recording.header.key),
        .member("agreement", .agreement, \.recording.header.agreement),
        .member("first", .position, \.recording.first),
        .member("last", .position, \.recording.last),
        .member("instrument", Shape(Instrument.codec), \.recording.header.instrument),
        .member("disclosed", .date, \.recording.header.disclosed),
        .member("recorder", .text, \.recording.header.recorder),
        .member("recordedAt", .instant, \.recording.header.recordedAt),
        .list("sources", CauseJSON.fullSource, \.recording.header.sources),
        .list("kinds", .eventKind) { $0.recording.events.map(\.event.kind) },
        .nullable("signature", SignerJSON.shape, \.signer))

    private static let event = Shape<(event: RecordedEvent, redaction: Position?)>.object(
        .member("event", .event, \.event.reference),
        .member("position", .position, \.event.position),
        .member("agreement", .agreement, \.event.agreement),
        .member("kind", .eventKind, \.event.event.kind),
        .nullable("effective", .bound) { $0.event.effective },
        .member("grade", .grade, \.event.grade),
        .member("isRedacted", .flag) { $0.event.isRedacted || $0.redaction != nil },
        .nullable("redactedBy", .position, \.redaction),
        .nullable("body", body) { $0.event.isRedacted ? nil : $0.event.event }.described(
            "As recordings write it: recording.schema.json; null where it was redacted."))

    private static let body = Shape<Event> {
        Schema([("type", .string("object"))])
    } write: {
        $0.body
    }

    private static let report = Shape<(field: FieldName, report: Report)>.object(
        .member("field", .fieldName, \.field), .member("report", HistoryJSON.report, \.report))
}
