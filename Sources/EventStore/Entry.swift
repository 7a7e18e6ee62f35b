public import Amendments
import Notation
public import Terms
public import Transparency

/// The stored bytes of one event.
///
/// An *entry* is one canonical JSON object (see `CanonicalJSON`: RFC 8785, ASCII member names, integers,
/// no floats), at most 65,535 bytes. It is stored as bytes, and those bytes are what is hashed: an entry is
/// a leaf of the book's Merkle tree (RFC 6962 §2.1, SHA-256 over a zero byte and the entry). Nothing is
/// ever serialized again to verify. Its members:
///
/// | Member | What |
/// |---|---|
/// | `v` | format version of the entry, 2 |
/// | `origin` | the book's own name, fixed when it was made |
/// | `position` | the global sequence number, from 1, dense; the index of the leaf is one less |
/// | `agreement`, `version` | the agreement, and this event's number in it, from 1 |
/// | `kind`, `schema` | the event kind, and the version of its body's format |
/// | `recording`, `ordinal` | the recording's key, and this event's number in it, from 1 |
/// | `filedUnder` | the agreement that the recording names at its head |
/// | `instrument` | the instrument, as in the recording format |
/// | `disclosed`, `effective` | the dates, as in the recording format |
/// | `sources` | the recording's sources |
/// | `recorder`, `recordedAt` | who, and when (UTC, RFC 3339) |
/// | `payload` | `sha256:` and 64 hexadecimal digits: SHA-256 over salt ‖ payload bytes |
/// | `signature` | only on the first event of a signed recording: `key` (a verifier key of C2SP signed-note) and `bytes` (128 hexadecimal digits) over the `RecordingStatement` |
/// | `remains` | only on a `payload-redacted`: `position` of its target, and `schema` and `digest` of what is left of it |
///
/// The *payload* is the event's body as canonical JSON. It stands beside the entry with its salt of 16
/// random bytes, so that it can be taken out while the entry, its place and every proof stay. What is left
/// then, the *remains*, is the body without its values: the entry of the redaction commits to it.
public enum Entry {
    /// The format version of the entries that are written and read here.
    public static let format = 2
    /// The most bytes an entry may have, so that its length fits the two bytes a tile gives it.
    public static let byteLimit = 65_535

    /// The positions, versions and ordinals that an entry can say: JSON keeps no greater number exactly.
    public static let counts = 1...(1 << 53 - 1)

    /// Where an event stands in the book.
    public struct Place: Hashable, Sendable {
        public var origin: String
        public var position: Position
        public var agreement: AgreementID
        public var version: Int
        public var ordinal: Int

        public init(
            origin: String, position: Position, agreement: AgreementID, version: Int, ordinal: Int
        ) {
            self.origin = origin
            self.position = position
            self.agreement = agreement
            self.version = version
            self.ordinal = ordinal
        }
    }

    /// The salted digest that an entry carries of its payload.
    public static func digest(of payload: [UInt8], salt: [UInt8]) -> TreeHash {
        TreeHash.sha256(salt + payload)
    }
}

extension Entry {
    /// Reads a payload back: the kind and version come from the entry's own members.
    public static func event(
        kind: String, schema: Int, payload: [UInt8], at position: Position
    ) throws(DeedbookError) -> Event {
        guard let known = EventKind(rawValue: kind) else {
            throw .unknownKind(position, kind: kind)
        }
        do throws(Problem) {
            return unmarked(try decode(known, schema: schema, payload: payload))
        } catch {
            throw .corrupted(position, detail: error.message)
        }
    }

    private static func decode(
        _ kind: EventKind, schema: Int, payload: [UInt8]
    ) throws(Problem) -> Event {
        var body = try JSONReader.read(payload)
        if schema != kind.payloadType.schemaVersion {
            guard let today = kind.payloadType.upcast(body, from: schema) else {
                throw Problem("\(kind.rawValue) has no body format version \(schema)")
            }
            body = today
        }
        var problems = Problems()
        let event = Event.decode(kind, body: body, mark: nil, &problems)
        if let problem = problems.all.first { throw problem }
        guard let event else { throw Problem("unreadable payload") }
        return event
    }

    /// Marks of stored bytes mean nothing to a reader of files.
    private static func unmarked(_ event: Event) -> Event {
        var event = event
        event.mark = nil
        return event
    }
}
