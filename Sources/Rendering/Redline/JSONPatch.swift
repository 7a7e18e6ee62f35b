public import Notation

/// The steps that turn one JSON document into another (RFC 6902).
public struct JSONPatch: Hashable, Sendable {
    /// One step.
    public enum Operation: Hashable, Sendable {
        case add(JSONPointer, Node)
        case remove(JSONPointer)
        case replace(JSONPointer, Node)
        case move(from: JSONPointer, to: JSONPointer)
        case copy(from: JSONPointer, to: JSONPointer)
        case test(JSONPointer, Node)
    }

    public var operations: [Operation]

    public init(_ operations: [Operation]) { self.operations = operations }

    /// The patch that makes `after` of `before`; empty where both say the same.
    ///
    /// The order of an object's members says nothing. Only `add`, `remove` and `replace` are used.
    public static func diff(_ before: Node, _ after: Node) -> JSONPatch {
        var operations: [Operation] = []
        compare(before, after, at: JSONPointer(), &operations)
        return JSONPatch(operations)
    }

    private static func compare(
        _ before: Node, _ after: Node, at place: JSONPointer, _ operations: inout [Operation]
    ) {
        switch (before.content, after.content) {
        case (.object(let old), .object(let new)):
            for member in old where after[member.name] == nil {
                operations.append(.remove(place.appending(member.name)))
            }
            for member in new {
                let inner = place.appending(member.name)
                if let value = before[member.name] {
                    compare(value, member.value, at: inner, &operations)
                } else {
                    operations.append(.add(inner, member.value))
                }
            }
        case (.list(let old), .list(let new)): compare(old, new, at: place, &operations)
        case _ where !before.saysTheSame(as: after): operations.append(.replace(place, after))
        case _: return
        }
    }

    /// Compares item by item; what one list has more is taken off its end, or added there.
    private static func compare(
        _ old: [Node], _ new: [Node], at place: JSONPointer, _ operations: inout [Operation]
    ) {
        for (index, pair) in zip(old, new).enumerated() {
            compare(pair.0, pair.1, at: place.appending(String(index)), &operations)
        }
        for index in stride(from: old.count - 1, through: new.count, by: -1) {
            operations.append(.remove(place.appending(String(index))))
        }
        for item in new.dropFirst(old.count) {
            operations.append(.add(place.appending("-"), item))
        }
    }

    /// The patch as a JSON document: a list of operations.
    public var node: Node { .list(operations.map(Self.node(of:))) }

    private static func node(of operation: Operation) -> Node {
        func make(_ name: String, _ members: [(String, Node)]) -> Node {
            .object([("op", .string(name))] + members)
        }
        func path(_ pointer: JSONPointer) -> (String, Node) {
            ("path", .string(pointer.description))
        }
        return switch operation {
        case .add(let place, let value): make("add", [path(place), ("value", value)])
        case .remove(let place): make("remove", [path(place)])
        case .replace(let place, let value): make("replace", [path(place), ("value", value)])
        case .move(let from, let to):
            make("move", [("from", .string(from.description)), path(to)])
        case .copy(let from, let to):
            make("copy", [("from", .string(from.description)), path(to)])
        case .test(let place, let value): make("test", [path(place), ("value", value)])
        }
    }
}

extension Node {
    /// Whether both are the same JSON: the order of members and the quoting of scalars aside.
    public func saysTheSame(as other: Node) -> Bool {
        switch (content, other.content) {
        case (.object(let mine), .object(let its)):
            mine.count == its.count
                && mine.allSatisfy { member in
                    other[member.name].map { member.value.saysTheSame(as: $0) } ?? false
                }
        case (.list(let mine), .list(let its)):
            mine.count == its.count && zip(mine, its).allSatisfy { $0.saysTheSame(as: $1) }
        case (.plain(let mine), .plain(let its)), (.plain(let mine), .string(let its)),
            (.string(let mine), .plain(let its)):
            mine == its
        case _: content == other.content
        }
    }
}
