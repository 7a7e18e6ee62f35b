import Notation

/// What several releases say of one field.
indirect enum MergedValue: Sendable {
    /// A value that is replaced as a whole, in all its versions; never empty.
    case versions([Version])
    case object(MergedObject)
    /// An array of objects that are merged by their ids.
    case items([MergedItem])

    struct Version: Sendable {
        var value: Node
        var origin: Origin

        var node: Node {
            .object([
                ("releaseID", origin.id), ("releaseDate", origin.date),
                ("releaseTag", origin.tag), ("value", value),
            ])
        }
    }
}

/// The members of an object, in the order in which they were first given.
struct MergedObject: Sendable {
    private var names: [String] = []
    private var values: [String: MergedValue] = [:]

    var isEmpty: Bool { names.isEmpty }

    private mutating func set(_ name: String, _ value: MergedValue) {
        if values.updateValue(value, forKey: name) == nil { names.append(name) }
    }
}

/// One object of an array that is merged by ids.
struct MergedItem: Sendable {
    /// As it was written; an id that is a number is not the text of its digits. Without one it is an object of its own.
    var id: Node?
    var object = MergedObject()
}

extension MergedObject {
    mutating func merge(
        _ members: [Node.Member], from origin: Origin, by rules: MergeRules, at place: Place
    ) throws(Problem) {
        for member in members {
            let place = place.member(member.name)
            let rule = rules.rule(at: place.path)
            if rule == .omitted { continue }
            let former = values[member.name]
            switch member.value.content {
            case .object(let inner):
                var object = try Self.object(former, isNow: member.value, at: place)
                try object.merge(inner, from: origin, by: rules, at: place)
                if !object.isEmpty { set(member.name, .object(object)) }
            case .list(let items) where rule != .wholeList && items.allSatisfy(\.isObject):
                guard !items.isEmpty else { continue }
                var list = try Self.items(former, isNow: member.value, at: place)
                try Self.merge(items, into: &list, from: origin, by: rules, at: place)
                if !list.isEmpty { set(member.name, .items(list)) }
            case .plain, .string, .integer, .boolean, .null, .list:
                set(
                    member.name,
                    try Self.value(former, replacedBy: member.value, from: origin, at: place))
            }
        }
    }

    // MARK: What stood there before

    private static func object(
        _ former: MergedValue?, isNow node: Node, at place: Place
    ) throws(Problem) -> MergedObject {
        switch former {
        case nil: return MergedObject()
        case .object(let object)?: return object
        case .versions(let versions)? where versions.last?.value.content == .null:
            return MergedObject()
        case .versions?, .items?: throw inconsistent(node, at: place)
        }
    }

    private static func items(
        _ former: MergedValue?, isNow node: Node, at place: Place
    ) throws(Problem) -> [MergedItem] {
        switch former {
        case nil: return []
        case .items(let items)?: return items
        case .versions(let versions)? where versions.last?.value.content == .null: return []
        case .versions?, .object?: throw inconsistent(node, at: place)
        }
    }

    /// A value after another: of an object or an array by ids, null alone takes the place, since it takes it out.
    private static func value(
        _ former: MergedValue?, replacedBy node: Node, from origin: Origin, at place: Place
    ) throws(Problem) -> MergedValue {
        let version = MergedValue.Version(value: node, origin: origin)
        switch former {
        case nil: return .versions([version])
        case .versions(let versions)?:
            return .versions(versions.last?.value == node ? versions : versions + [version])
        case .object? where node.content != .null: throw inconsistent(node, at: place)
        case .object?, .items?: return .versions([version])
        }
    }

    private static func inconsistent(_ node: Node, at place: Place) -> Problem {
        Problem(
            "\(place.pointer): \(node.excerpt) cannot be merged with what an earlier release has there",
            hint:
                "a field is an object, an array of objects or a value in all releases of a process",
            mark: node.mark)
    }

    // MARK: Arrays by ids

    private static func merge(
        _ nodes: [Node], into items: inout [MergedItem], from origin: Origin, by rules: MergeRules,
        at place: Place
    ) throws(Problem) {
        for (index, node) in nodes.enumerated() {
            guard case .object(let members) = node.content else { continue }
            let id = node["id"]
            var item = MergedItem(id: id)
            let known = id.flatMap { id in items.firstIndex { $0.id == id } }
            if let known { item = items[known] }
            try item.object.merge(
                members.filter { $0.name != "id" }, from: origin, by: rules, at: place.item(index))
            if let known {
                items[known] = item
            } else if id != nil || !item.object.isEmpty {
                items.append(item)
            }
        }
    }
}

// The value that results.
extension MergedObject {
    /// The latest values; what is null is left out.
    var latest: [Node.Member] {
        members { value in
            switch value {
            case .versions(let versions):
                versions.last.flatMap { $0.value.content == .null ? nil : $0.value }
            case .object(let object): Node(.object(object.latest))
            case .items(let items): .list(items.map { $0.node(\.latest) })
            }
        }
    }

    /// All values, each with its release.
    var history: [Node.Member] {
        members { value in
            switch value {
            case .versions(let versions): .list(versions.map(\.node))
            case .object(let object): Node(.object(object.history))
            case .items(let items): .list(items.map { $0.node(\.history) })
            }
        }
    }

    private func members(_ node: (MergedValue) -> Node?) -> [Node.Member] {
        names.compactMap { name in
            values[name].flatMap(node).map { Node.Member(name, $0) }
        }
    }
}

extension MergedItem {
    fileprivate func node(_ members: (MergedObject) -> [Node.Member]) -> Node {
        let own = id.flatMap { $0.content == .null ? nil : Node.Member("id", $0) }
        return Node(.object([own].compactMap(\.self) + members(object)))
    }
}

extension Node {
    fileprivate var isObject: Bool { if case .object = content { true } else { false } }
}
