/// One member of an object: its name, how it is read, and where it comes from when written.
public struct Field<Root, Value>: Sendable {
    @usableFromInline let name: String
    @usableFromInline let schema: Schema
    @usableFromInline let isRequired: Bool
    @usableFromInline let read: @Sendable (Node?, Mark?, inout Problems) -> Value?
    @usableFromInline let write: @Sendable (Root) -> Node?

    /// A member that must be there.
    public static func required(
        _ name: String,
        _ value: any KeyPath<Root, Value> & Sendable,
        _ codec: Codec<Value>
    ) -> Field {
        Field(name: name, schema: codec.schema, isRequired: true) { node, mark, problems in
            guard let node else {
                problems.report("'\(name)' is missing", hint: "add '\(name)'", at: mark)
                return nil
            }
            return problems.within(name) { codec.read(node, &$0) }
        } write: {
            codec.write($0[keyPath: value])
        }
    }

    /// A member that may be left out.
    public static func optional<Wrapped>(
        _ name: String,
        _ value: any KeyPath<Root, Wrapped?> & Sendable,
        _ codec: Codec<Wrapped>
    ) -> Field where Value == Wrapped? {
        Field(name: name, schema: codec.schema, isRequired: false) { node, _, problems in
            guard let node else { return .some(nil) }
            return problems.within(name) { codec.read(node, &$0) }.map { .some($0) }
        } write: {
            $0[keyPath: value].map(codec.write)
        }
    }

    /// A member that stands for `fallback` when it is left out, and is left out when it equals that.
    public static func optional(
        _ name: String,
        _ value: any KeyPath<Root, Value> & Sendable,
        _ codec: Codec<Value>,
        default fallback: Value
    ) -> Field where Value: Equatable & Sendable {
        Field(name: name, schema: codec.schema, isRequired: false) { node, _, problems in
            guard let node else { return fallback }
            return problems.within(name) { codec.read(node, &$0) }
        } write: {
            let value = $0[keyPath: value]
            return value == fallback ? nil : codec.write(value)
        }
    }
}

extension Codec {
    /// An object with exactly the given members, made by `make` from their values in that order.
    ///
    /// A member that is not listed is an error that names the allowed ones. Inlinable, so that each event's own
    /// reader is made for its members.
    @inlinable
    public static func object<each Member>(
        _ make: @escaping @Sendable (repeat each Member) -> Value,
        _ field: repeat Field<Value, each Member>
    ) -> Codec {
        var names: [String] = []
        var required: [String] = []
        var schemas: [(String, Schema)] = []
        for field in repeat each field {
            names.append(field.name)
            schemas.append((field.name, field.schema))
            if field.isRequired { required.append(field.name) }
        }
        let allowed = names
        return Codec(schema: .object(schemas, required: required)) { node, problems in
            guard let members = ObjectMembers(node, allowed: allowed, &problems) else { return nil }
            let values =
                (repeat (each field).read(members[(each field).name], node.mark, &problems))
            return try? make(repeat unwrapped(each values))
        } encode: { value in
            var members: [(String, Node)] = []
            for field in repeat each field {
                if let node = field.write(value) { members.append((field.name, node)) }
            }
            return .object(members)
        }
    }
}

/// The members of one object, after the unknown and the repeated ones were reported.
@usableFromInline
struct ObjectMembers {
    /// The first of each name; few, so they are looked through.
    private var members: [Node.Member]

    @usableFromInline
    init?(_ node: Node, allowed: [String], _ problems: inout Problems) {
        guard case .object(let members) = node.content else {
            problems.report(
                "\(node.excerpt) is not a map",
                hint: "expected a map with \(allowed.joined(separator: ", "))",
                at: node.mark)
            return nil
        }
        self.members = members
        for (index, member) in members.enumerated() {
            if !allowed.contains(member.name) {
                problems.report(
                    "unknown member '\(member.name)'",
                    hint: "allowed here: \(allowed.joined(separator: ", "))",
                    at: member.mark ?? member.value.mark ?? node.mark)
            } else if members[..<index].contains(where: { $0.name == member.name }) {
                problems.report(
                    "'\(member.name)' is given twice", hint: "keep one",
                    at: member.mark ?? node.mark)
            }
        }
    }

    @usableFromInline
    subscript(name: String) -> Node? { members.first { $0.name == name }?.value }
}

@usableFromInline
struct Missing: Error {
    @usableFromInline init() {}
}

@inlinable
func unwrapped<Value>(_ value: Value?) throws(Missing) -> Value {
    guard let value else { throw Missing() }
    return value
}
