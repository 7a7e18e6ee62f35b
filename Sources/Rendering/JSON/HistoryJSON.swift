import Amendments
public import EventStore
public import Ledger
import Notation
import Terms

/// Why a term reads as it does, as JSON, schema `deedbook/why/1`.
public enum ExplanationJSON {
    public static func render(
        _ explanation: Explanation, signers: RecordingSigners = [:]
    ) -> String {
        let term = explanation.term
        return JSONDocument.text(
            "why",
            [
                ("agreement", .string(explanation.agreement.text)),
                ("title", .string(explanation.title)),
            ] + QuestionJSON.members(explanation.vantage, explanation.resolved) + [
                ("term", TermJSON.node(of: term)),
                (
                    "fields",
                    .list(explanation.fields.map { HistoryJSON.node(of: $0, status: term.status) })
                ),
                ("signatures", SignerPhrase.node(of: signers)),
            ])
    }
}

/// The lives of terms as JSON, schema `deedbook/timeline/1`.
public enum TimelineJSON {
    public static func render(_ histories: [TermHistory], copy: ConformedCopy) -> String {
        JSONDocument.text(
            "timeline",
            QuestionJSON.members(of: copy) + [("terms", .list(histories.map(node(of:))))])
    }

    private static func node(of history: TermHistory) -> Node {
        .object([
            ("id", .string(history.id.text)),
            ("identity", .string(history.identity.text)),
            ("kind", .string(history.kind.rawValue)),
            ("runs", .list(history.runs.map(node(of:)))),
            ("fields", .list(history.fields.map { HistoryJSON.node(of: $0, status: .inForce) })),
            ("conditional", ConditionalJSON.list(history.conditional)),
        ])
    }

    private static func node(of run: Timeline<StatusReading>.Piece) -> Node {
        let (status, reasons) = (run.value.status, run.value.reasons)
        return .object(
            HistoryJSON.members(of: run.days) + [
                ("status", .string(status.rawValue)),
                ("reasons", ReasonJSON.list(reasons, status: status)),
            ])
    }
}

/// One field over all days in JSON; days are inclusive, null means without end.
enum HistoryJSON {
    static func node(of history: FieldHistory, status: TermStatus) -> Node {
        .object([
            ("name", .string(history.name.rawValue)),
            ("now", history.field.map { TermJSON.node(of: $0, status: status) } ?? .null),
            ("steps", .list(history.steps.stated().map(node(of:)))),
            ("reports", .list(history.reports.map(node(of:)))),
            ("conditional", ConditionalJSON.list(history.conditional)),
            ("successions", .list(history.successions.stated().map(node(of:)))),
        ])
    }

    private static func node(of succession: Timeline<FieldHistory.Succession>.Piece) -> Node {
        .object(
            members(of: succession.days) + [
                ("text", .string(succession.value.text)),
                ("places", PlaceJSON.list(succession.value.places)),
                ("causes", CauseJSON.list(succession.value.causes)),
            ])
    }

    private static func node(of step: Timeline<FieldHistory.Step>.Piece) -> Node {
        .object(
            members(of: step.days) + [
                ("candidates", .list(step.value.candidates.map(TermJSON.node(of:)))),
                ("conditions", CauseJSON.list(step.value.conditions)),
                ("overtaken-by", .list(step.value.overtakenBy.map { CauseJSON.node(of: $0) })),
            ])
    }

    fileprivate static func members(of days: DayRange) -> [(String, Node)] {
        [("from", .optional(days.since)), ("through", .optional(days.through))]
    }

    static func node(of report: Report) -> Node {
        .object([
            ("value", ValueJSON.node(of: report.value)),
            ("lasts", .bound(report.lasts)),
            ("cause", CauseJSON.node(of: report.event)),
            ("withdrawal", report.withdrawal.map { CauseJSON.node(of: $0) } ?? .null),
        ])
    }
}
