import Ledger
public import Questions
import Terms

/// The lives of terms as JSON, schema `deedbook/timeline/1`.
public enum TimelineJSON {
    static let answer = JSONAnswer<TimelineQuestion.Content>(
        "timeline", "the lives of terms, over all days",
        command: "deedbook timeline AGREEMENT --format json",
        .all(of: QuestionJSON.copy, \.copy),
        .list("terms", history, \.histories))

    public static func render(_ answer: Answer<TimelineQuestion>) -> String {
        self.answer.text(of: answer.content)
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
