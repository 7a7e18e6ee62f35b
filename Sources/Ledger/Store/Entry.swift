public import Amendments
import Crypto
import Notation
public import Terms

/// The stored bytes of one event.
///
/// An *entry* is one canonical JSON object (see `CanonicalJSON`: RFC 8785, ASCII member names, integers,
/// no floats), at most 65,535 bytes. It is stored as bytes, and those bytes are what is hashed; nothing is
/// ever serialized again to verify. Its members:
///
/// | Member | What |
/// |---|---|
/// | `v` | format version of the entry, 1 |
/// | `origin` | the book's own name, fixed when it was made |
/// | `position` | the global sequence number, from 1, dense |
/// | `agreement`, `version` | the agreement, and this event's number in it, from 1 |
/// | `kind`, `schema` | the event kind, and the version of its body's format |
/// | `recording`, `ordinal` | the recording's key, and this event's number in it, from 1 |
/// | `instrument` | the instrument, as in the recording format |
/// | `disclosed`, `effective` | the dates, as in the recording format |
/// | `sources` | the recording's sources |
/// | `recorder`, `recordedAt` | who, and when (UTC, RFC 3339) |
/// | `payload` | `sha256:` and 64 hexadecimal digits: SHA-256 over salt ‖ payload bytes |
///
/// The *payload* is the event's body as canonical JSON. It stands beside the entry with its salt of 16
/// random bytes, so that it can be taken out while the entry, its place and every proof stay.
public enum Entry {
    /// The most bytes an entry may have, so that its length fits the two bytes a tile gives it.
    public static let byteLimit = 65_535

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

    /// Makes the bytes of one event.
    public static func make(
        _ event: Event, at place: Place, in header: RecordingHeader, salt: [UInt8]
    ) throws(EventStoreError) -> StoredEvent {
        let payload = CanonicalJSON.bytes(of: event.body)
        let node = Node.object([
            ("v", .integer(1)),
            ("origin", .string(place.origin)),
            ("position", .integer(place.position.number)),
            ("agreement", .string(place.agreement.text)),
            ("version", .integer(place.version)),
            ("kind", .string(event.kind.rawValue)),
            ("schema", .integer(event.kind.payloadType.schemaVersion)),
            ("recording", .string(header.key.text)),
            ("ordinal", .integer(place.ordinal)),
            ("instrument", Instrument.codec.encode(header.instrument)),
            ("disclosed", .string(header.disclosed.description)),
            ("effective", DateBound.codec.encode(header.effective(of: event))),
            ("sources", .list(header.sources.map(Source.codec.encode))),
            ("recorder", .string(header.recorder)),
            ("recordedAt", .string(header.recordedAt.description)),
            ("payload", .string(digest(of: payload, salt: salt))),
        ])
        let entry = CanonicalJSON.bytes(of: node)
        guard entry.count <= byteLimit else {
            throw .entryTooLarge(
                EventReference(recording: header.key, ordinal: place.ordinal), bytes: entry.count)
        }
        return StoredEvent(position: place.position, entry: entry, payload: payload, salt: salt)
    }

    /// The salted digest that an entry carries of its payload.
    public static func digest(of payload: [UInt8], salt: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: payload)
        return "sha256:" + hexadecimal(hash.finalize())
    }

    /// The digest by which two recordings of one key are compared.
    public static func contentDigest(of recording: Recording) -> String {
        hexadecimal(SHA256.hash(data: CanonicalJSON.bytes(of: Recording.codec.encode(recording))))
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
}

extension Entry {
    /// Reads a payload back: the kind and version come from the entry's own members.
    public static func event(
        kind: String, schema: Int, payload: [UInt8], at position: Position
    ) throws(EventStoreError) -> Event {
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
