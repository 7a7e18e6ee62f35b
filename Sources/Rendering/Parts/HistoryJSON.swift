import Amendments
import Ledger
import Terms

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

    static let days = Members<DayRange>.all(
        .nullable("from", .day, \.since), .nullable("through", .day, \.through))

    static let report = Shape<Report>.object(
        .member("value", ValueJSON.shape, \.value),
        .nullable("lasts", .bound, \.lasts),
        .member("cause", CauseJSON.shape, \.event),
        .nullable("withdrawal", CauseJSON.shape, \.withdrawal)
    ).named("report")
}
