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
        let known = MemberNames(names)
        return Codec(schema: .object(schemas, required: required)) { node, problems in
            guard var members = ObjectMembers(node, among: known, &problems) else { return nil }
            let values = (repeat (each field).read(members.next(), node.mark, &problems))
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

/// The names of an object's members, as they are listed and in the order of canonical JSON.
@usableFromInline
struct MemberNames: Sendable {
    fileprivate let listed: [String]
    /// Where each stands in the list, in the order of the names.
    fileprivate let inOrder: [Int]

    @usableFromInline
    init(_ names: [String]) {
        listed = names
        inOrder = names.indices.sorted { names[$0] < names[$1] }
    }
}

/// The members of one object in the order in which they are listed, after the unknown and the repeated ones were
/// reported.
@usableFromInline
struct ObjectMembers {
    private let members: [Node.Member]
    /// For each name that is listed, where its first member stands; less than 0 for none.
    private var places: [Int]
    private var count = 0

    @usableFromInline
    init?(_ node: Node, among names: MemberNames, _ problems: inout Problems) {
        guard case .object(let members) = node.content else {
            problems.report(
                "\(node.excerpt) is not a map",
                hint: "expected a map with \(names.listed.joined(separator: ", "))",
                at: node.mark)
            return nil
        }
        self.members = members
        places = Array(repeating: -1, count: names.listed.count)
        if !placeInOrder(names) { place(names, in: node, &problems) }
    }

    /// Places members that stand in the order of canonical JSON, as all that were stored do.
    ///
    /// - Returns: false where they do not, or one is not known.
    private mutating func placeInOrder(_ names: MemberNames) -> Bool {
        var rest = names.inOrder[...]
        for (index, member) in members.enumerated() {
            guard let place = rest.firstIndex(where: { names.listed[$0] == member.name }) else {
                return false
            }
            places[rest[place]] = index
            rest = rest[(place + 1)...]
        }
        return true
    }

    private mutating func place(
        _ names: MemberNames, in node: Node, _ problems: inout Problems
    ) {
        places = places.map { _ in -1 }
        for (index, member) in members.enumerated() {
            guard let place = names.listed.firstIndex(of: member.name) else {
                problems.report(
                    "unknown member '\(member.name)'",
                    hint: Spelling.hint(
                        for: member.name, among: names.listed,
                        else: "allowed here: \(names.listed.joined(separator: ", "))"),
                    at: member.mark ?? member.value.mark ?? node.mark)
                continue
            }
            if places[place] >= 0 {
                problems.report(
                    "'\(member.name)' is given twice", hint: "keep one",
                    at: member.mark ?? node.mark)
            } else {
                places[place] = index
            }
        }
    }

    /// The value of the member that is listed next; nil where it is left out.
    @usableFromInline
    mutating func next() -> Node? {
        let place = places[count]
        count += 1
        return place < 0 ? nil : members[place].value
    }
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
