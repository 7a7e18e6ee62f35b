import Amendments
import Ledger
public import Questions
import Terms

/// Why a term reads as it does, as rows: one for each value that is agreed, reported or conditional, with its days and
/// the event behind it.
///
/// Both days are inclusive. A report and a conditional value have no days of their own. Where imprecise dates leave
/// several values for the same days each has a row, marked `possible`. The status is that on the day of the question.
public enum ExplanationRows {
    public static func of(_ answer: Answer<WhyQuestion>) -> AnswerRows {
        let explanation = answer.content.explanation
        let whole = explanation.fields.count == 1 ? [] : status(of: explanation)
        return AnswerRows(
            [
                "term", "field", "state", "from", "through", "value", "grade", "event",
                "instrument", "source",
            ],
            (whole + explanation.fields.flatMap(rows)).map { [explanation.term.id.text] + $0 })
    }

    private static func status(of explanation: Explanation) -> [[String]] {
        let (term, day) = (explanation.term, explanation.vantage.on.description)
        let value = ReasonPhrase.status(term.status)
        let status = ["status", "computed", day, day, value]
        let causes = term.causes.isEmpty ? [nil] : term.causes.map(Optional.some)
        return causes.map { status + evidence($0, nil) }
            + term.conditional.filter { $0.effect.field == nil }.map { row("status", $0) }
    }

    private static func rows(of history: FieldHistory) -> [[String]] {
        let name = history.name.rawValue
        var rows: [[String]] = []
        for step in history.steps.stated() {
            let state: String =
                if !step.value.overtakenBy.isEmpty {
                    "never takes effect"
                } else {
                    step.value.candidates.count > 1 ? "possible" : "agreed"
                }
            for candidate in step.value.candidates {
                rows.append(
                    [
                        name, candidate.isReported ? "reported" : state,
                        step.days.since?.description ?? "", step.days.through?.description ?? "",
                        candidate.value?.displayText ?? "no such field",
                    ] + evidence(candidate.event, candidate.grade))
            }
        }
        for report in history.reports {
            let state = report.withdrawal == nil ? "reported" : "withdrawn"
            rows.append(
                [name, state, "", "", report.value.displayText]
                    + evidence(report.event, report.event.grade))
        }
        return rows + history.conditional.map { row(name, $0) }
    }

    private static func row(_ name: String, _ change: ConditionalChange) -> [String] {
        [name, "conditional", "", "", ConditionalPhrase.text(of: change)]
            + evidence(change.event, nil)
    }

    /// - Parameter grade: that of the value; nil for that of the event.
    private static func evidence(_ event: RecordedEvent?, _ grade: SourceGrade?) -> [String] {
        [
            (grade ?? event?.grade)?.rawValue ?? "", event?.reference.description ?? "",
            event?.recording.instrument.title ?? "",
            event.map { InstrumentPhrase.bestSource(of: $0.sources) } ?? "",
        ]
    }
}
