import Algorithms
import Notation

/// The text of a YAML file after everything was refused that can be refused without a parser.
///
/// What is left has lines that end in LF, no byte order mark and no control characters, so that the
/// parser counts lines and columns as editors do.
struct YAMLText {
    private(set) var bytes: [UInt8]
    private var lineStarts: [Int] = []
    /// Where the last question was answered; the next one mostly follows it in the same line.
    private var cursor = (mark: Mark(line: 1, column: 1), offset: 0)

    init(lines bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = [0]
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A { lineStarts.append(index + 1) }
            index += 1
        }
    }

    /// The file's text, or nil and what is wrong with it.
    static func checked(_ bytes: [UInt8], _ problems: inout Problems) -> YAMLText? {
        guard bytes.count <= YAMLReader.Limit.bytes else {
            problems.report(
                "the file has \(bytes.count) bytes",
                hint: "a recording has at most \(YAMLReader.Limit.bytes) bytes", at: nil)
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var scan = YAMLByteScan(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
        guard scan.isSound(&problems) else { return nil }
        let text = YAMLText(lines: scan.linesEndedByLineFeeds)
        guard YAMLAliases.areFew(in: text, &problems), YAMLKeys.areWords(in: text, &problems)
        else { return nil }
        return text
    }

    /// The text for the parser.
    ///
    /// Yams keeps a pointer into it, which it may not do with the short texts that Swift stores in place:
    /// a comment makes those longer.
    var string: String {
        guard bytes.count < 16 else { return String(decoding: bytes, as: UTF8.self) }
        let lineEnd = bytes.last == 0x0A ? "" : "\n"
        return String(decoding: bytes, as: UTF8.self) + lineEnd + "# short as it is"
    }

    /// The line's number and column of a byte.
    func mark(at offset: Int) -> Mark {
        let line = lineStarts.partitioningIndex { $0 > offset }
        let column = bytes[lineStarts[line - 1]..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return Mark(line: line, column: column)
    }

    /// The byte where the character at `mark` begins; nil beyond the end.
    ///
    /// Asking in the order of the text takes constant time for each answer.
    mutating func offset(of mark: Mark) -> Int? {
        guard lineStarts.indices.contains(mark.line - 1) else { return nil }
        if cursor.mark.line != mark.line || cursor.mark.column > mark.column {
            cursor = (Mark(line: mark.line, column: 1), lineStarts[mark.line - 1])
        }
        while cursor.mark.column < mark.column {
            guard cursor.offset < bytes.count, bytes[cursor.offset] != 0x0A else { return nil }
            cursor.offset += 1
            while cursor.offset < bytes.count, bytes[cursor.offset] & 0xC0 == 0x80 {
                cursor.offset += 1
            }
            cursor.mark.column += 1
        }
        return cursor.offset < bytes.count ? cursor.offset : nil
    }

    /// The bytes of a line, without its end; nil where there is no such line.
    func range(ofLine line: Int) -> Range<Int>? {
        guard lineStarts.indices.contains(line - 1) else { return nil }
        let start = lineStarts[line - 1]
        let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        return start..<end
    }

    /// What a skeleton says in that line of what is to be filled in; nil where it says nothing.
    func advice(inLine line: Int) -> String? {
        guard let range = range(ofLine: line) else { return nil }
        let text = String(decoding: bytes[range], as: UTF8.self)
        return text.firstRange(of: RecordingTemplate.placeMark).map {
            "fill in: \(text[$0.upperBound...])"
        }
    }

    /// Where the line of a byte begins.
    func start(ofLineAt offset: Int) -> Int {
        lineStarts[lineStarts.partitioningIndex { $0 > offset } - 1]
    }

    /// The byte at `mark`.
    mutating func byte(at mark: Mark) -> UInt8? { offset(of: mark).map { bytes[$0] } }
}
