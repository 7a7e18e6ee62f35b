import Notation
import Terms
import Testing

/// The node as it comes back from the bytes it is stored in.
func throughJSON(_ node: Node) throws -> Node {
    try JSONReader.read(CanonicalJSON.bytes(of: node))
}

/// The node with every text unquoted, as a YAML file would have it.
func unquoted(_ node: Node) -> Node {
    switch node.content {
    case .string(let text): Node(.plain(text))
    case .list(let items): Node(.list(items.map(unquoted)))
    case .object(let members): .object(members.map { ($0.name, unquoted($0.value)) })
    case .plain, .integer, .boolean, .null: node
    }
}

/// Checks that `value` comes back from a node, from stored bytes and from unquoted YAML.
func expectRoundTrip<Value: Equatable>(
    _ value: Value, _ codec: Codec<Value>, at location: SourceLocation = #_sourceLocation
) throws {
    let node = codec.encode(value)
    #expect(try codec.decode(node) == value, sourceLocation: location)
    #expect(try codec.decode(throughJSON(node)) == value, sourceLocation: location)
    #expect(try codec.decode(unquoted(node)) == value, sourceLocation: location)
    let again = try codec.encode(codec.decode(throughJSON(node)))
    #expect(
        CanonicalJSON.text(of: again) == CanonicalJSON.text(of: node), sourceLocation: location)
}

/// What reading `node` reports.
func problems<Value>(reading node: Node, _ codec: Codec<Value>) -> [Problem] {
    var problems = Problems()
    let value = codec.decode(node, &problems)
    if problems.isEmpty, value == nil { return [Problem("nothing was reported")] }
    return problems.all
}

/// Swift Testing has a `Tag` of its own, and its macros do not take `Terms.Tag`.
typealias ScopeTag = Terms.Tag
