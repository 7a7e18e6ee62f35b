/// Comma-separated values (RFC 4180) for spreadsheets: lines that end in CR LF, cells that run nothing.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, CSV injection);
/// what a reader would not see stands there by its number, as in every answer.
package enum CSVTable {
    package static func text(of rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A cell in quotes where it must be, and never one that a spreadsheet would run.
    package static func cell(_ text: String) -> String {
        // A tab or a return at its beginning may hide what follows from a reader, and not from a spreadsheet.
        let begins = text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
        var text = SafeText.of(text)
        // What follows white space is run as well by some.
        let first = text.first { !$0.isWhitespace }
        if begins || first.map({ "=+-@＝＋－＠".contains($0) }) ?? false { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        let doubled = text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
    }
}
