/// One value of a parsed document, with the place where it was written.
///
/// Nodes stand between a text format (YAML, JSON) and the typed values: every codec reads and writes
/// nodes, so an event has one schema whatever the format. A number written in YAML arrives as `plain`
/// text and is only given a type by the codec that reads it: `no`, `0123` and `10.50` stay what was
/// written. Two nodes are equal when their contents are; marks are ignored.
public struct Node: Sendable {
    public var content: Content
    public var mark: Mark?
    /// Whether what stands there could not be read. Why is reported where it was found, and no codec reports it
    /// again; the content is null.
    public private(set) var isUnreadable = false

    public init(_ content: Content, mark: Mark? = nil) {
        self.content = content
        self.mark = mark
    }

    /// What a node holds.
    public enum Content: Hashable, Sendable {
        /// An unquoted YAML scalar: its type is not decided yet.
        case plain(String)
        case string(String)
        case integer(Int)
        case boolean(Bool)
        case null
        case list([Node])
        case object([Member])
    }

    /// One member of an object, in the order written.
    public struct Member: Hashable, Sendable {
        public var name: String
        public var mark: Mark?
        public var value: Node

        public init(_ name: String, _ value: Node, mark: Mark? = nil) {
            self.name = name
            self.mark = mark
            self.value = value
        }

        public static func == (lhs: Member, rhs: Member) -> Bool {
            lhs.name == rhs.name && lhs.value == rhs.value
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}

extension Node: Hashable {
    public static func == (lhs: Node, rhs: Node) -> Bool { lhs.content == rhs.content }
    public func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

extension Node {
    /// What stands where something could not be read, and was reported.
    public static func unreadable(at mark: Mark?) -> Node {
        var node = Node(.null, mark: mark)
        node.isUnreadable = true
        return node
    }

    /// Whether something in it could not be read.
    public var hasUnreadable: Bool {
        switch content {
        case .list(let items): items.contains(where: \.hasUnreadable)
        case .object(let members): members.contains(where: \.value.hasUnreadable)
        case .plain, .string, .integer, .boolean, .null: isUnreadable
        }
    }

    public static func string(_ text: String) -> Node { Node(.string(text)) }
    public static func integer(_ number: Int) -> Node { Node(.integer(number)) }
    public static func boolean(_ flag: Bool) -> Node { Node(.boolean(flag)) }
    public static func list(_ items: [Node]) -> Node { Node(.list(items)) }
    public static func object(_ members: [(String, Node)]) -> Node {
        Node(.object(members.map { Member($0.0, $0.1) }))
    }

    /// The same with the members of every object in the order of their names: equal whatever order they were written in.
    package var inOrder: Node {
        switch content {
        case .list(let items): Node(.list(items.map(\.inOrder)), mark: mark)
        case .object(let members):
            Node(
                .object(
                    members.map { Member($0.name, $0.value.inOrder, mark: $0.mark) }
                        .sorted { $0.name < $1.name }), mark: mark)
        case .plain, .string, .integer, .boolean, .null: self
        }
    }

    /// The scalar's text, quoted or not; nil for anything else.
    public var text: String? {
        switch content {
        case .plain(let text), .string(let text): text
        case .integer, .boolean, .null, .list, .object: nil
        }
    }

    /// The member of that name, where this node is an object that has one.
    public subscript(name: String) -> Node? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// How an error names this node: a scalar as written (shortened), a container by its shape.
    public var excerpt: String {
        switch content {
        case .plain(let text): Self.shortened(text)
        case .string(let text): "\"\(Self.shortened(text))\""
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .null: "null"
        case .list(let items): "a list of \(items.count)"
        case .object(let members):
            "a map with \(members.map(\.name).prefix(5).joined(separator: ", "))"
        }
    }

    private static func shortened(_ text: String) -> String {
        let line = String(text.prefix(61).map { $0.isNewline ? " " : $0 })
        return line.count > 60 ? line.prefix(57) + "…" : line
    }
}
