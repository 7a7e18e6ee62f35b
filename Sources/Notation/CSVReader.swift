/// A strict reader of RFC 4180: optional double quotes, line feeds with or without a return.
///
/// No well-kept CSV library for Swift is at hand that says where a value stands, so this is ours. A
/// leading byte-order mark is skipped; a quote inside an unquoted value is refused, not guessed at.
package enum CSVReader {
    /// One value, with the place of its first character in the text.
    package struct Cell: Hashable, Sendable {
        package var text: String
        package var mark: Mark

        package init(_ text: String, mark: Mark) {
            self.text = text
            self.mark = mark
        }
    }

    /// What stands between two values of a line.
    package enum Separator: Character, CaseIterable, Sendable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"
    }

    private struct Scan {
        var rows: [[Cell]] = []
        var row: [Cell] = []
        var cell = Cell("", mark: Mark(line: 1, column: 1))
        var mark = Mark(line: 1, column: 1)

        mutating func endCell() {
            row.append(cell)
            cell = Cell("", mark: mark)
        }

        mutating func endRow() {
            endCell()
            rows.append(row)
            row = []
            cell = Cell("", mark: mark)
        }
    }

    /// The records that are not blank lines.
    package static func records(of text: String) throws(Problem) -> [[Cell]] {
        try rows(of: text, separatedBy: .comma).filter { $0.count > 1 || !$0[0].text.isEmpty }
    }

    /// Every row in its place, blank lines too: the row of number *n* of a spreadsheet is the *n*th.
    package static func rows(
        of text: String, separatedBy separator: Separator
    ) throws(Problem) -> [[Cell]] {
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
            } else if character == separator.rawValue || isBreak {
                (isQuoted, isClosed) = (false, false)
                if isBreak { scan.endRow() } else { scan.endCell() }
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
        scan.endRow()
        return scan.rows
    }
}
