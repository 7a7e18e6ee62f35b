/// A strict reader of RFC 4180: commas, optional double quotes, line feeds with or without a return.
///
/// No well-kept CSV library for Swift is at hand that says where a value stands, so this is ours. A
/// leading byte-order mark is skipped; a quote inside an unquoted value is refused, not guessed at.
enum CSVReader {
    struct Cell: Hashable {
        var text: String
        var line: Int
        var column: Int
    }

    private struct Scan {
        var records: [[Cell]] = []
        var record: [Cell] = []
        var cell = Cell(text: "", line: 1, column: 1)
        var line = 1
        var column = 1

        mutating func endCell() {
            record.append(cell)
            cell = Cell(text: "", line: line, column: column)
        }

        mutating func endRecord() {
            let isBlank = record.isEmpty && cell.text.isEmpty
            endCell()
            if !isBlank { records.append(record) }
            record = []
            cell = Cell(text: "", line: line, column: column)
        }
    }

    /// The records that are not blank lines.
    static func records(of text: String) throws(FiguresError) -> [[Cell]] {
        var scan = Scan()
        // The state of the value being read: bare, inside quotes, or after its closing quote.
        var isQuoted = false
        var isClosed = false
        for character in text.first == "\u{FEFF}" ? text.dropFirst() : text[...] {
            let isBreak = character == "\n" || character == "\r\n"
            scan.column += 1
            if isBreak { (scan.line, scan.column) = (scan.line + 1, 1) }
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
                throw FiguresError(
                    line: scan.line, column: scan.column - 1,
                    message: "a quote or a return where none may stand",
                    hint: "quote the whole value and double a quote in it: \"a \"\"b\"\"\"")
            } else {
                scan.cell.text.append(character)
            }
        }
        if isQuoted, !isClosed {
            throw FiguresError(
                line: scan.cell.line, column: scan.cell.column,
                message: "a quoted value is not closed", hint: "end it with a double quote")
        }
        scan.endRecord()
        return scan.records
    }
}
