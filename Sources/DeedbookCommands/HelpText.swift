/// The argument parser's help, which breaks every text into lines but its line of usage.
enum HelpText {
    /// The help with its usage in lines of at most that many columns; an option stands with its value, and what is
    /// longer by itself on a line of its own.
    static func wrapped(_ help: String, columns: Int) -> String {
        help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix(head) && line.count > columns
                ? usage(String(line), columns: columns) : String(line)
        }.joined(separator: "\n")
    }

    private static let head = "USAGE: "

    private static func usage(_ line: String, columns: Int) -> String {
        var lines: [String] = []
        for part in parts(of: line.dropFirst(head.count)) {
            guard let last = lines.last, last.count + 1 + part.count <= columns else {
                // What follows the command's name stands below it.
                let indent = lines.isEmpty ? head : String(repeating: " ", count: head.count + 2)
                lines.append(indent + part)
                continue
            }
            lines[lines.count - 1] = "\(last) \(part)"
        }
        return lines.joined(separator: "\n")
    }

    /// The words, with what stands in one pair of brackets as one.
    private static func parts(of usage: some StringProtocol) -> [String] {
        var parts: [String] = []
        var depth = 0
        for word in usage.split(separator: " ") {
            if depth > 0, let last = parts.popLast() {
                parts.append("\(last) \(word)")
            } else {
                parts.append(String(word))
            }
            depth += word.count { $0 == "[" || $0 == "<" } - word.count { $0 == "]" || $0 == ">" }
        }
        return parts
    }
}
