import Notation
import Terms

extension ReceiptsJSON {
    /// The schema `deedbook/receipts/1`.
    public static let schema = AnswerSchema(
        "receipts", "what was recorded, and where it stands in the book",
        command: "deedbook record FILE --format json",
        [
            (
                "receipts",
                .list(
                    .record([
                        ("recording", .recording), ("first", .position), ("last", .position),
                        ("recordedAt", .instant), ("isRepeated", .boolean),
                        (
                            "leavesRedactedBytes",
                            .boolean.described(
                                "True where bytes of what was redacted may still stand in a file of the book."
                            )
                        ),
                    ]))
            )
        ])
}
