public import Notation

/// One field's value as written, before the type that reads it is known.
///
/// Scalars are kept as texts, whatever the format they came from, so that a value has one form. Equal by content, in
/// any order of the members.
public struct RawValue: Sendable {
    public let node: Node

    public init(_ node: Node) { self.node = Self.decided(node) }

    /// The value written as one text, `USD 38000000000`.
    public init(_ text: String) { node = .string(text) }

    /// A value that was taken out; the mark says by what.
    public static func redacted(_ mark: String) -> RawValue {
        RawValue(ValueState.redacted(mark).node)
    }

    /// Any value that a field may have.
    public static let codec = Codec<RawValue>(schema: schema) { node, _ in
        RawValue(node)
    } encode: {
        $0.node
    }

    static let schema = Schema([
        ("type", .list(["string", "object", "integer", "boolean", "array"].map { .string($0) }))
    ])

    /// A scalar without quotes is a text, as it will be once it went through JSON; the type that
    /// reads it decides what it means.
    static func decided(_ node: Node) -> Node {
        switch node.content {
        case .plain(let text): Node(.string(text), mark: node.mark)
        case .integer(let number): Node(.string(String(number)), mark: node.mark)
        case .boolean(let flag): Node(.string(flag ? "yes" : "no"), mark: node.mark)
        case .list(let items): Node(.list(items.map(decided)), mark: node.mark)
        case .object(let members):
            Node(
                .object(members.map { Node.Member($0.name, decided($0.value), mark: $0.mark) }),
                mark: node.mark)
        case .string, .null: node
        }
    }
}

extension RawValue: Hashable {
    public static func == (lhs: RawValue, rhs: RawValue) -> Bool {
        lhs.node == rhs.node || lhs.node.inOrder == rhs.node.inOrder
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(node.inOrder) }
}
