import Deadlines
import Notation
import Terms

extension CalendarJSON {
    /// The schema `deedbook/calendar/1`.
    public static let schema = AnswerSchema(
        "calendar", "what falls into a span of days, and how that is known",
        command: "deedbook calendar --from DATE --to DATE --format json",
        [
            ("from", .day), ("through", .day),
            (
                "agreements",
                .list(
                    .record(
                        [("agreement", .agreement), ("title", .string), ("zone", .string)]
                            + QuestionJSON.members))
            ),
            ("deadlines", .list(deadline)),
        ])

    private static let deadline = Schema.record([
        ("key", .string.described("The same in every run, and when the day moves.")),
        ("agreement", .agreement),
        ("term", .term.nullable.described("Null: it is about the whole agreement.")),
        ("kind", .termKind.nullable),
        ("what", .words(Deadline.What.self)),
        ("first", .day.nullable.described("The first day it may fall on.")),
        ("last", .day.nullable.described("The last day it may fall on.")),
        ("upon", .list(.condition)),
        ("when", .string),
        ("isTentative", .boolean),
        ("text", .string),
        (
            "values",
            .list(.record([("field", .fieldName), ("value", ValueJSON.schema.nullable)]))
        ),
        ("renewedThrough", .day.nullable),
        ("actor", .party.nullable),
        ("basis", .list(.string).described("The steps from the words to the day.")),
        ("causes", .list(CauseJSON.schema)),
    ])
}
