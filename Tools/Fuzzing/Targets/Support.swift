import Notation

/// The canonical text of a node: two nodes say the same where these are equal, byte by byte.
func canonical(_ node: Node) -> String { CanonicalJSON.text(of: node) }

/// Throws unless what a codec read is read again from what it writes, and written alike.
func holdRoundTrip<Value: Equatable>(
    _ value: Value, _ codec: Codec<Value>, _ what: String
) throws(Broken) {
    let written = codec.encode(value)
    var problems = Problems()
    guard let again = codec.decode(written, &problems), problems.isEmpty else {
        let why = problems.all.first?.message ?? "no reason given"
        throw Broken("\(what) is refused as it is written, \(canonical(written)): \(why)")
    }
    try hold(again == value, "\(what) is read back as another: \(canonical(written))")
    try holdSame(canonical(written), canonical(codec.encode(again)), "\(what) is written alike")
}

/// Reads a node with a codec: nil where it is refused, which needs a reason; a value has no problems.
func decoded<Value>(_ node: Node, _ codec: Codec<Value>, _ what: String) throws(Broken) -> Value? {
    var problems = Problems()
    let value = codec.decode(node, &problems)
    try hold(value != nil || !problems.isEmpty, "\(what) is refused, and nothing says why")
    return problems.isEmpty ? value : nil
}

/// The JSON value in `bytes`, where it is one.
func parsedJSON(_ bytes: some Sequence<UInt8>) -> Node? { try? JSONReader.read(Array(bytes)) }
