import EventStore
import Ledger
import Notation
import Terms

extension AuditJSON {
    /// The schema `deedbook/verify/1`.
    public static let schema = AnswerSchema(
        "verify", "what an audit of a book found", command: "deedbook verify --format json",
        members)

    /// The schema `deedbook/import/1`.
    public static let importSchema = AnswerSchema(
        "import", "what an audit of an export found; the book made of it",
        command: "deedbook import FILE --format json",
        [
            ("file", .string), ("book", .string.nullable.described("Null: none was made.")),
            ("agreement", .agreement.nullable.described("Null: a whole book.")),
        ] + members)

    private static let members: [(String, Schema)] =
        CheckpointPhrase.headSchema + [
            ("isClean", .boolean),
            ("eventsRead", .count),
            ("readFrom", .position),
            ("signedRecordings", .count),
            ("redactedEvents", .count),
            ("checkpoints", .count),
            ("newest", CheckpointPhrase.schema.nullable),
            ("policy", VerdictPhrase.schema.nullable),
            ("classes", .list(outcome)),
            ("faults", .list(fault)),
            ("evidence", .list(.string)),
        ]

    private static let outcome = Schema.record([
        ("class", .words("audit-class", Fault.Class.self)),
        ("outcome", .words(Outcome.self)),
        ("faults", .count),
        ("reason", .string.nullable),
    ])

    private static let fault = Schema.record([
        ("position", .position.nullable),
        ("kind", .words(Fault.Kind.self)),
        ("class", .words("audit-class", Fault.Class.self)),
        ("detail", .string),
    ])
}

extension VerdictPhrase {
    static let schema = Schema.reference(
        "verdict",
        to: .record([
            ("isAccepted", .boolean),
            ("signers", .list(.record(KeyPhrase.schema))),
            (
                "witnesses",
                .list(
                    .record(
                        [("witness", .string)] + KeyPhrase.schema + [("cosignedAt", .string)]))
            ),
            ("quorum", .string),
            ("isQuorumMet", .boolean),
            ("forgeries", .list(.string)),
        ]))
}
