import Notation

/// Changes of single values in the text of a YAML file, which leave every other byte as it is.
struct YAMLEdits {
    private var text: YAMLText
    private var edits: [Edit] = []

    /// Words in place of the bytes of a range; of an empty range, before it.
    private struct Edit {
        var range: Range<Int>
        var words: String
    }

    init(_ text: YAMLText) { self.text = text }

    /// The text with all of them made.
    var result: [UInt8] {
        var result: [UInt8] = []
        var end = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += text.bytes[end..<edit.range.lowerBound]
            result += edit.words.utf8
            end = edit.range.upperBound
        }
        return result + text.bytes[end...]
    }

    /// Writes one value canonically.
    ///
    /// - Throws: that it is written in a way of which nothing can be replaced, such as over several lines.
    mutating func make(_ change: Rewording) throws(Problem) {
        guard let mark = change.mark, let start = text.offset(of: mark) else {
            throw unchanged(change)
        }
        guard case .list(let items) = change.written.content else {
            guard let written = change.written.text,
                let range = range(of: written, from: start)
            else { throw unchanged(change) }
            edits.append(Edit(range: range, words: YAMLWriter.inFlow(change.canonical)))
            return
        }
        let before = edits
        guard case .list(let names)? = change.canonical["only"]?.content,
            names.count == items.count, let end = replace(items, by: names),
            wrap(from: start, through: end)
        else {
            edits = before
            throw unchanged(change)
        }
    }

    private func unchanged(_ change: Rewording) -> Problem {
        Problem(
            "\(change.written.excerpt) is written in a way that cannot be tidied",
            hint: "write \(YAMLWriter.inFlow(change.canonical))", mark: change.mark,
            path: change.path)
    }

    /// The bytes of a scalar, its quotes included; nil where it does not stand there in one piece.
    private func range(of written: String, from start: Int) -> Range<Int>? {
        let bytes = text.bytes
        let quote = bytes[start]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let end = start + written.utf8.count
            return bytes[start...].starts(with: written.utf8) ? start..<end : nil
        }
        var index = start + 1
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if bytes[index] != quote {
                index += 1
            } else if quote == UInt8(ascii: "'"), next == quote {
                index += 2
            } else {
                return start..<index + 1
            }
        }
        return nil
    }

    // MARK: Lists that are sets of tags

    /// Replaces each item that is spelled otherwise; returns the byte behind the last one.
    private mutating func replace(_ items: [Node], by names: [Node]) -> Int? {
        var end: Int?
        for (item, name) in zip(items, names) {
            guard let mark = item.mark, let start = text.offset(of: mark),
                let written = item.text, let range = range(of: written, from: start)
            else { return nil }
            if written != name.text {
                edits.append(Edit(range: range, words: YAMLWriter.inFlow(name)))
            }
            end = range.upperBound
        }
        return end
    }

    /// Puts the list into a map under `only`, as it is written: in brackets, or with dashes.
    private mutating func wrap(from start: Int, through end: Int) -> Bool {
        guard text.bytes[start] == UInt8(ascii: "[") else {
            return text.bytes[start] == UInt8(ascii: "-") && indent(from: start, through: end)
        }
        guard let close = closing(after: end) else { return false }
        edits.append(Edit(range: start..<start, words: "{ only: "))
        edits.append(Edit(range: close + 1..<close + 1, words: " }"))
        return true
    }

    /// The bracket that closes a list after its last item.
    private func closing(after end: Int) -> Int? {
        var index = end
        while index < text.bytes.count {
            switch text.bytes[index] {
            case UInt8(ascii: "]"): return index
            case UInt8(ascii: "#"):
                index = text.bytes[index...].firstIndex(of: 0x0A) ?? text.bytes.count
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A: index += 1
            case _: return nil
            }
        }
        return nil
    }

    /// Moves the lines of a list with dashes two blanks to the right, below a line with `only`.
    private mutating func indent(from start: Int, through end: Int) -> Bool {
        let line = text.start(ofLineAt: start)
        let margin = start - line
        guard text.bytes[line..<start].allSatisfy({ $0 == 0x20 }) else { return false }
        edits.append(
            Edit(
                range: line..<line,
                words: String(repeating: " ", count: margin + 2) + "only:\n  "))
        var next = text.bytes[start..<end].firstIndex(of: 0x0A)
        while let lineEnd = next {
            let begin = lineEnd + 1
            if text.bytes[begin] != 0x0A {
                edits.append(Edit(range: begin..<begin, words: "  "))
            }
            next = text.bytes[begin..<max(begin, end)].firstIndex(of: 0x0A)
        }
        return true
    }
}
