import Notation

extension QuestionJSON {
    /// The question about one agreement, and what the answer rests on.
    static let copyMembers: [(String, Schema)] =
        [("agreement", .agreement), ("title", .string), ("zone", .string)] + members

    static let members: [(String, Schema)] = [("vantage", vantage), ("resolved", resolved)]

    static let vantage = Schema.reference(
        "vantage",
        to: .record([
            ("on", .day),
            ("disclosedBy", .day.nullable.described("Null: everything disclosed.")),
            ("recordedAt", .position.nullable.described("Null: the book as it is.")),
        ]).described("From where the question looks: the two times."))

    /// `drafts` is there only where the answer rests on recordings that nobody made.
    static let drafts: [(String, Schema)] = [("drafts", .list(CauseJSON.instrumentSchema))]

    private static let resolved = Schema.reference(
        "resolved",
        to: .record(
            [
                ("position", .position.nullable),
                ("lastInstrument", CauseJSON.instrumentSchema.nullable),
                ("hiddenByDisclosure", .count),
                (
                    "hiddenByPosition",
                    .count.nullable.described("Null: not counted; --hidden counts.")
                ),
            ], optional: drafts
        ).described("What the answer rests on, and how many recordings the vantage leaves out."))
}
