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
/// imported.
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

    public static func text(of head: Head) -> String {
        line([
            ("format", .string(format)), ("origin", .string(head.origin)),
            ("size", .integer(head.size)),
            ("agreement", head.agreement.map { .string($0.text) }),
        ])
    }

    public static func text(of event: Line) -> String {
        var members: [(String, Node?)] = [("entry", text(event.entry))]
        switch event.payload {
        case .present(let bytes, let salt):
            members += [
                ("payload", text(bytes)), ("salt", .string(Hexadecimal.text(of: salt))),
            ]
        case .redacted(let remains):
            members += [
                ("remains", text(remains.bytes)), ("schema", .integer(remains.schema)),
                ("redactedBy", .integer(remains.redactedBy.number)),
            ]
        }
        members.append(("proof", event.proof.map { .list($0.map { .string($0.base64) }) }))
        return line(members)
    }

    public static func text(of checkpoint: SignedCheckpoint) -> String {
        line([("checkpoint", .string(checkpoint.encoded))])
    }

    private static func text(_ bytes: [UInt8]) -> Node {
        .string(String(decoding: bytes, as: UTF8.self))
    }

    private static func line(_ members: [(String, Node?)]) -> String {
        let present = members.compactMap { name, value in value.map { (name, $0) } }
        return CanonicalJSON.text(of: .object(present)) + "\n"
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
        let node = try JSONReader.read(line)
        if node["format"] != nil { return .head(try headCodec.decode(node)) }
        if node["checkpoint"] != nil {
            let note = try noteCodec.decode(node).note
            do { return .checkpoint(try SignedCheckpoint(parsing: Array(note.utf8))) } catch {
                throw Problem("its checkpoint is unreadable: \(error)")
            }
        }
        return .event(try eventCodec.decode(node).line())
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
    }

    private struct Note {
        let note: String
    }

    private static let noteCodec = Codec<Note>.object(
        { Note(note: $0) }, .required("checkpoint", \.note, .text))

    /// The members of an event's line.
    private struct Members {
        let entry: String
        let payload: String?
        let salt: String?
        let remains: String?
        let schema: Int?
        let redactedBy: Int?
        let proof: [String]?

        func line() throws(Problem) -> Line {
            var hashes: [TreeHash]?
            if let proof {
                hashes = proof.compactMap { TreeHash(base64: $0) }
                guard hashes?.count == proof.count else {
                    throw Problem("'proof' is a list of hashes in base64")
                }
            }
            return Line(entry: Array(entry.utf8), payload: try stored(), proof: hashes)
        }

        private func stored() throws(Problem) -> StoredPayload {
            switch (payload, salt, remains, schema, redactedBy) {
            case (let payload?, let salt?, nil, nil, nil):
                guard let salt = Hexadecimal.bytes(of: salt), salt.count == 16 else {
                    throw Problem("'salt' is 32 hexadecimal digits")
                }
                return .present(bytes: Array(payload.utf8), salt: salt)
            case (nil, nil, let remains?, let schema?, let position?):
                return .redacted(
                    Remains(
                        bytes: Array(remains.utf8), schema: schema,
                        redactedBy: Position(position)))
            default:
                throw Problem(
                    "an event has 'payload' and 'salt', or 'remains', 'schema' and 'redactedBy'")
            }
        }
    }

    private static let eventCodec = Codec<Members>.object(
        {
            Members(
                entry: $0, payload: $1, salt: $2, remains: $3, schema: $4, redactedBy: $5,
                proof: $6)
        },
        .required("entry", \.entry, .text),
        .optional("payload", \.payload, .text),
        .optional("salt", \.salt, .text),
        .optional("remains", \.remains, .text),
        .optional("schema", \.schema, .integer),
        .optional("redactedBy", \.redactedBy, .integer),
        .optional("proof", \.proof, .list(of: .text))
    )
}

extension BookExport.Head {
    fileprivate var format: String { BookExport.format }
}
