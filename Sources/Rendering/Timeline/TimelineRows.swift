import Amendments
import Ledger
public import Questions
import Terms

/// The lives of terms as rows: one for each stretch of days in which a field has a value, or a term a status.
///
/// Both days are inclusive; no first day is a beginning before every day on record, no last day an open end.
public enum TimelineRows {
    public static func of(_ answer: Answer<TimelineQuestion>) -> AnswerRows {
        AnswerRows(
            ["term", "kind", "field", "from", "through", "value", "events"],
            answer.content.histories.flatMap(rows))
    }

    private static func rows(of history: TermHistory) -> [[String]] {
        let head: [String] = [history.id.text, history.kind.rawValue]
        var rows: [[String]] = []
        for run in history.runs {
            rows.append(
                head + ["status"] + days(run.days) + [ReasonPhrase.status(run.value.status), ""])
        }
        for field in history.fields {
            for step in field.steps.stated() {
                rows.append(head + [field.name.rawValue] + days(step.days) + cells(step.value))
            }
        }
        return rows
    }

    private static func days(_ days: DayRange) -> [String] {
        [days.since?.description ?? "", days.through?.description ?? ""]
    }

    private static func cells(_ step: FieldHistory.Step) -> [String] {
        [
            step.candidates.map { $0.value?.displayText ?? "no such field" }
                .joined(separator: " or "),
            step.candidates.compactMap(\.event?.reference.description).joined(separator: "; "),
        ]
    }
}
