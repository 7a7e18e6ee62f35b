public import Notation

/// Writes nodes as YAML in the style of `Events/`: two spaces, small maps in one line.
///
/// Whatever is written, `YAMLReader` reads as the same texts in the same places.
public enum YAMLWriter {
    private static let width = 96

    /// Returns the document, with a line feed at the end.
    public static func text(of node: Node) -> String {
        var output = ""
        write(node, indent: 0, &output)
        return output
    }

    private static func write(_ node: Node, indent: Int, _ output: inout String) {
        let margin = String(repeating: " ", count: indent)
        switch node.content {
        case .object(let members) where !members.isEmpty:
            for member in members {
                output += margin + scalar(member.name) + ":"
                writeValue(
                    member.value, indent: indent, column: indent + member.name.count + 2, &output)
            }
        case .list(let items) where !items.isEmpty:
            for item in items {
                if let flow = flow(item, width: width - indent - 2) {
                    output += "\(margin)- \(flow)\n"
                } else {
                    var block = ""
                    write(item, indent: indent + 2, &block)
                    output += margin + "- " + block.dropFirst(indent + 2)
                }
            }
        case .plain, .string, .integer, .boolean, .null, .object, .list:
            output += margin + (flow(node, width: .max) ?? "") + "\n"
        }
    }

    private static func writeValue(
        _ node: Node, indent: Int, column: Int, _ output: inout String
    ) {
        if let flow = flow(node, width: width - column) {
            output += " \(flow)\n"
        } else if let text = node.text {
            output += folded(text, indent: indent + 2) ?? " \(quoted(text))\n"
        } else {
            output += "\n"
            write(node, indent: indent + 2, &output)
        }
    }

    /// The value in one line, where it fits; lists of maps never do.
    private static func flow(_ node: Node, width: Int) -> String? {
        let text: String
        switch node.content {
        case .plain(let word): text = word
        case .string(let string): text = scalar(string)
        case .integer(let number): text = String(number)
        case .boolean(let flag): text = flag ? "yes" : "no"
        case .null: text = "~"
        case .list(let items):
            let inner = items.compactMap { item -> String? in
                if case .object(let members) = item.content, members.count > 1 { return nil }
                return flow(item, width: .max)
            }
            guard inner.count == items.count else { return nil }
            text = "[\(inner.joined(separator: ", "))]"
        case .object(let members):
            let inner = members.compactMap { member in
                flow(member.value, width: .max).map { "\(scalar(member.name)): \($0)" }
            }
            guard inner.count == members.count else { return nil }
            text = members.isEmpty ? "{}" : "{ \(inner.joined(separator: ", ")) }"
        }
        return text.count <= width ? text : nil
    }

    /// A long text of single spaces, folded over several lines.
    private static func folded(_ text: String, indent: Int) -> String? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard
            words.allSatisfy({
                !$0.isEmpty && !$0.contains(where: \.isNewline) && !$0.contains("\t")
            })
        else { return nil }
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + word.count + 1 + indent <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return " >-\n" + lines.map { "\(margin)\($0)\n" }.joined()
    }

    /// A text bare where every reader takes it for that text, in quotes elsewhere.
    private static func scalar(_ text: String) -> String {
        let first = text.unicodeScalars.first
        let isPlain =
            first.map {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
            }
            ?? false
            && text.unicodeScalars.allSatisfy { isPlainScalar($0) }
            && !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":")
            && !text.hasSuffix(" ") && !["null", "Null", "NULL"].contains(text)
        return isPlain ? text : quoted(text)
    }

    private static func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value < 0x7F
            && !"[]{},\"'&*!|>%@`#".unicodeScalars.contains(scalar)
            || scalar.value >= 0xA0 && scalar.value != 0xFEFF && scalar.value != 0x2028
                && scalar.value != 0x2029
    }

    private static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\t": output += "\\t"
            case "\r": output += "\\r"
            case _
            where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            case _: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
