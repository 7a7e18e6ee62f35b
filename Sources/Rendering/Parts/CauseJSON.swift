import Amendments
import Ledger
import Notation
import Terms

/// The events behind an answer in JSON, each with its instrument and evidence.
enum CauseJSON {
    static let shape = Shape<RecordedEvent>.object(
        .member("event", .event, \.reference),
        .member("kind", .eventKind, \.event.kind),
        .member("position", .position, \.position),
        .member("instrument", instrument, \.recording),
        .member("disclosed", .date, \.recording.disclosed),
        .nullable("effective", .bound) { $0.effective },
        .member("recorder", .text, \.recording.recorder),
        .member("recordedAt", .instant, \.recording.recordedAt),
        .member("grade", .grade, \.grade),
        .list("revisedBy", .event, \.revisions),
        .member("isRedacted", .flag, \.isRedacted),
        .list("sources", source, \.sources)
    ).described("An event behind the answer.").named("cause")

    static let instrument = Shape<RecordingHeader>.object(
        .member("recording", .recording, \.key),
        .member("kind", .words, \.instrument.kind),
        .member("title", .text, \.instrument.title),
        .nullable("number", .integer, \.instrument.number)
    ).named("cited-instrument")

    static let source = Shape.object(sourceMembers).named("cited-source")

    /// A source with its words.
    static let fullSource = Shape.object(
        sourceMembers, .nullable("quote", .text, \.quote), .nullable("note", .text, \.note),
        .nullable("page", .text, \.page)
    ).named("quoted-source")

    private static let sourceMembers = Members<Source>.all(
        .member("id", Shape(SourceID.codec), \.id),
        .member("grade", .grade, \.grade),
        .member("publisher", .text, \.publisher),
        .nullable("title", .text, \.title),
        .nullable("url", .text, \.url),
        .nullable("published", .date, \.published))
}
