import Notation
import Terms

extension AgreementsJSON {
    /// The schema `deedbook/agreements/1`.
    public static let schema = AnswerSchema(
        "agreements", "the agreements of a book", command: "deedbook agreements --format json",
        [
            (
                "agreements",
                .list(
                    .record([
                        ("id", .agreement), ("title", .string), ("zone", .string),
                        ("parties", .list(.string)), ("events", .count),
                        ("lastInstrument", CauseJSON.instrumentSchema.nullable),
                    ]))
            ),
            (
                "hasMore",
                .boolean.described("Whether others follow, beyond those asked for.")
            ),
        ])
}
