/// Canonical JSON: the one sequence of bytes for a value, so that its hash can be repeated by anyone.
///
/// This is the JSON Canonicalization Scheme of RFC 8785, narrowed so that no part of it depends on a
/// floating point printer: numbers are integers within ±(2^53 − 1), everything else that is a number
/// (money, rates, dates) is a string. Members stand in the order of the UTF-16 code units of their
/// names, which for the ASCII names of every format here is the order of bytes. No white space; escapes
/// only where RFC 8785 §3.2.2.2 demands them; no Unicode normalization.
public enum CanonicalJSON {
    /// Returns the bytes of `node`. YAML's untyped scalars are written as strings.
    public static func bytes(of node: Node) -> [UInt8] {
        var output: [UInt8] = []
        write(node, &output)
        return output
    }

    /// Returns the canonical text of `node`.
    public static func text(of node: Node) -> String {
        String(decoding: bytes(of: node), as: UTF8.self)
    }

    private static func write(_ node: Node, _ output: inout [UInt8]) {
        switch node.content {
        case .plain(let text), .string(let text): write(text, &output)
        case .integer(let number): output += String(number).utf8
        case .boolean(let flag): output += (flag ? "true" : "false").utf8
        case .null: output += "null".utf8
        case .list(let items):
            output.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                write(item, &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            let order = members.indices.sorted { precedes(members[$0].name, members[$1].name) }
            for (count, index) in order.enumerated() {
                if count > 0 { output.append(UInt8(ascii: ",")) }
                write(members[index].name, &output)
                output.append(UInt8(ascii: ":"))
                write(members[index].value, &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// The order of RFC 8785 §3.2.3, by UTF-16 code units: where texts part at an ASCII character, that of bytes.
    private static func precedes(_ lhs: String, _ rhs: String) -> Bool {
        guard let (left, right) = zip(lhs.utf8, rhs.utf8).first(where: { $0 != $1 }) else {
            return lhs.utf8.count < rhs.utf8.count
        }
        if left < 0x80 || right < 0x80 { return left < right }
        return lhs.utf16.lexicographicallyPrecedes(rhs.utf16)
    }

    private static func write(_ text: String, _ output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var rest = text.utf8[...]
        while let escaped = rest.firstIndex(where: isEscaped) {
            output += rest[..<escaped]
            writeEscape(rest[escaped], &output)
            rest = rest[rest.index(after: escaped)...]
        }
        output += rest
        output.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func writeEscape(_ byte: UInt8, _ output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case 0x08: output += "\\b".utf8
        case 0x09: output += "\\t".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0C: output += "\\f".utf8
        case 0x0D: output += "\\r".utf8
        case _:
            output += "\\u00".utf8
            output.append(hexadecimal[Int(byte >> 4)])
            output.append(hexadecimal[Int(byte & 15)])
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

extension CanonicalJSON {
    /// JSON for people: members in the order given, two spaces a level, a line feed at the end. What a reader
    /// would not see as it is (`SafeText`) is escaped, so the text means the same and hides nothing.
    public static func prettyText(of node: Node) -> String {
        var output: [UInt8] = []
        writePretty(node, 0, &output)
        output.append(UInt8(ascii: "\n"))
        return escapingUnseen(in: String(decoding: output, as: UTF8.self))
    }

    /// A text of JSON that means the same and hides nothing: what a reader would not see as it is (`SafeText`) is
    /// escaped.
    package static func escapingUnseen(in text: String) -> String {
        SafeText.replacingUnseen(in: text) { scalar in
            String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            }.joined()
        }
    }

    private static func writePretty(_ node: Node, _ depth: Int, _ output: inout [UInt8]) {
        func separate(_ index: Int) {
            output += (index > 0 ? ",\n" : "\n").utf8
            output += String(repeating: "  ", count: depth + 1).utf8
        }
        func close(_ bracket: String) {
            output += "\n".utf8
            output += String(repeating: "  ", count: depth).utf8
            output += bracket.utf8
        }
        switch node.content {
        case .list(let items) where !items.isEmpty:
            output += "[".utf8
            for (index, item) in items.enumerated() {
                separate(index)
                writePretty(item, depth + 1, &output)
            }
            close("]")
        case .object(let members) where !members.isEmpty:
            output += "{".utf8
            for (index, member) in members.enumerated() {
                separate(index)
                write(member.name, &output)
                output += ": ".utf8
                writePretty(member.value, depth + 1, &output)
            }
            close("}")
        default: write(node, &output)
        }
    }
}
