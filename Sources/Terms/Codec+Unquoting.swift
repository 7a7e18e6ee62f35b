import Notation

extension Codec {
    /// The same, which reads a number or a flag from a quoted text too: a value that was read before the kind of its
    /// term was known carries it as one.
    var unquoting: Codec {
        Codec(schema: schema) { node, problems in
            guard let text = node.text else { return decode(node, &problems) }
            return decode(Node(.plain(text), mark: node.mark), &problems)
        } encode: {
            encode($0)
        }
    }
}
