import Notation
import Terms

/// How one text is spelled in YAML: bare, in quotes, folded or literal.
enum YAMLScalar {
    /// A text bare where every reader takes it for that text, in quotes elsewhere: also where our own would ask what is
    /// meant.
    ///
    /// - Parameter isFlow: whether it stands between brackets, or before a colon.
    static func inline(_ text: String, isFlow: Bool) -> String {
        isBare(text, isFlow: isFlow) && !YAMLResolution.changes(text) && !PlainText.isDoubted(text)
            ? text : quoted(text)
    }

    /// A name, or a text that was read without quotes: again without them where that can be.
    static func plain(_ text: String, isFlow: Bool) -> String {
        isBare(text, isFlow: isFlow) && !["null", ""].contains(text) ? text : quoted(text)
    }

    /// A long text of words, folded over several lines; nil where folding would not keep it.
    static func folded(_ text: String, indent: Int) -> String? {
        let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
            .map { String($0) }
        guard words.count > 1, words.allSatisfy({ !$0.isEmpty }), isSeen(text) else { return nil }
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + word.count + 1 + indent <= YAMLWriter.width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
        return block(">-", lines, indent: indent)
    }

    /// A text of several lines as it stands; nil where an editor or a reader would change it.
    static func literal(_ text: String, indent: Int) -> String? {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }
        let endsLine = lines.count > 1 && lines.last == ""
        if endsLine { lines.removeLast() }
        guard let first = lines.first, let last = lines.last, first.unicodeScalars.first != " ",
            !first.isEmpty, !last.isEmpty,
            lines.allSatisfy({ $0.unicodeScalars.last != " " && isSeen($0) })
        else { return nil }
        return block(endsLine ? "|" : "|-", lines, indent: indent)
    }

    private static func block(_ head: String, _ lines: [String], indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return ([head] + lines.map { $0.isEmpty ? "" : margin + $0 }).joined(separator: "\n")
    }

    /// Whether a parser reads the characters as one plain scalar.
    private static func isBare(_ text: String, isFlow: Bool) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.properties.isAlphabetic || startsNumber(scalars),
            scalars.last != " ", scalars.last != ":", isSeen(text)
        else { return false }
        var previous = first
        for scalar in scalars {
            switch (previous, scalar) {
            case (":", " "), (" ", "#"): return false
            case (_, ","), (_, "["), (_, "]"), (_, "{"), (_, "}"), (_, "?"), (_, "\""), (_, "'"):
                if isFlow { return false }
            case _: break
            }
            previous = scalar
        }
        return true
    }

    private static func startsNumber(_ scalars: String.UnicodeScalarView) -> Bool {
        let digits = scalars.first == "-" ? scalars.dropFirst() : scalars[...]
        return digits.first.map { ("0"..."9").contains($0) } ?? false
    }

    private static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isEasierInSingleQuotes = scalars.contains { "\"\\".unicodeScalars.contains($0) }
        if isEasierInSingleQuotes, !scalars.contains("'"), isSeen(text) {
            return "'\(text)'"
        }
        var escaped = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case "\"", "\\": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            case _: escaped.append(scalar)
            }
        }
        return "\"\(SafeText.replacingUnseen(in: String(escaped), by: escape))\""
    }

    /// A line in which nothing is invisible: what is not seen can only be written by its number, in double quotes.
    private static func isSeen(_ line: String) -> Bool {
        !line.unicodeScalars.contains("\n") && SafeText.isSeen(line)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\t": "\\t"
        case "\r": "\\r"
        case _ where scalar.value <= 0xFFFF: "\\u" + hexadecimal(scalar, digits: 4)
        case _: "\\U" + hexadecimal(scalar, digits: 8)
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
        let text = String(scalar.value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
