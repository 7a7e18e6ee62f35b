import Notation

/// How one type is written in an answer and described in JSON Schema, at once: so that what is published of an answer
/// is what is written.
///
/// It only writes: nothing reads an answer. Where recordings write the type too, its shape is that of its codec.
struct Shape<Value>: Sendable {
    /// Made anew each time: an answer is written far more often than it is described.
    let describe: @Sendable () -> Schema
    let write: @Sendable (Value) -> Node

    init(
        describe: @escaping @Sendable () -> Schema, write: @escaping @Sendable (Value) -> Node
    ) {
        self.describe = describe
        self.write = write
    }

    /// As recordings write it.
    init(_ codec: Codec<Value>) {
        self.init {
            codec.schema
        } write: {
            codec.encode($0)
        }
    }

    /// An object with those members; a reader lets others be.
    static func object(_ members: Members<Value>...) -> Shape {
        let all = Members.all(members)
        return Shape {
            all.schema
        } write: {
            .object(all($0))
        }
    }

    /// This shape with its schema under a name of its own, `#/$defs/name`.
    func named(_ name: String) -> Shape {
        Shape { [describe] in
            .reference(name, to: describe())
        } write: { [write] in
            write($0)
        }
    }

    /// The same with a sentence for people.
    func described(_ text: String) -> Shape {
        Shape { [describe] in
            describe().described(text)
        } write: { [write] in
            write($0)
        }
    }

    /// The shape of what has such a value.
    func of<Other>(_ value: @escaping @Sendable (Other) -> Value) -> Shape<Other> {
        Shape<Other>(describe: describe) { [write] in write(value($0)) }
    }

    /// Null where there is nothing to say.
    var nullable: Shape<Value?> {
        Shape<Value?> { [describe] in
            describe().nullable
        } write: { [write] value in
            value.map(write) ?? .null
        }
    }

    /// A list, in order.
    var list: Shape<[Value]> {
        Shape<[Value]> { [describe] in
            .array(of: describe())
        } write: { [write] values in
            .list(values.map(write))
        }
    }

    /// An object with a member for each name, in their order.
    var dictionary: Shape<[(name: String, value: Value)]> {
        Shape<[(name: String, value: Value)]> { [describe] in
            .dictionary(names: .string, values: describe())
        } write: { [write] members in
            .object(members.map { ($0.name, write($0.value)) })
        }
    }
}

extension Node {
    static let null = Node(.null)
}
