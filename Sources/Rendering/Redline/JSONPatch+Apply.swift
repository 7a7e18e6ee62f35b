public import Notation

extension JSONPatch {
    /// Why a patch does not fit a document.
    public enum Failure: Error, Hashable, Sendable {
        /// There is nothing at that place, or nothing can be put there.
        case noSuchPlace(JSONPointer)
        /// The document does not say there what the patch expects.
        case testFailed(JSONPointer)
    }

    /// Applies every operation in order, or none.
    public static func apply(
        _ patch: JSONPatch, to document: Node
    ) throws(Failure) -> Node {
        var document = document
        for operation in patch.operations {
            switch operation {
            case .add(let place, let value): document = try document.adding(value, at: place)
            case .remove(let place): document = try document.removing(place)
            case .replace(let place, let value):
                guard document.value(at: place) != nil else { throw .noSuchPlace(place) }
                document = try document.replacing(place, with: value)
            case .move(let from, let to):
                guard let value = document.value(at: from) else { throw .noSuchPlace(from) }
                document = try document.removing(from).adding(value, at: to)
            case .copy(let from, let to):
                guard let value = document.value(at: from) else { throw .noSuchPlace(from) }
                document = try document.adding(value, at: to)
            case .test(let place, let value):
                guard let found = document.value(at: place) else { throw .noSuchPlace(place) }
                guard found.saysTheSame(as: value) else { throw .testFailed(place) }
            }
        }
        return document
    }
}

extension Node {
    /// What stands at a place; nil where there is none.
    func value(at place: JSONPointer) -> Node? {
        place.tokens.reduce(Optional(self)) { node, token in node?.child(token) }
    }

    private func child(_ token: String) -> Node? {
        switch content {
        case .object: self[token]
        case .list(let items):
            Self.index(token, below: items.count).map { items[$0] }
        case .plain, .string, .integer, .boolean, .null: nil
        }
    }

    private static func index(_ token: String, below count: Int) -> Int? {
        guard let index = Int(token), String(index) == token, (0..<count).contains(index) else {
            return nil
        }
        return index
    }

    func adding(_ value: Node, at place: JSONPointer) throws(JSONPatch.Failure) -> Node {
        try changing(place, atRoot: value) { parent, token in
            switch parent.content {
            case .object(let members):
                let kept = members.filter { $0.name != token }
                return Node(.object(kept + [Member(token, value)]))
            case .list(var items):
                let place = token == "-" ? items.count : Self.index(token, below: items.count + 1)
                guard let place else { return nil }
                items.insert(value, at: place)
                return Node(.list(items))
            case .plain, .string, .integer, .boolean, .null: return nil
            }
        }
    }

    func removing(_ place: JSONPointer) throws(JSONPatch.Failure) -> Node {
        try changing(place, atRoot: .null) { parent, token in
            guard parent.child(token) != nil else { return nil }
            switch parent.content {
            case .object(let members):
                return Node(.object(members.filter { $0.name != token }))
            case .list(var items):
                guard let index = Self.index(token, below: items.count) else { return nil }
                items.remove(at: index)
                return Node(.list(items))
            case .plain, .string, .integer, .boolean, .null: return nil
            }
        }
    }

    func replacing(_ place: JSONPointer, with value: Node) throws(JSONPatch.Failure) -> Node {
        try changing(place, atRoot: value) { parent, token in parent.setting(token, to: value) }
    }

    private func setting(_ token: String, to value: Node) -> Node? {
        switch content {
        case .object(let members):
            guard let index = members.firstIndex(where: { $0.name == token }) else { return nil }
            var members = members
            members[index].value = value
            return Node(.object(members))
        case .list(var items):
            guard let index = Self.index(token, below: items.count) else { return nil }
            items[index] = value
            return Node(.list(items))
        case .plain, .string, .integer, .boolean, .null: return nil
        }
    }

    /// Rebuilds the containers on the way to a place whose last container `change` gives anew.
    private func changing(
        _ place: JSONPointer, atRoot root: Node, _ change: (Node, String) -> Node?
    ) throws(JSONPatch.Failure) -> Node {
        guard let last = place.tokens.last else { return root }
        var parents = [self]
        for token in place.tokens.dropLast() {
            guard let child = parents[parents.count - 1].child(token) else {
                throw .noSuchPlace(place)
            }
            parents.append(child)
        }
        guard var changed = change(parents[parents.count - 1], last) else {
            throw .noSuchPlace(place)
        }
        for (parent, token) in zip(parents, place.tokens.dropLast()).reversed() {
            guard let outer = parent.setting(token, to: changed) else { throw .noSuchPlace(place) }
            changed = outer
        }
        return changed
    }
}
