import Notation
import Terms

extension TermJSON {
    static let schema = Schema.reference(
        "conformed-term",
        to: .record([
            ("id", .term),
            ("identity", .term.described("The id under which the term was first added.")),
            ("kind", .termKind),
            ("status", .status),
            ("reasons", .list(ReasonJSON.schema)),
            ("since", .day.nullable),
            ("nextChange", .day.nullable),
            ("sentence", .string),
            ("fields", .list(fieldSchema)),
            ("remarks", .list(remarkSchema)),
            (
                "openDays",
                .list(.record([("event", .event)] + PossibleDayJSON.schemas)).described(
                    "Of what was said of it: from one of which days it holds, where that may not have come."
                )
            ),
            ("silentSince", .list(CauseJSON.schema)),
            ("reaffirmedBy", .list(CauseJSON.schema)),
            (
                "accrued",
                .list(AccrualJSON.money).described("The sums that are exact and rest on no report.")
            ),
            ("accruedSums", .list(AccrualJSON.schema)),
            ("conditional", .list(ConditionalJSON.schema)),
            ("causes", .list(CauseJSON.schema)),
        ]))

    static let fieldSchema = Schema.reference(
        "conformed-field",
        to: .record([
            ("name", .fieldName),
            (
                "value",
                ValueJSON.schema.described(
                    "The agreed value; where nothing is agreed, the best graded report.")
            ),
            (
                "agreed",
                ValueJSON.schema.nullable.described("The agreed value; null: none is agreed.")
            ),
            ("grade", .grade),
            ("isReported", .boolean.described("Whether nothing is agreed, and value is a report.")),
            ("isContested", .boolean),
            ("reasons", .list(ReasonJSON.schema)),
            ("candidates", .list(candidateSchema)),
            ("competing", .list(candidateSchema)),
            ("successions", .list(PlaceJSON.schema)),
            ("silentSince", .list(CauseJSON.schema)),
            ("reaffirmedBy", .list(CauseJSON.schema)),
            ("conditional", .list(ConditionalJSON.schema)),
            ("causes", .list(CauseJSON.schema)),
        ]))

    /// A value that may be the one, or that somebody else tells; null where there may be none.
    static let candidateSchema = Schema.reference(
        "candidate",
        to: .record([
            ("value", ValueJSON.schema.nullable),
            ("grade", .grade),
            ("isReported", .boolean),
            ("cause", CauseJSON.schema.nullable),
        ]))

    private static let remarkSchema = Schema.reference(
        "remark",
        to: .record([
            ("remark", .words(RemarkWord.self)),
            ("label", .string.nullable),
            ("text", .string.nullable),
            ("cause", CauseJSON.schema),
        ]))
}
