public import Notation

/// The fields of a term as written, before the kind that gives them their types is known.
///
/// `term-amended` names a term, not its kind: its fields are kept like this, with their places in the
/// source, until the term is found. Equal by content, in any order of the members.
public struct RawFields: Sendable {
    private let nodes: [FieldName: Node]
    private let marks: [FieldName: Mark]
    /// Where the whole map was written.
    public let mark: Mark?

    /// Keeps `fields` as written, their scalars as texts.
    public init(_ fields: [FieldName: Node], mark: Mark? = nil) {
        nodes = fields.mapValues(RawValue.decided)
        marks = [:]
        self.mark = mark
    }

    private init(nodes: [FieldName: Node], marks: [FieldName: Mark], mark: Mark?) {
        self.nodes = nodes
        self.marks = marks
        self.mark = mark
    }

    /// Whether no field is mentioned.
    public var isEmpty: Bool { nodes.isEmpty }

    /// The names given, in order.
    public var names: [FieldName] { nodes.keys.sorted() }

    /// What is written for that field; nil where it is not mentioned.
    public subscript(name: FieldName) -> Node? { nodes[name] }

    /// The same fields with every value taken out; the mark says by what.
    public func redacted(_ mark: String) -> RawFields {
        RawFields(nodes.mapValues { _ in RawValue.redacted(mark).node })
    }

    /// Where that field's name was written.
    public func mark(of name: FieldName) -> Mark? { marks[name] ?? nodes[name]?.mark ?? mark }
}

extension RawFields: Hashable {
    public static func == (lhs: RawFields, rhs: RawFields) -> Bool {
        if lhs.nodes == rhs.nodes { return true }
        return lhs.nodes.count == rhs.nodes.count
            && lhs.nodes.allSatisfy { name, node in rhs.nodes[name]?.inOrder == node.inOrder }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(nodes.mapValues(\.inOrder)) }
}

extension RawFields {
    /// A map from field names to values of any type; written in the order of the names.
    public static let codec = Codec<RawFields>(schema: schema) { node, problems in
        guard case .object(let members) = node.content else {
            problems.report(
                "\(node.excerpt) is not a map of fields", hint: "expected { field: value }",
                at: node.mark)
            return nil
        }
        var nodes: [FieldName: Node] = [:]
        var marks: [FieldName: Mark] = [:]
        var isSound = true
        for member in members {
            let mark = member.mark ?? member.value.mark ?? node.mark
            guard let name = FieldName(rawValue: member.name) else {
                problems.report(
                    "'\(member.name)' is not a field name",
                    hint: "expected words of a-z joined by -", at: mark)
                isSound = false
                continue
            }
            let value = problems.within(member.name) {
                RawValue.understood(member.value, as: name.codecs, &$0)
            }
            if nodes.updateValue(RawValue.decided(value), forKey: name) != nil {
                problems.report("'\(name)' is given twice", hint: "keep one", at: mark)
                isSound = false
            }
            marks[name] = mark
        }
        return isSound ? RawFields(nodes: nodes, marks: marks, mark: node.mark) : nil
    } encode: { fields in
        .object(fields.names.compactMap { name in fields[name].map { (name.rawValue, $0) } })
    }

    private static let schema = Schema.dictionary(
        names: FieldName.codec.schema, values: RawValue.schema)

    /// The fields in the types that `kind` gives them.
    ///
    /// Reports every field the kind does not have, every value of a wrong type and, where `requireAll`
    /// is set, every required field that is left out; what could be read is returned all the same.
    public func typed(
        for kind: TermKind, requireAll: Bool, _ problems: inout Problems
    ) -> FieldValues {
        let definition = kind.definition
        var values = FieldValues()
        for name in names {
            guard let node = nodes[name] else { continue }
            guard let field = definition.field(name) else {
                let allowed = definition.fields.map(\.name.rawValue)
                problems.report(
                    "unknown field '\(name)' of \(kind.withArticle)",
                    hint: Spelling.hint(
                        for: name.rawValue, among: allowed,
                        else: "allowed: \(allowed.joined(separator: ", "))"),
                    at: mark(of: name))
                continue
            }
            let before = problems.all.count
            values[name] = problems.within(name.rawValue) { field.codec.decode(node, &$0) }
            problems.addToHints(since: before, "for example: \(field.example)")
        }
        guard requireAll else { return values }
        for field in definition.fields where field.isRequired && nodes[field.name] == nil {
            let needed = definition.requiredFields.map(\.rawValue).joined(separator: ", ")
            problems.report(
                "'\(field.name)' is missing",
                hint: "\(kind.withArticle) needs \(needed); for example: \(field.example)", at: mark
            )
        }
        return values
    }
}

extension RawFields {
    /// The fields as far as they can be read; what cannot be is reported where they are applied.
    public func typed(for kind: TermKind) -> FieldValues {
        var problems = Problems()
        return typed(for: kind, requireAll: false, &problems)
    }

    /// The bounds among the values, as far as they read as bounds whatever the term's kind.
    public var readableBounds: [DateBound] {
        names.flatMap { name -> [DateBound] in
            guard let node = self[name] else { return [] }
            var problems = Problems()
            switch node.content {
            case .object: return [DateBound.codec.decode(node, &problems)].compactMap(\.self)
            case .list: return Schedule.codec.decode(node, &problems)?.bounds ?? []
            case .plain, .string, .integer, .boolean, .null: return []
            }
        }
    }
}
