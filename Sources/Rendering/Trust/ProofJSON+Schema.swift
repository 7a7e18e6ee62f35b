import Notation
import Terms

extension ProofJSON {
    /// The schema `deedbook/inclusion/1`.
    public static let inclusionSchema = AnswerSchema(
        "inclusion", "evidence that an event is in the book",
        command: "deedbook prove inclusion POSITION --format json",
        [("position", .position), ("index", .count)] + evidence)

    /// The schema `deedbook/consistency/1`.
    public static let consistencySchema = AnswerSchema(
        "consistency", "evidence that the book continues an older checkpoint",
        command: "deedbook prove consistency FILE --format json",
        [("old", .record(CheckpointPhrase.headSchema))] + evidence)

    private static let evidence: [(String, Schema)] = [
        ("proof", .list(.hash)), ("checkpoint", CheckpointPhrase.schema), ("file", .string),
    ]
}

extension ProofReportJSON {
    /// The schema `deedbook/proof/1`.
    public static let schema = AnswerSchema(
        "proof", "what a proof file proves", command: "deedbook verify-proof FILE --format json",
        [
            ("isProved", .boolean),
            ("problems", .list(.string)),
            ("origin", .string),
            ("position", .position),
            ("event", .event),
            ("kind", .string),
            ("agreement", .agreement),
            ("instrument", CauseJSON.instrumentSchema),
            ("disclosed", .date),
            ("effective", .bound.nullable),
            ("recorder", .string),
            ("recordedAt", .instant),
            ("payload", .pattern("^sha256:[0-9a-f]{64}$")),
            ("checkpoint", CheckpointPhrase.schema),
            ("policy", VerdictPhrase.schema),
        ])
}
