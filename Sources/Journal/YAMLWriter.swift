public import Notation

/// Writes nodes as YAML in the style of `Events/`: two spaces a level, small maps in one line.
///
/// `YAMLReader` reads the same texts in the same places, where names have at most 128 bytes, as all of a
/// recording have, and nothing is beyond the reader's limits. Members stand in the order given. A text is in
/// quotes where a YAML reader that resolves plain scalars would take it for something else and lose
/// characters of it (`no`, `0123`, `10.50`, `1e3`); dates, whole numbers and names stay bare. Null is
/// written as `~`, which `YAMLReader` refuses: no codec makes one.
public enum YAMLWriter {
    static let width = 100

    /// Returns the document, with a line feed at the end.
    public static func text(of node: Node) -> String {
        var output = ""
        switch node.content {
        case .object(let members) where !members.isEmpty: write(members, indent: 0, &output)
        case .list(let items) where !items.isEmpty: write(items, indent: 0, &output)
        case .plain, .string, .integer, .boolean, .null, .object, .list:
            output = "\(line(node, isFlow: false) ?? "")\n"
        }
        return output
    }

    /// The node in one line, as it may stand between brackets.
    static func flow(_ node: Node) -> String {
        line(node, isFlow: true) ?? CanonicalJSON.text(of: node)
    }

    private static func write(_ members: [Node.Member], indent: Int, _ output: inout String) {
        for member in members {
            let head = margin(indent) + YAMLScalar.plain(member.name, isFlow: true) + ":"
            output += head
            if let short = inline(member.value, column: head.count + 1, indent: indent) {
                output += " \(short)\n"
            } else {
                output += "\n"
                writeBlock(member.value, indent: indent + 2, &output)
            }
        }
    }

    private static func write(_ items: [Node], indent: Int, _ output: inout String) {
        for item in items {
            output += margin(indent) + "-"
            if !isNamed(item), let short = inline(item, column: indent + 2, indent: indent) {
                output += " \(short)\n"
            } else {
                var block = ""
                writeBlock(item, indent: indent + 2, &block)
                // The first line of the item stands beside its dash.
                output += " "
                output.unicodeScalars += block.unicodeScalars.dropFirst(indent + 2)
            }
        }
    }

    /// An item such as an event, a name with a map: the name stands bare beside the dash.
    private static func isNamed(_ item: Node) -> Bool {
        guard case .object(let members) = item.content, let member = members.first,
            members.count == 1, case .object = member.value.content
        else { return false }
        return true
    }

    private static func writeBlock(_ node: Node, indent: Int, _ output: inout String) {
        switch node.content {
        case .object(let members): write(members, indent: indent, &output)
        case .list(let items): write(items, indent: indent, &output)
        case .plain, .string, .integer, .boolean, .null: break
        }
    }

    /// What begins in the line of its name or dash: anything that fits, and every text; nil for the rest.
    private static func inline(_ node: Node, column: Int, indent: Int) -> String? {
        switch node.content {
        case .string(let text) where text.unicodeScalars.contains("\n"):
            YAMLScalar.literal(text, indent: indent + 2) ?? line(node, isFlow: false)
        case .plain(let text), .string(let text):
            line(node, isFlow: false).flatMap { $0.count + column <= width ? $0 : nil }
                ?? YAMLScalar.folded(text, indent: indent + 2) ?? line(node, isFlow: false)
        case .integer, .boolean, .null: line(node, isFlow: false)
        case .list(let items) where items.isEmpty: "[]"
        case .object(let members) where members.isEmpty: "{}"
        case .list, .object:
            line(node, isFlow: false).flatMap { $0.count + column <= width ? $0 : nil }
        }
    }

    /// The node as it may stand anywhere, between brackets too.
    static func inFlow(_ node: Node) -> String { line(node, isFlow: true) ?? "" }

    /// The node in one line; nil for a list of maps with several members, which is never written so.
    private static func line(_ node: Node, isFlow: Bool) -> String? {
        switch node.content {
        case .plain(let text): return YAMLScalar.plain(text, isFlow: isFlow)
        case .string(let text): return YAMLScalar.inline(text, isFlow: isFlow)
        case .integer(let number): return String(number)
        case .boolean(let flag): return flag ? "yes" : "no"
        case .null: return "~"
        case .list(let items):
            let parts = items.compactMap { item -> String? in
                if case .object(let members) = item.content, members.count > 1 { return nil }
                return line(item, isFlow: true)
            }
            return parts.count == items.count ? "[\(parts.joined(separator: ", "))]" : nil
        case .object(let members):
            let parts = members.compactMap { member in
                line(member.value, isFlow: true).map {
                    "\(YAMLScalar.plain(member.name, isFlow: true)): \($0)"
                }
            }
            guard parts.count == members.count else { return nil }
            return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
        }
    }

    private static func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }
}
