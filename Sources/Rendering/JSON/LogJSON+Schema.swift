import Amendments
import Notation
import Terms

extension LogJSON {
    /// The schema `deedbook/log/1`.
    public static let schema = AnswerSchema(
        "log", "the recordings of a book, oldest first", command: "deedbook log --format json",
        [
            ("recordings", .list(.record(RecordingJSON.headSchema))),
            (
                "leavesOutEarlier",
                .boolean.described("Whether there are earlier ones, beyond those asked for.")
            ),
        ])
}

extension RecordingJSON {
    /// The schema `deedbook/recording/1`.
    public static let schema = AnswerSchema(
        "recording", "one recording with its events",
        command: "deedbook show RECORDING --format json",
        headSchema + [("events", .list(event)), ("reports", .list(report))])

    static let headSchema: [(String, Schema)] = [
        ("recording", .recording),
        ("agreement", .agreement),
        ("first", .position),
        ("last", .position),
        ("instrument", Instrument.codec.schema),
        ("disclosed", .date),
        ("recorder", .string),
        ("recordedAt", .instant),
        ("sources", .list(CauseJSON.fullSourceSchema)),
        ("kinds", .list(.eventKind)),
        ("signature", SignerPhrase.schema.nullable),
    ]

    private static let event = Schema.record([
        ("event", .event),
        ("position", .position),
        ("agreement", .agreement),
        ("kind", .eventKind),
        ("effective", .bound.nullable),
        ("grade", .grade),
        ("isRedacted", .boolean),
        ("redactedBy", .position.nullable),
        (
            "body",
            Schema([("type", .string("object"))]).nullable.described(
                "As recordings write it: recording.schema.json; null where it was redacted.")
        ),
    ])

    private static let report = Schema.record([
        ("field", .fieldName), ("report", HistoryJSON.reportSchema),
    ])
}

extension SignerPhrase {
    static let schema = Schema.reference(
        "signature", to: .record(KeyPhrase.schema + [("isValid", .boolean)]))

    /// With the recording it is of.
    static let entrySchema = Schema.record(
        [("recording", .recording)] + KeyPhrase.schema + [("isValid", .boolean)])
}

extension KeyPhrase {
    static let schema: [(String, Schema)] = [
        ("name", .string), ("keyID", idSchema), ("publicKey", .string),
    ]

    static let idSchema = Schema.reference("key-id", to: .pattern("^[0-9a-f]{8}$"))
}
