import Notation
import Terms

extension ExplanationJSON {
    /// The schema `deedbook/why/1`.
    public static let schema = AnswerSchema(
        "why", "why a term, or one of its fields, reads as it does",
        command: "deedbook why AGREEMENT TERM --format json",
        [("agreement", .agreement), ("title", .string)] + QuestionJSON.members + [
            ("term", TermJSON.schema),
            ("fields", .list(HistoryJSON.schema)),
            ("signatures", .list(SignerPhrase.entrySchema)),
        ])
}

extension TimelineJSON {
    /// The schema `deedbook/timeline/1`.
    public static let schema = AnswerSchema(
        "timeline", "the lives of terms, over all days",
        command: "deedbook timeline AGREEMENT --format json",
        QuestionJSON.copyMembers + [("terms", .list(history))])

    private static let history = Schema.record([
        ("id", .term),
        ("identity", .term),
        ("kind", .termKind),
        ("runs", .list(run)),
        ("fields", .list(HistoryJSON.schema)),
        ("conditional", .list(ConditionalJSON.schema)),
    ])

    private static let run = Schema.record([
        ("from", .day.nullable),
        ("through", .day.nullable),
        ("status", .status),
        ("reasons", .list(ReasonJSON.schema)),
    ])
}

extension HistoryJSON {
    static let schema = Schema.reference(
        "field-history",
        to: .record([
            ("name", .fieldName),
            ("now", TermJSON.fieldSchema.nullable),
            ("steps", .list(step)),
            ("reports", .list(reportSchema)),
            ("conditional", .list(ConditionalJSON.schema)),
            ("successions", .list(succession)),
        ]).described("One field over all days; a day that is null is without end."))

    static let reportSchema = Schema.reference(
        "report",
        to: .record([
            ("value", ValueJSON.schema),
            ("lasts", .bound.nullable),
            ("cause", CauseJSON.schema),
            ("withdrawal", CauseJSON.schema.nullable),
        ]))

    private static let succession = Schema.record([
        ("from", .day), ("through", .day.nullable), ("text", .string),
        ("places", .list(PlaceJSON.schema)), ("causes", .list(CauseJSON.schema)),
    ])

    private static let step = Schema.record([
        ("from", .day.nullable),
        ("through", .day.nullable),
        ("candidates", .list(TermJSON.candidateSchema)),
        (
            "conditions",
            .list(CauseJSON.schema).described("What became of the conditions it waited for.")
        ),
        ("overtaken-by", .list(CauseJSON.schema)),
    ])
}
