import Notation

/// Values that are no YAML, each taken out of its line so that the parser gets to what comes after it.
///
/// The parser gives up at the first. With a character in place of the value it goes on; the conversion knows the place,
/// and what stands there is unreadable. Only where the rest can be read then is that what was wrong: else nothing but the
/// first complaint is reported, for the others may only follow from it.
struct YAMLBrokenValues {
    private var complaints: [(complaint: YAMLComplaint, mark: Notation.Mark)] = []

    /// Where values were taken out.
    var marks: Set<Notation.Mark> { Set(complaints.map(\.mark)) }

    var first: YAMLComplaint? { complaints.first?.complaint }

    func report(_ problems: inout Problems) {
        for (complaint, _) in complaints { complaint.report(&problems) }
    }

    /// The text without the value of the line that the complaint is about; nil where that line is no name with a value,
    /// or was the trouble before.
    mutating func takeOut(_ complaint: YAMLComplaint, of text: YAMLText) -> YAMLText? {
        guard let line = complaint.mark?.line, let range = text.range(ofLine: line),
            !complaints.contains(where: { $0.mark.line == line }),
            let start = Self.value(of: text.bytes[range])
        else { return nil }
        complaints.append((complaint, text.mark(at: start)))
        let placeholder = Array("\u{E0FF}".utf8)
        return YAMLText(
            lines: Array(text.bytes[..<start]) + placeholder
                + Array(text.bytes[range.upperBound...]))
    }

    /// Where the value begins in a line such as `  - title: Deed: first`.
    private static func value(of line: ArraySlice<UInt8>) -> Int? {
        var rest = line.drop { $0 == 0x20 }
        while rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2).drop { $0 == 0x20 } }
        let name = rest.prefix { isLetter($0) || $0 == UInt8(ascii: "-") }
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty, rest.starts(with: ": ".utf8) else { return nil }
        let value = rest.dropFirst(2).drop { $0 == 0x20 }
        return value.isEmpty ? nil : value.startIndex
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
