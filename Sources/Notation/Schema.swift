/// A JSON Schema (2020-12) for one type, with the named definitions that it refers to.
public struct Schema: Sendable {
    public private(set) var node: Node
    public private(set) var definitions: [String: Node]

    public init(_ members: [(String, Node)], definitions: [String: Node] = [:]) {
        self.node = .object(members)
        self.definitions = definitions
    }

    public static let string = Schema([("type", .string("string"))])
    public static let integer = Schema.integer(from: -(1 << 53) + 1)
    public static let boolean = Schema([("type", .string("boolean"))])
    public static let null = Schema([("type", .string("null"))])

    /// A whole number from that one on, as far as every JSON reader keeps it exactly.
    public static func integer(from minimum: Int) -> Schema {
        Schema([
            ("type", .string("integer")),
            ("minimum", .integer(minimum)),
            ("maximum", .integer(1 << 53 - 1)),
        ])
    }

    /// That text and no other.
    public static func constant(_ text: String) -> Schema { Schema([("const", .string(text))]) }

    /// That number and no other.
    public static func constant(_ number: Int) -> Schema { Schema([("const", .integer(number))]) }

    /// A text whose characters are JSON of that shape.
    public static func json(_ content: Schema) -> Schema {
        Schema(
            [
                ("type", .string("string")),
                ("contentMediaType", .string("application/json")),
                ("contentSchema", content.node),
            ], definitions: content.definitions)
    }

    /// A text that matches a regular expression (ECMA-262, as JSON Schema asks).
    public static func pattern(_ expression: String) -> Schema {
        Schema([("type", .string("string")), ("pattern", .string(expression))])
    }

    public static func enumeration(_ words: [String]) -> Schema {
        Schema([("enum", .list(words.map { .string($0) }))])
    }

    public static func array(of element: Schema, minimum: Int = 0) -> Schema {
        var members: [(String, Node)] = [("type", .string("array")), ("items", element.node)]
        if minimum > 0 { members.append(("minItems", .integer(minimum))) }
        return Schema(members, definitions: element.definitions)
    }

    /// An object with those members and no others.
    public static func object(_ members: [(String, Schema)], required: [String]) -> Schema {
        var schema = Schema([
            ("type", .string("object")),
            ("properties", .object(members.map { ($0.0, $0.1.node) })),
            ("required", .list(required.map { .string($0) })),
            ("additionalProperties", .boolean(false)),
        ])
        for (_, member) in members { schema.add(member.definitions) }
        return schema
    }

    /// An object with at least those members; a reader lets others be.
    public static func record(
        _ members: [(String, Schema)], optional: [(String, Schema)] = []
    ) -> Schema {
        var schema = Schema([
            ("type", .string("object")),
            ("properties", .object((members + optional).map { ($0.0, $0.1.node) })),
            ("required", .list(members.map { .string($0.0) })),
        ])
        for (_, member) in members + optional { schema.add(member.definitions) }
        return schema
    }

    /// An object whose members all have names and values of one shape.
    public static func dictionary(names: Schema, values: Schema) -> Schema {
        var schema = Schema([
            ("type", .string("object")),
            ("propertyNames", names.node),
            ("additionalProperties", values.node),
        ])
        schema.add(names.definitions)
        schema.add(values.definitions)
        return schema
    }

    /// An object with exactly one of those members.
    public static func oneMember(_ cases: [(String, Schema)]) -> Schema {
        var schema = object(cases, required: [])
        schema.append([("minProperties", .integer(1)), ("maxProperties", .integer(1))])
        return schema
    }

    public static func any(of choices: [Schema]) -> Schema {
        var schema = Schema([("anyOf", .list(choices.map(\.node)))])
        for choice in choices { schema.add(choice.definitions) }
        return schema
    }

    /// Null where there is nothing to say.
    public var nullable: Schema { .any(of: [self, .null]) }

    /// The same with a sentence for people.
    public func described(_ text: String) -> Schema {
        var schema = self
        schema.append([("description", .string(text))])
        return schema
    }

    /// An object schema with the members of both.
    public func merging(_ other: Schema) -> Schema {
        func members(_ node: Node?) -> [(String, Node)] {
            guard case .object(let members)? = node?.content else { return [] }
            return members.map { ($0.name, $0.value) }
        }
        func names(_ node: Node?) -> [Node] {
            guard case .list(let items)? = node?.content else { return [] }
            return items
        }
        var merged = Schema([
            ("type", .string("object")),
            (
                "properties",
                .object(members(node["properties"]) + members(other.node["properties"]))
            ),
            ("required", .list(names(node["required"]) + names(other.node["required"]))),
            ("additionalProperties", .boolean(false)),
        ])
        merged.add(definitions)
        merged.add(other.definitions)
        return merged
    }

    /// A reference to `#/$defs/name`; give `schema` where the definition is made.
    public static func reference(_ name: String, to schema: Schema? = nil) -> Schema {
        var reference = Schema([("$ref", .string("#/$defs/\(name)"))])
        if let schema {
            reference.add(schema.definitions)
            reference.definitions[name] = schema.node
        }
        return reference
    }

    /// The names of the members that an object schema allows, in their order.
    public var memberNames: [String] {
        guard case .object(let members)? = node["properties"]?.content else { return [] }
        return members.map(\.name)
    }

    /// The whole schema document, with its definitions at the end.
    public func document(id: String, title: String) -> Node {
        guard case .object(let members) = node.content else { return node }
        let head: [(String, Node)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", .string(id)),
            ("title", .string(title)),
        ]
        let defs = definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return .object(head + members.map { ($0.name, $0.value) } + [("$defs", .object(defs))])
    }

    private mutating func add(_ others: [String: Node]) {
        definitions.merge(others) { first, _ in first }
    }

    private mutating func append(_ more: [(String, Node)]) {
        guard case .object(let members) = node.content else { return }
        node = .object(members.map { ($0.name, $0.value) } + more)
    }
}
