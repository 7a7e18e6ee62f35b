import Amendments
public import Notation
public import Terms

/// A spreadsheet of terms: a row for a term or a change, a recording for each instrument.
///
/// What becomes of a row hangs on the table, and on nothing of the book but which terms and parties were there before:
/// so a table that is read again makes the same recordings, which are in the book already.
public struct TermTable: Sendable {
    let file: String
    let rows: [TableRow]
    let columns: TableColumns
    private let found: [Problem]

    /// Reads the bytes of a CSV file (RFC 4180; comma, semicolon or tab).
    ///
    /// - Parameters:
    ///   - file: its path, for problems.
    ///   - map: what the headers mean that are none of ours.
    /// - Throws: the problem of a file that is no table at all.
    public init(_ bytes: [UInt8], file: String, map: TableMap = .own) throws(Problem) {
        let rows: [[CSVReader.Cell]]
        do throws(Problem) { rows = try TableText.rows(of: bytes) } catch {
            throw error.placed(in: file)
        }
        let isFilled: ([CSVReader.Cell]) -> Bool = { row in
            row.contains { !TableValue.value(of: $0.text).isEmpty }
        }
        guard let first = rows.firstIndex(where: isFilled) else {
            throw Problem(
                "the table is empty",
                hint: "begin with a row of headers: agreement, instrument, term, kind, …",
                file: file)
        }
        let headers = rows[first].count { !TableValue.trimmed($0.text).isEmpty }
        guard headers <= TableColumns.most else {
            throw Problem(
                "row \(first + 1) has \(headers) headers: a table has at most \(TableColumns.most) columns",
                hint: "save the columns that say something of agreements as a table of their own",
                file: file, mark: rows[first].first?.mark)
        }
        var problems: [Problem] = []
        if TableColumns.known(in: rows[first], map: map) == 0,
            let headers = rows.indices.dropFirst(first + 1).prefix(20).first(where: {
                TableColumns.known(in: rows[$0], map: map) > 2
            })
        {
            throw Problem(
                "row \(first + 1) has none of the headers, and row \(headers + 1) has several",
                hint:
                    "take out what stands above row \(headers + 1): the first row has the headers",
                file: file, mark: rows[first].first?.mark)
        }
        let columns = TableColumns(rows[first], row: first + 1, map: map, &problems)
        var own: [TableRow] = []
        for (index, cells) in rows.enumerated() where index > first && isFilled(cells) {
            columns.reportWidth(of: cells, row: index + 1, &problems)
            let row = TableRow(number: index + 1, cells: cells, columns: columns, map: map)
            problems += map.dates.map(row.problems(ofDatesIn:)) ?? []
            problems += row.problemsOfCurrencies
            own.append(row)
        }
        if own.isEmpty {
            problems.append(
                Problem(
                    "the table has headers and no rows", hint: "add a row for each term",
                    mark: rows[first].first?.mark))
        }
        self.file = file
        self.rows = own
        self.columns = columns
        found = problems
    }

    /// The agreements that its rows name, in their order.
    public var agreements: [AgreementID] {
        rows.compactMap { $0.cell(.agreement).flatMap { AgreementID($0.text) } }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// A map to start from, where headers are none of ours; nil where there are none.
    public var guessedMap: String? {
        columns.unknown.isEmpty ? nil : TableMap.guess(columns.unknown)
    }

    /// The recordings that it makes, and everything that is wrong with it.
    public func reading(knowing known: TableKnowledge) -> TableReading {
        var reader = TableReader(self, knowing: known, found)
        reader.read()
        return reader.reading
    }
}
