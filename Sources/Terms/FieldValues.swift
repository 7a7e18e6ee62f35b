public import Notation

/// What is said about some or all fields of one term, each in its type.
public struct FieldValues: Hashable, Sendable {
    private var states: [FieldName: ValueState]

    /// Takes what is said about each field.
    public init(_ states: [FieldName: ValueState] = [:]) { self.states = states }

    /// What is said about that field; nil where it is not mentioned.
    public subscript(name: FieldName) -> ValueState? {
        get { states[name] }
        set { states[name] = newValue }
    }

    /// Whether no field is mentioned.
    public var isEmpty: Bool { states.isEmpty }

    /// How many fields are mentioned.
    public var count: Int { states.count }

    /// The fields mentioned, in order of name.
    public var names: [FieldName] { states.keys.sorted() }

    /// The fields mentioned and what is said about each, in order of name.
    public var entries: [(FieldName, ValueState)] {
        states.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The fields as they are written in a recording, in the order of the kind.
    public func node(for kind: TermKind) -> Node {
        let order = kind.definition.fields.map(\.name)
        let others = names.filter { !order.contains($0) }
        return .object(
            (order + others).compactMap { name in
                states[name].map { (name.rawValue, $0.node) }
            })
    }

    /// Reads the fields of a term whose kind is known; nil where anything is wrong with them.
    public static func decode(
        _ node: Node, for kind: TermKind, problems: inout Problems, requireAll: Bool
    ) -> FieldValues? {
        let before = problems.all.count
        let values = RawFields.codec.decode(node, &problems)?
            .typed(for: kind, requireAll: requireAll, &problems)
        return problems.all.count == before ? values : nil
    }

    /// How the fields of a term of that kind are read, written and described in JSON Schema.
    public static func codec(for kind: TermKind, requireAll: Bool) -> Codec<FieldValues> {
        let fields = kind.definition.fields
        let schema = Schema.object(
            fields.map { ($0.name.rawValue, $0.codec.schema) },
            required: requireAll ? kind.definition.requiredFields.map(\.rawValue) : [])
        return Codec(schema: schema) {
            decode($0, for: kind, problems: &$1, requireAll: requireAll)
        } encode: {
            $0.node(for: kind)
        }
    }
}

extension FieldValues: ExpressibleByDictionaryLiteral {
    /// Where a name is repeated, the last one counts.
    public init(dictionaryLiteral elements: (FieldName, ValueState)...) {
        states = Dictionary(elements, uniquingKeysWith: { _, last in last })
    }
}
