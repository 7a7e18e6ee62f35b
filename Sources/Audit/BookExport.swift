import Amendments
public import EventStore
public import Notation
public import Terms
public import Transparency

/// A book, or one agreement of it, as lines of canonical JSON, with the bytes as they are stored.
///
/// | Line | Members |
/// |---|---|
/// | the first | `format` (`deedbook/export/1`), `origin`, `size`; `agreement` where it is a part |
/// | then one a checkpoint | `checkpoint` (the note) |
/// | then one an event | `entry` (the stored bytes, as text); `payload` and `salt` (32 hexadecimal digits), or `remains`, `schema` and `redactedBy`; in a part also `proof` (hashes in base64) |
///
/// Entries and payloads are texts that hold JSON, not JSON themselves: nothing is ever serialized again, so
/// what is hashed is what was stored. A part can be verified against a checkpoint; only a whole book can be
/// imported. Byte by byte, with everything that is to be checked: `docs/formats.md`.
public enum BookExport {
    public static let format = "deedbook/export/1"

    /// The first line.
    public struct Head: Hashable, Sendable {
        public var origin: String
        /// How many events the whole book has.
        public var size: Int
        /// Where it is a part: the agreement.
        public var agreement: AgreementID?

        public init(origin: String, size: Int, agreement: AgreementID? = nil) {
            self.origin = origin
            self.size = size
            self.agreement = agreement
        }
    }

    /// One event of the export.
    public struct Line: Hashable, Sendable {
        public var entry: [UInt8]
        public var payload: StoredPayload
        /// In a part: the path to the root at `Head.size`.
        public var proof: [TreeHash]?

        public init(entry: [UInt8], payload: StoredPayload, proof: [TreeHash]? = nil) {
            self.entry = entry
            self.payload = payload
            self.proof = proof
        }
    }

    public static func text(of head: Head) -> String { text(of: .head(head)) }

    public static func text(of event: Line) -> String { text(of: .event(event)) }

    public static func text(of checkpoint: SignedCheckpoint) -> String {
        text(of: .checkpoint(checkpoint))
    }

    private static func text(of item: Item) -> String {
        CanonicalJSON.text(of: codec.encode(item)) + "\n"
    }
}

extension BookExport {
    /// One line, read back.
    public enum Item: Hashable, Sendable {
        case head(Head)
        case event(Line)
        case checkpoint(SignedCheckpoint)
    }

    /// Reads one line, strictly; nothing is verified yet.
    public static func item(parsing line: [UInt8]) throws(Problem) -> Item {
        try codec.decode(try JSONReader.read(line))
    }

    /// The JSON Schema of a line: a whole document, as `Events/Schema` has it.
    public static let schemaDocument = codec.schema.document(
        id: "https://deedbook.dev/schemas/\(schemaName)", title: "\(format): a line of an export")

    /// The name of the file of `schemaDocument`.
    public static let schemaName = "export.1.schema.json"

    /// Which of the three a line is, its members say.
    private static let codec = Codec<Item>(
        schema: .any(of: [
            headCodec.schema, checkpointCodec.schema, presentCodec.schema, redactedCodec.schema,
        ])
    ) { node, problems in
        if node["format"] != nil { return headCodec.decode(node, &problems).map { .head($0) } }
        if node["checkpoint"] != nil {
            return checkpointCodec.decode(node, &problems).map { .checkpoint($0) }
        }
        if node["remains"] != nil {
            return redactedCodec.decode(node, &problems).map { .event($0.line) }
        }
        return presentCodec.decode(node, &problems).map { .event($0.line) }
    } encode: { item in
        switch item {
        case .head(let head): headCodec.encode(head)
        case .checkpoint(let checkpoint): checkpointCodec.encode(checkpoint)
        case .event(let line):
            switch line.payload {
            case .present(let bytes, let salt):
                presentCodec.encode(
                    Present(entry: line.entry, payload: bytes, salt: salt, proof: line.proof))
            case .redacted(let remains):
                redactedCodec.encode(
                    Redacted(entry: line.entry, remains: remains, proof: line.proof))
            }
        }
    }

    private static let headCodec = Codec<Head>.object(
        { _, origin, size, agreement in
            Head(origin: origin, size: size, agreement: agreement)
        },
        .required("format", \.format, formatCodec),
        .required("origin", \.origin, .text),
        .required("size", \.size, .integer),
        .optional("agreement", \.agreement, AgreementID.codec)
    )

    private static let formatCodec = Codec<String>.text.checked { text, problems in
        if text != format {
            problems.report(
                "'\(text)' is not an export of this version", hint: "expected \(format)", at: nil)
        }
    }.described(by: .constant(format))

    private static let checkpointCodec = Codec<SignedCheckpoint>.object(
        { $0 }, .required("checkpoint", \.self, noteCodec))

    private static let noteCodec = Codec<SignedCheckpoint>(schema: .string) { node, problems in
        guard let text = Codec<String>.text.decode(node, &problems) else { return nil }
        do throws(NoteError) {
            return try SignedCheckpoint(parsing: Array(text.utf8))
        } catch {
            problems.report("its checkpoint is unreadable: \(error)", at: node.mark)
            return nil
        }
    } encode: {
        .string($0.encoded)
    }
}

extension BookExport {
    /// The members of an event whose payload stands there.
    private struct Present {
        let entry: [UInt8]
        let payload: [UInt8]
        let salt: [UInt8]
        let proof: [TreeHash]?

        var line: Line {
            Line(entry: entry, payload: .present(bytes: payload, salt: salt), proof: proof)
        }
    }

    /// The members of an event of which only remains stand there.
    private struct Redacted {
        let entry: [UInt8]
        let remains: Remains
        let proof: [TreeHash]?

        var line: Line { Line(entry: entry, payload: .redacted(remains), proof: proof) }
    }

    private static let presentCodec = Codec<Present>.object(
        { Present(entry: $0, payload: $1, salt: $2, proof: $3) },
        .required("entry", \.entry, entryCodec),
        .required("payload", \.payload, bodyCodec),
        .required("salt", \.salt, saltCodec),
        .optional("proof", \.proof, .list(of: hashCodec))
    )

    private static let redactedCodec = Codec<Redacted>.object(
        {
            Redacted(
                entry: $0, remains: Remains(bytes: $1, schema: $2, redactedBy: Position($3)),
                proof: $4)
        },
        .required("entry", \.entry, entryCodec),
        .required("remains", \.remains.bytes, bodyCodec),
        .required("schema", \.remains.schema, .integer),
        .required("redactedBy", \.remains.redactedBy.number, .integer),
        .optional("proof", \.proof, .list(of: hashCodec))
    )

    private static let entryCodec = bytesCodec.described(by: .json(EntryContents.schema))

    private static let bodyCodec = bytesCodec.described(
        by: .json(Schema([("type", .string("object"))])))

    /// Bytes as the text that they are.
    private static let bytesCodec: Codec<[UInt8]> = Codec<String>.text.map { text, _, _ in
        Array(text.utf8)
    } _: { bytes in
        String(decoding: bytes, as: UTF8.self)
    }

    private static let saltCodec = Codec<[UInt8]>.scalar(
        "a salt of 32 hexadecimal digits", schema: .pattern("^[0-9a-f]{32}$")
    ) { text in
        Hexadecimal.bytes(of: text).flatMap { $0.count == 16 ? $0 : nil }
    } write: { bytes in
        Hexadecimal.text(of: bytes)
    }

    private static let hashCodec = Codec<TreeHash>.scalar(
        "a hash of 32 bytes in base64",
        schema: .pattern("^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$")
    ) { text in
        TreeHash(base64: text)
    } write: { hash in
        hash.base64
    }
}

extension BookExport.Head {
    fileprivate var format: String { BookExport.format }
}
