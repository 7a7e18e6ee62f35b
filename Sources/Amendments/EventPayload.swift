public import Notation
import Terms

/// What one kind of event says, and what it does to an agreement.
///
/// A payload is a value: it knows nothing of stores, clocks or files. Its codec is its only format, the
/// same in YAML, JSON and the store. When the format changes, `schemaVersion` grows and `upcast` turns
/// older bodies into today's; stored bytes are never rewritten.
public protocol EventPayload: Hashable, Sendable {
    static var kind: EventKind { get }
    static var codec: Codec<Self> { get }

    /// The version of the body's format that `codec` reads and writes.
    static var schemaVersion: Int { get }

    /// Returns a body of an older version in today's format; nil where there never was such a version.
    static func upcast(_ body: Node, from version: Int) -> Node?

    /// Adds what this event says to `state`, or a violation that says why it cannot hold.
    func apply(to state: inout AgreementState, by event: RecordedEvent)
}

extension EventPayload {
    public static var schemaVersion: Int { 1 }

    public static func upcast(_ body: Node, from version: Int) -> Node? { nil }

    /// The payload as its codec writes it.
    public var node: Node { Self.codec.encode(self) }

    static func decodePayload(_ node: Node, _ problems: inout Problems) -> (any EventPayload)? {
        codec.decode(node, &problems)
    }

    static var bodySchema: Schema {
        .reference(kind.rawValue, to: codec.schema.merging(Event.Header.codec.schema))
    }

    /// The names of the members that the payload itself may have.
    static var memberNames: [String] { codec.schema.memberNames }
}
