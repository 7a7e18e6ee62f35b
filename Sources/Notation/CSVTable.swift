/// Comma-separated values (RFC 4180) for spreadsheets: lines that end in CR LF, cells that run nothing.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, CSV injection).
package enum CSVTable {
    /// A table that is an answer: what a reader would not see stands there by its number, as in every answer.
    package static func answer(of rows: [[String]]) -> String {
        text(of: rows, showing: SafeText.of)
    }

    /// A table that is read again: every text stands there as it is.
    package static func text(of rows: [[String]]) -> String { text(of: rows) { $0 } }

    private static func text(
        of rows: [[String]], showing shown: (String) -> String
    ) -> String {
        rows.map { $0.map { cell($0, shown) }.joined(separator: ",") + "\r\n" }.joined()
    }

    /// A cell in quotes where it must be, and never one that a spreadsheet would run.
    private static func cell(_ text: String, _ shown: (String) -> String) -> String {
        // A tab or a return at its beginning may hide what follows from a reader, and not from a spreadsheet.
        let begins = text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
        var text = shown(text)
        // What follows white space is run as well by some.
        let first = text.first { !$0.isWhitespace }
        if begins || first.map({ "=+-@＝＋－＠".contains($0) }) ?? false { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        let doubled = text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
    }
}
