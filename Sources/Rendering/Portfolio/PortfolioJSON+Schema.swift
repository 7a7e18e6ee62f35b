import Notation
import Terms

extension PortfolioJSON {
    /// The schema `deedbook/find/1`.
    public static let schema = AnswerSchema(
        "find", "the terms that satisfy a predicate, and those that may",
        command: "deedbook find 'PREDICATE' --format json",
        [
            ("asked", .string),
            ("predicate", .string.described("As it was asked, with the status it implies.")),
            ("vantage", QuestionJSON.vantage),
            (
                "isOfToday",
                .boolean.described(
                    "True: no day was given, and each agreement was asked about today in its own zone, which may be "
                        + "the day before the vantage's, which is that of UTC, or the day after.")
            ),
            ("position", .position),
            ("matches", .list(.record(members))),
            ("possible", .list(.record(members + [("doubts", .list(doubt))]))),
        ])

    private static let members: [(String, Schema)] = [
        ("agreement", .agreement),
        ("term", .term),
        ("identity", .term),
        ("kind", .termKind),
        ("status", .status),
        ("sentence", .string),
        ("fields", .list(field)),
        ("conditional", .list(change)),
    ]

    private static let change = Schema.reference(
        "held-change",
        to: .record(ConditionalJSON.members + [("governing", .position)])
    ).described("A change that is agreed and waits for a condition; it is not in force.")

    private static let field = Schema.reference(
        "held-field",
        to: .record([
            ("name", .fieldName),
            ("answers", .list(ValueJSON.schema.nullable)),
            ("grade", .grade),
            (
                "isReported",
                .boolean.described("Whether nothing is agreed, and the answer is a report.")
            ),
            ("governing", .position),
            ("reports", .list(report).described("What is reported beside the answer.")),
            ("successions", .list(PlaceJSON.schema)),
        ]))

    private static let report = Schema.record([
        ("value", ValueJSON.schema), ("grade", .grade), ("governing", .position),
    ])

    private static let doubt = Schema.record([
        ("field", .fieldName.nullable), ("reason", .string),
    ])
}
