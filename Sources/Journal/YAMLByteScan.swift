import Notation

/// Looks at every byte of a file once: for what is not UTF-8, control characters and endless lines.
struct YAMLByteScan {
    private let bytes: [UInt8]
    private var line = 1
    private var lineStart = 0
    private var found = 0

    /// A binary file would have one problem a byte.
    private static let reportLimit = 20

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The bytes with CR LF read as LF.
    var linesEndedByLineFeeds: [UInt8] {
        bytes.contains(0x0D) ? bytes.filter { $0 != 0x0D } : bytes
    }

    /// Reports what is wrong.
    mutating func isSound(_ problems: inout Problems) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            problems.report("the file is not UTF-8", hint: "save it as UTF-8", at: firstInvalid)
            return false
        }
        var index = 0
        while index < bytes.count, found < Self.reportLimit {
            check(index, &problems)
            index += 1
        }
        return found == 0
    }

    private mutating func check(_ index: Int, _ problems: inout Problems) {
        let byte = bytes[index]
        if byte == 0x0A {
            line += 1
            lineStart = index + 1
        } else if index - lineStart == YAMLReader.Limit.lineBytes {
            found += 1
            problems.report(
                "the line is longer than \(YAMLReader.Limit.lineBytes) bytes",
                hint: "wrap long text with >-", at: Mark(line: line, column: 1))
        } else if byte < 0x20 || byte == 0x7F || byte >= 0xC2, let name = control(at: index) {
            found += 1
            let column = bytes[lineStart..<index].count { $0 & 0xC0 != 0x80 } + 1
            problems.report(
                "a control character (\(name))", hint: "remove it",
                at: Mark(line: line, column: column))
        }
    }

    /// The name of the control character, or of the invisible line end, that begins there.
    private func control(at index: Int) -> String? {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (bytes[index], next, last) {
        case (0x09, _, _), (0x0D, 0x0A, _): return nil
        case (0..<0x20, _, _), (0x7F, _, _): return Self.name(UInt32(bytes[index]))
        case (0xC2, 0x80..<0xA0, _): return Self.name(UInt32(next))
        case (0xE2, 0x80, 0xA8...0xA9): return Self.name(0x2000 + UInt32(last - 0x80))
        case (0xEF, 0xBB, 0xBF): return "U+FEFF"
        case (0xEF, 0xBF, 0xBE...0xBF): return Self.name(0xFF40 + UInt32(last))
        case _: return nil
        }
    }

    private static func name(_ code: UInt32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private var firstInvalid: Mark? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var mark = Mark(line: 1, column: 1)
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"): mark = Mark(line: mark.line + 1, column: 1)
            case .scalarValue: mark.column += 1
            case .emptyInput: return nil
            case .error: return mark
            }
        }
    }
}
