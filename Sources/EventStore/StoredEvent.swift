public import Amendments
import Notation
import Terms
public import Transparency

/// The bytes of one event, exactly as stored.
public struct StoredEvent: Hashable, Sendable {
    public var position: Position
    public var entry: [UInt8]
    public var payload: StoredPayload

    public init(position: Position, entry: [UInt8], payload: StoredPayload) {
        self.position = position
        self.entry = entry
        self.payload = payload
    }
}

/// What stands beside an entry: its payload, or what is left of one that was taken out.
public enum StoredPayload: Hashable, Sendable {
    /// Canonical JSON of the event's body, and the salt of its digest.
    case present(bytes: [UInt8], salt: [UInt8])
    /// Payload and salt are gone for good.
    case redacted(Remains)

    /// The body to replay: the payload, else what is left of it. Nothing says the latter's version but itself.
    public var body: [UInt8] {
        switch self {
        case .present(let bytes, _): bytes
        case .redacted(let remains): remains.bytes
        }
    }
}

/// What is left of a redacted event: which term and fields it was about, and no value.
public struct Remains: Hashable, Sendable {
    /// Canonical JSON of the event's body without its values, clause and note.
    public var bytes: [UInt8]
    /// The version of the body's format they are written in.
    public var schema: Int
    /// The `payload-redacted` that took the payload out first.
    public var redactedBy: Position

    public init(bytes: [UInt8], schema: Int, redactedBy: Position) {
        self.bytes = bytes
        self.schema = schema
        self.redactedBy = redactedBy
    }
}

/// What the entry of a `payload-redacted` says of the remains it left, so that they are proved with it.
public struct RemainsReference: Hashable, Sendable {
    /// The event whose payload was taken out.
    public var position: Position
    /// The version of the body's format the remains are written in.
    public var schema: Int
    /// SHA-256 of the remains' bytes.
    public var digest: TreeHash

    public init(position: Position, schema: Int, digest: TreeHash) {
        self.position = position
        self.schema = schema
        self.digest = digest
    }

    /// Whether these are the remains it speaks of.
    public func covers(_ remains: Remains) -> Bool {
        remains.schema == schema && TreeHash.sha256(remains.bytes) == digest
    }

    static let codec = Codec<RemainsReference>.object(
        { RemainsReference(position: Position($0), schema: $1, digest: $2) },
        .required("position", \.position.number, .positive),
        .required("schema", \.schema, .positive),
        .required("digest", \.digest, TreeHash.digestCodec)
    )
}
