import Notation

/// The text of a table that a spreadsheet saved: which bytes are one, and what stands between its values.
enum TableText {
    /// How to save a workbook as a table, whichever program it is of.
    static let saving =
        "save it as CSV in UTF-8: Excel: Save As, CSV UTF-8 (Comma delimited); LibreOffice: soffice --headless "
        + "--convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' FILE.xlsx (44 comma, 34 quote, 76 UTF-8); Google "
        + "Sheets: File, Download, Comma-separated values; Numbers: File, Export To, CSV, Unicode (UTF-8)"

    /// The rows with every row in its place, blank ones too.
    static func rows(of bytes: [UInt8]) throws(Problem) -> [[CSVReader.Cell]] {
        var text = try decoded(bytes)
        var separator: CSVReader.Separator?
        var skipped = 0
        // Excel's own line, which names the separator.
        let first = text.prefix { !$0.isNewline }
        let words = first.drop { $0 == "\u{FEFF}" }
        if words.count == 5, words.lowercased().hasPrefix("sep="), let mark = words.last {
            separator = CSVReader.Separator(rawValue: mark)
            text = String(text.dropFirst(first.count + 1))
            skipped = 1
        }
        let rows = try CSVReader.rows(
            of: text, separatedBy: separator ?? Self.separator(of: text), after: skipped)
        return skipped == 0 ? rows : [[CSVReader.Cell("", mark: Mark(line: 1, column: 1))]] + rows
    }

    /// The separator by which the first line that is not blank has most values; of equals the comma.
    private static func separator(of text: String) -> CSVReader.Separator {
        var counts: [CSVReader.Separator: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if character.isNewline {
                guard isBlank else { break }
                counts = [:]
            } else if !character.isWhitespace, !",;\u{FEFF}".contains(character) {
                isBlank = false
            }
            if let found = CSVReader.Separator(rawValue: character) {
                counts[found, default: 0] += 1
            }
        }
        let all = CSVReader.Separator.allCases
        return all.first { one in
            all.allSatisfy { counts[one, default: 0] >= counts[$0, default: 0] }
        }
            ?? .comma
    }

    private static func decoded(_ bytes: [UInt8]) throws(Problem) -> String {
        if let kind = OtherFile(bytes) {
            throw Problem("this is \(kind.words), not a table in text", hint: saving)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Problem("the table is in UTF-16, which Excel calls Unicode Text", hint: saving)
        }
        if bytes.prefix(64).contains(0) {
            throw Problem(
                "the table has bytes of zero: it is in UTF-16 without a mark, or no text",
                hint: saving)
        }
        if bytes.contains(0x0D), !bytes.contains(0x0A) {
            throw Problem(
                "the lines of the table end in a return alone, as old Macintosh programs save them",
                hint: saving)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(bytes) }
        try refuseHugeCharacter(in: text)
        return text
    }

    /// How many bytes a letter may have with all its marks. No writing takes as many; each comparison of one of a million
    /// bytes takes long.
    private static let largestCharacter = 256

    private static func refuseHugeCharacter(in text: String) throws(Problem) {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        var mark = Mark(line: 1, column: 1)
        for character in text {
            let size = character.utf8.count
            guard size <= largestCharacter else {
                throw Problem(
                    "one character with the marks upon it has \(size) bytes: at most "
                        + "\(largestCharacter) are read",
                    hint: "take the marks out", mark: mark)
            }
            mark.column += 1
            if character.isNewline { mark = Mark(line: mark.line + 1, column: 1) }
        }
    }

    /// Where the first byte stands that is not UTF-8, with what it most likely is.
    private static func notUTF8(_ bytes: [UInt8]) -> Problem {
        var low = 0
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil {
                low = part.startIndex
                break
            }
            line += 1
        }
        let rest = bytes[low...].prefix { $0 != 0x0A }
        let length = (0..<rest.count).first {
            // A letter may have up to three bytes more.
            let head = rest.prefix($0 + 1)
            return (0...3).allSatisfy {
                String(validating: head.dropLast($0), as: UTF8.self) == nil
            }
        }
        let place = max(0, (length ?? 0) - 3)
        let index = rest[(rest.startIndex + place)...].firstIndex { $0 >= 0x80 } ?? rest.startIndex
        let column = String(decoding: rest[..<index], as: UTF8.self).count + 1
        let byte = String(rest[index], radix: 16, uppercase: true)
        return Problem(
            "byte \(byte) is not UTF-8: the table was saved in another encoding, such as Windows-1252",
            hint: saving, mark: Mark(line: line, column: column))
    }
}
