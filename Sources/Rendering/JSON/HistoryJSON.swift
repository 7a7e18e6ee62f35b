import Amendments
public import EventStore
public import Ledger
import Notation
import Terms

/// Why a term reads as it does, as JSON, schema `deedbook/why/1`.
public enum ExplanationJSON {
    static let answer = JSONAnswer<(explanation: Explanation, signers: RecordingSigners)>(
        "why", "why a term, or one of its fields, reads as it does",
        command: "deedbook why AGREEMENT TERM --format json",
        .member("agreement", .agreement, \.explanation.agreement),
        .member("title", .text, \.explanation.title),
        .all(of: QuestionJSON.members) { ($0.explanation.vantage, $0.explanation.resolved) },
        .member("term", TermJSON.shape, \.explanation.term),
        .list("fields", HistoryJSON.shape) { content in
            content.explanation.fields.map { ($0, content.explanation.term.status) }
        },
        .list("signatures", SignerPhrase.entry) { content in
            content.signers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        })

    public static func render(
        _ explanation: Explanation, signers: RecordingSigners = [:]
    ) -> String {
        answer.text(of: (explanation, signers))
    }
}

/// The lives of terms as JSON, schema `deedbook/timeline/1`.
public enum TimelineJSON {
    static let answer = JSONAnswer<(histories: [TermHistory], copy: ConformedCopy)>(
        "timeline", "the lives of terms, over all days",
        command: "deedbook timeline AGREEMENT --format json",
        .all(of: QuestionJSON.copy, \.copy),
        .list("terms", history, \.histories))

    public static func render(_ histories: [TermHistory], copy: ConformedCopy) -> String {
        answer.text(of: (histories, copy))
    }

    private static let history = Shape<TermHistory>.object(
        .member("id", .term, \.id),
        .member("identity", .term, \.identity),
        .member("kind", .termKind, \.kind),
        .list("runs", run) { Array($0.runs) },
        .list("fields", HistoryJSON.shape) { $0.fields.map { ($0, TermStatus.inForce) } },
        .list("conditional", ConditionalJSON.shape, \.conditional))

    private static let run = Shape<Timeline<StatusReading>.Piece>.object(
        .all(of: HistoryJSON.days, \.days),
        .member("status", .status, \.value.status),
        .list("reasons", ReasonJSON.shape) { run in
            run.value.reasons.map { ($0, run.value.status) }
        })
}

/// One field over all days in JSON; days are inclusive, null means without end.
enum HistoryJSON {
    static let shape = Shape<(field: FieldHistory, status: TermStatus)>.object(
        .member("name", .fieldName, \.field.name),
        .nullable("now", TermJSON.field) { history in
            history.field.field.map { ($0, history.status) }
        },
        .list("steps", step) { Array($0.field.steps.stated()) },
        .list("reports", report, \.field.reports),
        .list("conditional", ConditionalJSON.shape, \.field.conditional),
        .list("successions", succession) { Array($0.field.successions.stated()) }
    ).described("One field over all days; a day that is null is without end.")
        .named("field-history")

    private static let succession = Shape<Timeline<FieldHistory.Succession>.Piece>.object(
        .member("from", .day) { $0.days.from },
        .nullable("through", .day, \.days.through),
        .member("text", .text, \.value.text),
        .list("places", PlaceJSON.shape, \.value.places),
        .list("causes", CauseJSON.shape, \.value.causes))

    private static let step = Shape<Timeline<FieldHistory.Step>.Piece>.object(
        .all(of: days, \.days),
        .list("candidates", TermJSON.candidate, \.value.candidates),
        .list("conditions", CauseJSON.shape, \.value.conditions)
            .described("What became of the conditions it waited for."),
        .list("overtaken-by", CauseJSON.shape, \.value.overtakenBy))

    fileprivate static let days = Members<DayRange>.all(
        .nullable("from", .day, \.since), .nullable("through", .day, \.through))

    static let report = Shape<Report>.object(
        .member("value", ValueJSON.shape, \.value),
        .nullable("lasts", .bound, \.lasts),
        .member("cause", CauseJSON.shape, \.event),
        .nullable("withdrawal", CauseJSON.shape, \.withdrawal)
    ).named("report")
}
