import Amendments
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

    private static func node(of run: TermHistory.Run) -> Node {
        .object([
            ("from", .optional(run.from)),
            ("through", .optional(run.to?.adding(days: -1))),
            ("status", .string(run.status.rawValue)),
            ("reasons", ReasonJSON.list(run.reasons, status: run.status)),
        ])
    }
}

/// One field over all days in JSON; days are inclusive, null means without end.
enum HistoryJSON {
    static func node(of history: FieldHistory, status: TermStatus) -> Node {
        .object([
            ("name", .string(history.name.rawValue)),
            ("now", history.field.map { TermJSON.node(of: $0, status: status) } ?? .null),
            ("steps", .list(history.steps.map(node(of:)))),
            ("reports", .list(history.reports.map(node(of:)))),
            ("conditional", ConditionalJSON.list(history.conditional)),
            ("successions", .list(history.successions.map(node(of:)))),
        ])
    }

    private static func node(of succession: FieldHistory.Succession) -> Node {
        .object([
            ("from", .string(succession.from.description)),
            ("through", .optional(succession.to?.adding(days: -1))),
            ("text", .string(succession.text)),
            ("places", PlaceJSON.list(succession.places)),
            ("causes", CauseJSON.list(succession.causes)),
        ])
    }

    private static func node(of step: FieldHistory.Step) -> Node {
        .object([
            ("from", .optional(step.from)),
            ("through", .optional(step.to?.adding(days: -1))),
            ("candidates", .list(step.candidates.map(TermJSON.node(of:)))),
            ("conditions", CauseJSON.list(step.conditions)),
            ("overtaken-by", .list(step.overtakenBy.map { CauseJSON.node(of: $0) })),
        ])
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
