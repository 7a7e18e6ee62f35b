import Ledger
import Notation
import Terms

extension RedlineJSON {
    /// The schema `deedbook/redline/1`.
    public static let schema = AnswerSchema(
        "redline", "what differs between two points, and by which events",
        command: "deedbook diff AGREEMENT FROM TO --format json", members)

    /// The schema `deedbook/redline-steps/1`.
    public static let stepsSchema = AnswerSchema(
        "redline-steps", "every step between two points, each a redline",
        command: "deedbook diff AGREEMENT FROM TO --through --format json",
        endsSchema + [("steps", .list(.record(members)))])

    static let members: [(String, Schema)] =
        endsSchema + [
            ("isEmpty", .boolean), ("counts", countsSchema), ("lines", .list(line)),
            ("restated", .list(line)),
        ]

    static let endsSchema: [(String, Schema)] = [("from", point), ("to", point)]

    /// How many of each class; a class without any is left out.
    static let countsSchema = Schema.reference(
        "counts",
        to: .dictionary(names: classes, values: .count)
            .described("How many of each class; a class without any is not there."))

    static let groups = Schema.words("group", FacetPath.Subject.Group.self)

    private static let point = Schema.reference("point", to: .record(QuestionJSON.copyMembers))
    private static let classes = Schema.words("class", RedlineLine.Classification.self)

    private static let line = Schema.reference(
        "line",
        to: .record([
            ("group", groups),
            ("id", .string),
            ("facet", .string),
            (
                "isReported",
                .boolean.described("Whether it is what a source reports, and not what is agreed.")
            ),
            (
                "isConditional",
                .boolean.described("Whether it is of a change that waits for a condition.")
            ),
            ("class", classes),
            ("phase", .words(RedlineLine.Phase.self)),
            ("before", ValueJSON.schema.nullable.described("Null: it was not there.")),
            ("after", ValueJSON.schema.nullable.described("Null: it is no longer there.")),
            ("words", .list(segment).nullable.described("Null: not two texts.")),
            ("causes", .list(CauseJSON.schema)),
        ]))

    private static let segment = Schema.oneMember([
        ("kept", .string), ("deleted", .string), ("inserted", .string),
    ])
}

extension RedlineStatJSON {
    /// The schema `deedbook/redline-stat/1`.
    public static let schema = AnswerSchema(
        "redline-stat", "a redline in numbers, by subject",
        command: "deedbook diff AGREEMENT FROM TO --stat --format json",
        RedlineJSON.endsSchema + [
            ("isEmpty", .boolean),
            (
                "subjects",
                .list(
                    .record([
                        ("group", RedlineJSON.groups), ("id", .string),
                        ("counts", RedlineJSON.countsSchema),
                    ]))
            ),
        ])
}

extension PreviewJSON {
    /// The schema `deedbook/preview/1`.
    public static let schema = AnswerSchema(
        "preview", "what recordings would change; nothing was written",
        command: "deedbook record FILE --dry-run --format json",
        [("redlines", .list(.record(RedlineJSON.members)))])
}
