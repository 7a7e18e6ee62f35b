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
        var cell: Cell
        var mark: Mark
        /// The rows before those that are read.
        let skipped: Int

        init(after skipped: Int) {
            self.skipped = skipped
            mark = Mark(line: 1 + skipped, column: 1)
            cell = Cell("", mark: mark)
        }

        /// Where a spreadsheet shows the value that is read, with its header: `row 3, column F 'rate'`.
        var place: String {
            let headers = rows.first { $0.contains { !$0.text.allSatisfy(\.isWhitespace) } } ?? []
            let header = headers.indices.contains(row.count) ? headers[row.count].text : ""
            let name = header.isEmpty ? "" : " '\(SafeText.shortened(header, to: 80))'"
            return "row \(skipped + rows.count + 1), column \(CSVReader.letters(row.count))\(name)"
        }

        /// What is wrong with the character before the mark.
        func problem(_ message: String, hint: String, at mark: Mark? = nil) -> Problem {
            Problem(
                "\(place): \(message)", hint: hint,
                mark: mark ?? Mark(line: self.mark.line, column: self.mark.column - 1))
        }

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
    ///
    /// - Parameter skipped: how many lines stand before the text, for the places of what is wrong.
    package static func rows(
        of text: String, separatedBy separator: Separator, after skipped: Int = 0
    ) throws(Problem) -> [[Cell]] {
        var scan = Scan(after: skipped)
        // The state of the value being read: bare, inside quotes, or after its closing quote.
        var isQuoted = false
        var isClosed = false
        for character in text.first == "\u{FEFF}" ? text.dropFirst() : text[...] {
            let isBreak = character == "\n" || character == "\r\n"
            scan.mark.column += 1
            if character == "\0" {
                throw scan.problem(
                    "a character of zero, which is no text",
                    hint:
                        "delete the value and write it anew, or save the table as CSV in UTF-8 again"
                )
            }
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
            } else if isClosed {
                throw scan.problem(
                    "'\(SafeText.of(String(character)))' stands behind the quote that closes a value",
                    hint: "double a quote inside a quoted value: \"a \"\"b\"\" c\"")
            } else if character == "\"" {
                throw scan.problem(
                    "a quote stands inside a value that is not quoted",
                    hint: "quote the whole value and double the quote in it: \"a \"\"b\"\"\"")
            } else if character == "\r" {
                throw scan.problem(
                    "a return stands without a line feed",
                    hint: "take it out, or quote the whole value")
            } else {
                scan.cell.text.append(character)
            }
        }
        if isQuoted, !isClosed {
            throw scan.problem(
                "a quoted value is not closed",
                hint: "end it with a double quote, and double a quote inside it", at: scan.cell.mark
            )
        }
        scan.endRow()
        return scan.rows
    }

    /// A, B, …, Z, AA, AB, … for 0, 1, …: a column as spreadsheets name it.
    package static func letters(_ index: Int) -> String {
        var rest = index
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
