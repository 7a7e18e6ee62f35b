import Notation
import Terms

extension CheckpointJSON {
    /// The schema `deedbook/checkpoint/1`.
    public static let schema = AnswerSchema(
        "checkpoint", "what the book is now, signed or not",
        command: "deedbook checkpoint --format json",
        [
            ("checkpoint", CheckpointPhrase.schema),
            ("notes", .list(.record([("what", .string), ("text", .string)]))),
        ])

    /// The schema `deedbook/checkpoints/1`.
    public static let listSchema = AnswerSchema(
        "checkpoints", "the checkpoints that a book keeps",
        command: "deedbook checkpoint --list --format json",
        [("origin", .string), ("checkpoints", .list(CheckpointPhrase.schema))])
}

extension CheckpointPhrase {
    static let headSchema: [(String, Schema)] = [
        ("origin", .string), ("size", .count), ("root", .hash),
    ]

    static let schema = Schema.reference(
        "checkpoint",
        to: .record(
            headSchema + [
                (
                    "signatures",
                    .list(
                        .record([
                            ("name", .string), ("keyID", KeyPhrase.idSchema),
                            ("cosignedAt", .string.nullable.described("Null: the keeper's.")),
                        ]))
                ),
                ("note", .string.nullable.described("The signed note; null where unsigned.")),
            ]))
}
