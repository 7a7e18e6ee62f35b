import Amendments
import Notation
import Terms

extension CauseJSON {
    /// An event behind an answer, with its instrument and evidence.
    static let schema = Schema.reference(
        "cause",
        to: .record([
            ("event", .event),
            ("kind", .eventKind),
            ("position", .position),
            ("instrument", instrumentSchema),
            ("disclosed", .date),
            ("effective", .bound.nullable),
            ("recorder", .string),
            ("recordedAt", .instant),
            ("grade", .grade),
            ("revisedBy", .list(.event)),
            ("isRedacted", .boolean),
            ("sources", .list(sourceSchema)),
        ]).described("An event behind the answer."))

    static let instrumentSchema = Schema.reference(
        "cited-instrument",
        to: .record([
            ("recording", .recording),
            ("kind", .words(InstrumentKind.self)),
            ("title", .string),
            ("number", .integer.nullable),
        ]))

    static let sourceSchema = Schema.reference("cited-source", to: .record(sourceMembers))

    /// A source with its words.
    static let fullSourceSchema = Schema.reference(
        "quoted-source",
        to: .record(
            sourceMembers + [("quote", .string.nullable), ("note", .string.nullable)]))

    private static let sourceMembers: [(String, Schema)] = [
        ("id", SourceID.codec.schema),
        ("grade", .grade),
        ("publisher", .string),
        ("title", .string.nullable),
        ("url", .string.nullable),
        ("published", .date.nullable),
    ]
}
