import Notation

/// A node as lines for people, a member a line.
enum NodeLines {
    struct Line: Hashable {
        var depth: Int
        var text: String
    }

    static func lines(of node: Node, depth: Int = 0) -> [Line] {
        switch node.content {
        case .object(let members):
            members.flatMap { member in labelled("\(member.name):", member.value, depth) }
        case .list(let items): items.flatMap { labelled("-", $0, depth) }
        case .plain, .string, .integer, .boolean, .null: [Line(depth: depth, text: scalar(node))]
        }
    }

    private static func labelled(_ label: String, _ node: Node, _ depth: Int) -> [Line] {
        switch node.content {
        case .plain, .string, .integer, .boolean, .null:
            [Line(depth: depth, text: "\(label) \(scalar(node))")]
        case .list(let items) where items.allSatisfy(isScalar):
            [Line(depth: depth, text: "\(label) \(items.map(scalar).joined(separator: ", "))")]
        case .object, .list:
            [Line(depth: depth, text: label)] + lines(of: node, depth: depth + 1)
        }
    }

    private static func isScalar(_ node: Node) -> Bool {
        switch node.content {
        case .plain, .string, .integer, .boolean, .null: true
        case .object, .list: false
        }
    }

    private static func scalar(_ node: Node) -> String {
        switch node.content {
        case .plain(let text), .string(let text): text
        case .integer(let number): String(number)
        case .boolean(let flag): flag ? "yes" : "no"
        case .null: "null"
        case .object, .list: ""
        }
    }
}
