import Amendments
public import Deadlines
import Ledger
import Notation
import Terms

/// A calendar of deadlines as JSON, schema `deedbook/calendar/1`; days are inclusive.
public enum CalendarJSON {
    static let answer = JSONAnswer<DeadlineCalendar>(
        "calendar", "what falls into a span of days, and how that is known",
        command: "deedbook calendar --from DATE --to DATE --format json",
        .member("from", .day, \.span.lowerBound),
        .member("through", .day, \.span.upperBound),
        .list("agreements", agreement, \.agreements),
        .list("deadlines", deadline, \.deadlines))

    public static func render(_ calendar: DeadlineCalendar) -> String {
        answer.text(of: calendar)
    }

    private static let agreement = Shape<DeadlineCalendar.Agreement>.object(
        .member("agreement", .agreement, \.id),
        .member("title", .text, \.title),
        .member("zone", .text, \.zone),
        .all(of: QuestionJSON.members) { ($0.vantage, $0.resolved) },
        .list("notRead", .event, \.notRead).described(
            "Instruments that are known of and were not read: by them something may fall into the days that is not here."
        ))

    private static let deadline = Shape<Deadline>.object(
        .member("key", .text, \.key).described("The same in every run, and when the day moves."),
        .member("agreement", .agreement, \.agreement),
        .nullable("term", .term, \.term).described("Null: it is about the whole agreement."),
        .nullable("kind", .termKind, \.kind),
        .member("what", .words, \.what),
        .nullable("first", .day) { $0.when.days?.first }
            .described("The first day it may fall on."),
        .nullable("last", .day) { $0.when.days?.last }.described("The last day it may fall on."),
        .list("upon", .condition) { conditions($0.when) },
        .member("when", .text) { DeadlinePhrase.when($0.when) },
        .member("isTentative", .flag, \.isTentative),
        .member("text", .text) { DeadlinePhrase.what($0) },
        .list("values", value, \.values),
        .nullable("renewedThrough", .day, \.through),
        .nullable("actor", .party, \.actor),
        .list("basis", .text) { $0.basis.map(DeadlinePhrase.text) }
            .described("The steps from the words to the day."),
        .list("causes", CauseJSON.shape, \.causes))

    private static func conditions(_ when: Deadline.When) -> [ConditionID] {
        guard case .upon(let conditions) = when else { return [] }
        return conditions
    }

    private static let value = Shape<Deadline.FieldValue>.object(
        .member("field", .fieldName, \.name), .nullable("value", ValueJSON.shape, \.value))
}
