import Notation

/// A strict reader of RFC 4180: commas, optional double quotes, line feeds with or without a return.
///
/// No well-kept CSV library for Swift is at hand that says where a value stands, so this is ours. A
/// leading byte-order mark is skipped; a quote inside an unquoted value is refused, not guessed at.
enum CSVReader {
    struct Cell: Hashable {
        var text: String
        var mark: Mark
    }

    private struct Scan {
        var records: [[Cell]] = []
        var record: [Cell] = []
        var cell = Cell(text: "", mark: Mark(line: 1, column: 1))
        var mark = Mark(line: 1, column: 1)

        mutating func endCell() {
            record.append(cell)
            cell = Cell(text: "", mark: mark)
        }

        mutating func endRecord() {
            let isBlank = record.isEmpty && cell.text.isEmpty
            endCell()
            if !isBlank { records.append(record) }
            record = []
            cell = Cell(text: "", mark: mark)
        }
    }

    /// The records that are not blank lines.
    static func records(of text: String) throws(Problem) -> [[Cell]] {
        var scan = Scan()
        // The state of the value being read: bare, inside quotes, or after its closing quote.
        var isQuoted = false
        var isClosed = false
        for character in text.first == "\u{FEFF}" ? text.dropFirst() : text[...] {
            let isBreak = character == "\n" || character == "\r\n"
            scan.mark.column += 1
            if isBreak { scan.mark = Mark(line: scan.mark.line + 1, column: 1) }
            if isQuoted, !isClosed {
                if character == "\"" { isClosed = true } else { scan.cell.text.append(character) }
            } else if isClosed, character == "\"" {
                scan.cell.text.append("\"")
                isClosed = false
            } else if character == "," || isBreak {
                (isQuoted, isClosed) = (false, false)
                if isBreak { scan.endRecord() } else { scan.endCell() }
            } else if character == "\"", scan.cell.text.isEmpty, !isClosed {
                isQuoted = true
            } else if character == "\"" || isClosed || character == "\r" {
                throw Problem(
                    "a quote or a return where none may stand",
                    hint: "quote the whole value and double a quote in it: \"a \"\"b\"\"\"",
                    mark: Mark(line: scan.mark.line, column: scan.mark.column - 1))
            } else {
                scan.cell.text.append(character)
            }
        }
        if isQuoted, !isClosed {
            throw Problem(
                "a quoted value is not closed", hint: "end it with a double quote",
                mark: scan.cell.mark)
        }
        scan.endRecord()
        return scan.records
    }
}
