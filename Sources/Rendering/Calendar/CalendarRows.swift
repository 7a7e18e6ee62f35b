import Amendments
public import Deadlines
import Ledger
import Terms

/// A calendar of deadlines as rows; what has no day has none in its row.
public enum CalendarRows {
    public static func of(_ calendar: DeadlineCalendar) -> AnswerRows {
        AnswerRows(
            [
                "first", "last", "when", "tentative", "agreement", "term", "what", "party", "text",
                "events",
            ],
            calendar.deadlines.map(row))
    }

    private static func row(for deadline: Deadline) -> [String] {
        let (first, last) = (deadline.when.days?.first, deadline.when.days?.last)
        let events = deadline.causes.map(\.reference.description).joined(separator: "; ")
        return [
            first?.description ?? "", last?.description ?? "", DeadlinePhrase.when(deadline.when),
            deadline.isTentative ? "yes" : "no", deadline.agreement.text,
            deadline.term?.text ?? "", deadline.what.rawValue, deadline.actor?.text ?? "",
            DeadlinePhrase.what(deadline), events,
        ]
    }
}
