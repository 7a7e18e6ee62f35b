/// What is meant by a value that someone wrote in their own way.
public enum Understanding<Value> {
    /// One thing; `canonical` is how it is written instead, where that is not simply as the codec writes it.
    case one(Value, canonical: Node? = nil)
    /// Several things, of which only who wrote it knows which: each as it is written canonically, and in words.
    case several([(canonical: String, words: String)])
    /// Nothing that can stand there: why, as it follows the quoted text (`has no 30 February`), and what would be right.
    case nothing(String, hint: String)
}

extension Understanding {
    /// The same of a value that is made of this one.
    public func map<Other>(_ make: (Value) -> Other) -> Understanding<Other> {
        switch self {
        case .one(let value, let canonical): .one(make(value), canonical: canonical)
        case .several(let readings): .several(readings)
        case .nothing(let reason, let hint): .nothing(reason, hint: hint)
        }
    }
}

/// A value that was understood, and how it is written canonically.
public struct Rewording: Hashable, Sendable {
    public let written: Node
    public let canonical: Node
    /// The members that lead to it, outermost first.
    public let path: [String]

    public var mark: Mark? { written.mark }
}

extension Codec {
    /// This codec, which also reads what people write in their own way, where the reading is forgiving.
    ///
    /// The canonical form is tried first, so that nothing canonical means anything else; but where people write the same
    /// text and mean another thing, it is refused as long as it stands without quotes. What may mean several things is
    /// refused, with all of them.
    ///
    /// - Parameters:
    ///   - doubt: what a canonical text without quotes may mean to who wrote it; nil where that is what it says.
    ///   - understand: what a node means that is not canonical; nil where no one can say.
    public func forgiving(
        doubting doubt: @escaping @Sendable (String) -> Understanding<Value>? = { _ in nil },
        _ understand: @escaping @Sendable (Node) -> Understanding<Value>?
    ) -> Codec {
        Codec(schema: schema) { [read, write] node, problems in
            guard problems.manner == .forgiving else { return read(node, &problems) }
            if case .plain(let text) = node.content, let doubt = doubt(text) {
                return problems.take(doubt, of: node, write)
            }
            var attempt = problems.afresh
            if let value = read(node, &attempt), attempt.isEmpty {
                problems.add(attempt)
                return value
            }
            guard let understanding = understand(node) else {
                problems.add(attempt)
                return nil
            }
            return problems.take(understanding, of: node, write)
        } encode: { [write] in
            write($0)
        }
    }

    /// The same of a codec of one text.
    public func forgiving(
        doubting doubt: @escaping @Sendable (String) -> Understanding<Value>? = { _ in nil },
        text understand: @escaping @Sendable (String) -> Understanding<Value>?
    ) -> Codec {
        forgiving(doubting: doubt) { node in node.text.flatMap(understand) }
    }
}

extension Problems {
    /// The one thing that is meant; nil with what was reported, where that is not one.
    fileprivate mutating func take<Value>(
        _ understanding: Understanding<Value>, of node: Node, _ write: (Value) -> Node
    ) -> Value? {
        switch understanding {
        case .one(let value, let canonical):
            reword(node, as: canonical ?? write(value))
            return value
        case .several(let readings):
            doubt(node, readings)
            return nil
        case .nothing(let reason, let hint):
            doubt(node, reason, hint: hint)
            return nil
        }
    }
}

extension Node {
    /// The node with everything that was understood in it written canonically.
    public func reworded(_ rewordings: [Rewording]) -> Node {
        // A place distinguishes one value from another, also where its quotes were taken off on the way.
        var byMark: [Mark: Node] = [:]
        for rewording in rewordings {
            if let mark = rewording.mark { byMark[mark] = rewording.canonical }
        }
        let unplaced = rewordings.last { $0.mark == nil && $0.written == self }
        return unplaced.map { Node($0.canonical.content) } ?? reworded(byMark)
    }

    private func reworded(_ byMark: [Mark: Node]) -> Node {
        if let own = mark.flatMap({ byMark[$0] }) { return Node(own.content, mark: mark) }
        switch content {
        case .list(let items): return Node(.list(items.map { $0.reworded(byMark) }), mark: mark)
        case .object(let members):
            let reworded = members.map {
                Member($0.name, $0.value.reworded(byMark), mark: $0.mark)
            }
            return Node(.object(reworded), mark: mark)
        case .plain, .string, .integer, .boolean, .null: return self
        }
    }
}
