import Amendments
public import Notation
import Terms

/// The JSON Schemas (2020-12) of `Events/Schema`, generated from the codecs that read and write.
///
/// - `recording.schema.json` describes a recording in JSON, as in JSON Lines.
/// - `recording.yaml.schema.json` describes the same for editors and validators of YAML, which take a plain
///   `2030`, `4.2` or `true` for a number or a boolean where Deedbook reads what is written.
///
/// A schema states shapes, names and spellings. What it cannot, such as that 2026-02-30 is no day or
/// that a term is known, is found by `deedbook check`.
public enum SchemaDocuments {
    /// Every document, by its file's name.
    public static let all: [(name: String, node: Node)] = [
        document("recording.schema.json", "A recording of Deedbook") { $0 },
        document("recording.yaml.schema.json", "A recording of Deedbook in YAML", untyped),
    ]

    private static func document(
        _ name: String, _ title: String, _ adapted: (Node) -> Node
    ) -> (name: String, node: Node) {
        let document = Recording.codec.schema.document(
            id: "https://deedbook.dev/schemas/v1/\(name)", title: title)
        return (name, adapted(withTermFields(document)))
    }
}

// The fields of a term depend on its kind, which a codec finds out when it reads.
extension SchemaDocuments {
    private static let fieldsName = "term-fields"

    /// The document with the fields of each kind of term wherever a term is added.
    private static func withTermFields(_ document: Node) -> Node {
        let linked = rewritten(document) { members in
            guard
                case .object(let properties)? = members.last(where: { $0.name == "properties" })?
                    .value.content,
                ["term", "kind", "set"].allSatisfy(properties.map(\.name).contains)
            else { return members }
            return members + [Node.Member("allOf", .list([Schema.reference(fieldsName).node]))]
        }
        guard case .object(let members) = linked.content else { return linked }
        return Node(
            .object(
                members.map { member in
                    guard member.name == "$defs", case .object(let given) = member.value.content
                    else { return member }
                    let all = (given + fieldDefinitions).sorted { $0.name < $1.name }
                    return Node.Member(member.name, Node(.object(all)))
                }))
    }

    /// One definition for each kind of term, and one that chooses among them.
    private static var fieldDefinitions: [Node.Member] {
        let choices = TermKind.allCases.map { kind in
            Node.object([
                ("if", .object([("properties", .object([("kind", constant(kind))]))])),
                (
                    "then",
                    .object([("properties", .object([("set", fieldsReference(kind))]))])
                ),
            ])
        }
        let types = Set(TermKind.allCases.flatMap { $0.definition.fields.map(\.type) })
        return [Node.Member(fieldsName, .object([("allOf", .list(choices))]))]
            + TermKind.allCases.map { kind in
                Node.Member("\(kind.rawValue)-fields", fields(of: kind.definition))
            }
            + Dictionary(types.compactMap { type in name(of: type).map { ($0, type) } }) { $1 }
            .map { name, type in Node.Member(name, schema(of: type)) }
    }

    private static func constant(_ kind: TermKind) -> Node {
        .object([("const", .string(kind.rawValue))])
    }

    private static func fieldsReference(_ kind: TermKind) -> Node {
        Schema.reference("\(kind.rawValue)-fields").node
    }

    private static func fields(of definition: TermKindDefinition) -> Node {
        let fields = definition.fields.map { field in
            (field.name.rawValue, described(values(of: field.type), field.summary))
        }
        return .object([
            ("description", .string(definition.summary)),
            ("properties", .object(fields)),
            ("required", .list(definition.requiredFields.map { .string($0.rawValue) })),
            ("additionalProperties", .boolean(false)),
        ])
    }

    /// What a field of that type may be: a reference, but for choices, which are each their own.
    private static func values(of type: FieldType) -> Node {
        guard let name = name(of: type) else { return schema(of: type) }
        return Schema.reference(name).node
    }

    private static func schema(of type: FieldType) -> Node {
        spelledAsText(ValueState.codec(for: type).schema.node)
    }

    private static func name(of type: FieldType) -> String? {
        switch type {
        case .text: "text-value"
        case .choice: nil
        case .flag: "flag-value"
        case .count: "count-value"
        case .money: "money-value"
        case .rate: "rate-value"
        case .unitPrice: "unit-price-value"
        case .tiers: "tiers-value"
        case .schedule: "schedule-value"
        case .formula: "formula-value"
        case .indexation: "index-value"
        case .date: "date-value"
        case .bound: "bound-value"
        case .duration: "duration-value"
        case .lapse: "lapse-value"
        case .yearly: "yearly-value"
        case .party: "party-value"
        case .parties: "parties-value"
        case .tags: "tags-value"
        case .term: "term-value"
        case .condition: "condition-value"
        }
    }

    private static func described(_ node: Node, _ summary: String) -> Node {
        guard case .object(let members) = node.content else { return node }
        return Node(.object([Node.Member("description", .string(summary))] + members))
    }

    /// A field's numbers and flags are texts until its kind is known, and are written so.
    private static func spelledAsText(_ schema: Node) -> Node {
        rewritten(schema) { members in
            switch members.first(where: { $0.name == "type" })?.value.text {
            case "integer":
                let text = Schema.pattern("^(0|-?[1-9][0-9]{0,15})$").node
                return [Node.Member("anyOf", .list([Node(.object(members)), text]))]
            case "boolean":
                let words = ["yes", "no", "true", "false"].map { Node.string($0) }
                return [Node.Member("enum", .list([.boolean(true), .boolean(false)] + words))]
            case _: return members
            }
        }
    }
}

extension SchemaDocuments {
    /// The schema for readers that give plain scalars a type: any scalar may stand for its text.
    private static func untyped(_ document: Node) -> Node {
        rewritten(document) { members in
            members.map { member in
                switch (member.name, member.value.content) {
                case ("type", .string("string")):
                    Node.Member(member.name, .list(scalarTypes.map { .string($0) }))
                case ("type", .list(let types)) where types.contains(.string("string")):
                    Node.Member(member.name, .list(types + [.string("number")]))
                case _: member
                }
            }
        }
    }

    private static let scalarTypes = ["string", "number", "boolean"]

    /// The tree with the members of every object replaced, innermost first.
    private static func rewritten(
        _ node: Node, _ change: ([Node.Member]) -> [Node.Member]
    ) -> Node {
        switch node.content {
        case .object(let members):
            Node(
                .object(
                    change(
                        members.map {
                            Node.Member($0.name, rewritten($0.value, change), mark: $0.mark)
                        })))
        case .list(let items): .list(items.map { rewritten($0, change) })
        case .plain, .string, .integer, .boolean, .null: node
        }
    }
}
