import Notation

/// An answer as rows under named columns, for people who read a table and for programs that read CSV.
///
/// A row has a cell for each column; a cell of which nothing is known is empty. Days stand as 2026-04-28, instants as
/// 2026-04-28T09:14:03Z.
public struct AnswerRows: Hashable, Sendable {
    public var columns: [String]
    public var rows: [[String]]

    public init(_ columns: [String], _ rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// As RFC 4180: a header and a line for each row, which end with CR and LF; nothing that a spreadsheet would run.
    public var csv: String { CSVTable.answer(of: [columns] + rows) }

    /// As a table in the columns of the page; long cells are broken into lines.
    public func text(_ options: TextOptions) -> String {
        var table = TextTable(columns, flexible: Array(columns.indices))
        table.rows = rows.map { row in row.map { StyledText($0) } }
        var page = TextPage(options)
        for line in table.lines(width: page.width) { page.verbatim(line) }
        return page.text
    }
}
