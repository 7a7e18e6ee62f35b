import Notation
import Terms

/// The headers of a table, each with what its column holds.
struct TableColumns: Sendable {
    /// How many columns with a header a table may have: for each that is none of ours a name is looked for.
    static let most = 1_000

    private let columns: [TableColumn?]
    private let headers: [String]
    /// The currency of each column whose amounts are in one.
    private let currencies: [Currency?]
    /// How many cells a row has at least: those behind the last header are in no column.
    private let width: Int
    /// The headers that are neither ours nor in the map.
    let unknown: [String]
    /// Where a spreadsheet shows each column.
    let places: [TableColumn: String]

    /// Reads the first row that is not blank.
    ///
    /// A header that is nearly one of ours is reported, and read as that one, so that nothing else is wrong for it.
    ///
    /// - Parameter row: its number, as the spreadsheet counts.
    init(_ cells: [CSVReader.Cell], row: Int, map: TableMap, _ problems: inout [Problem]) {
        headers = cells.map { TableValue.trimmed($0.text) }
        width = (headers.lastIndex { !$0.isEmpty } ?? -1) + 1
        currencies = headers.map { map.target(of: $0)?.currency }
        var columns: [TableColumn?] = []
        var unknown: [String] = []
        var places: [TableColumn: Int] = [:]
        for (index, header) in headers.enumerated() {
            let mapped = map.target(of: header)?.column
            var column = mapped ?? TableColumn(header)
            if column == nil, !header.isEmpty {
                let guesses = TableGuess.columns(for: header)
                let near = guesses.first.flatMap(TableColumn.init)
                unknown.append(header)
                problems.append(
                    Self.unknownHeader(header, guesses, row, at: index, cells[index].mark))
                column = near.flatMap { places[$0] == nil ? $0 : nil } ?? .ignored
            }
            if let found = column, found != .ignored {
                if let first = places[found] {
                    problems.append(
                        Problem(
                            "row \(row), column \(CSVReader.letters(index)) '\(header)': '\(found.name)' is "
                                + "already in column \(CSVReader.letters(first))",
                            hint:
                                "keep one of the two, or leave one out with --map: \(header): ignore",
                            mark: cells[index].mark))
                } else {
                    places[found] = index
                }
            }
            columns.append(column)
        }
        for (header, target) in map.columns.sorted(by: { $0.key < $1.key })
        where !headers.contains(where: { TableMap.isSame(header, $0) }) {
            let near = Spelling.nearest(to: header, among: headers)
            problems.append(
                Problem(
                    "the map names a column '\(header)', which the table does not have"
                        + (target.mark.map { " (line \($0.line) of the map)" } ?? ""),
                    hint: near.isEmpty
                        ? "its columns are: \(headers.joined(separator: ", "))"
                        : "did you mean '\(near[0])'?",
                    mark: cells.first?.mark))
        }
        self.columns = columns
        self.unknown = unknown
        self.places = places.mapValues { [headers] in Self.place($0, headers) }
    }

    private static func unknownHeader(
        _ header: String, _ guesses: [String], _ row: Int, at index: Int, _ mark: Mark
    ) -> Problem {
        Problem(
            "row \(row), column \(CSVReader.letters(index)) '\(header)': no column of that name",
            hint: guesses.isEmpty
                ? "say with --map which of our columns it is, or leave it out: \(header): ignore"
                : "did you mean \(guesses.prefix(3).joined(separator: " or "))? Rename it, or say so with --map",
            mark: mark)
    }

    /// How many cells of a row are headers that are ours or in the map.
    static func known(in cells: [CSVReader.Cell], map: TableMap) -> Int {
        cells.count { cell in
            let header = TableValue.trimmed(cell.text)
            return map.target(of: header) != nil || TableColumn(header) != nil
        }
    }

    /// What the column holds; nil for one without a header.
    func column(_ index: Int) -> TableColumn? {
        columns.indices.contains(index) ? columns[index] : nil
    }

    /// The currency of its amounts that name none; nil where the map states none.
    func currency(_ index: Int) -> Currency? {
        currencies.indices.contains(index) ? currencies[index] : nil
    }

    /// Where a spreadsheet shows it: `F 'rate'`.
    func place(_ index: Int) -> String { Self.place(index, headers) }

    private static func place(_ index: Int, _ headers: [String]) -> String {
        let header = headers.indices.contains(index) ? headers[index] : ""
        return header.isEmpty ? CSVReader.letters(index) : "\(CSVReader.letters(index)) '\(header)'"
    }

    /// A row has a cell for each header (RFC 4180, section 2, rule 4). One with fewer or more is refused: where a
    /// separator is missing or too many before its end, each value behind it stands in the column of another, and
    /// nothing shows that it is only empty cells at the end that were left off.
    func reportWidth(of cells: [CSVReader.Cell], row: Int, _ problems: inout [Problem]) {
        let counts =
            "the row has \(cells.count) cells, and the row of headers \(headers.count)"
        if let last = cells.last, cells.count < width {
            problems.append(
                Problem(
                    "row \(row), column \(place(cells.count)): \(counts)",
                    hint:
                        "put in the separator that is missing, at the end of the row where its last cells are empty; "
                        + "where a spreadsheet leaves such cells off, give it a last column with the header "
                        + "\(TableColumn.ignoredWord) and a mark in every row", mark: last.mark))
        }
        let tooMany = cells.indices.dropFirst(headers.count)
        if let first = tooMany.first, tooMany.allSatisfy({ cells[$0].text.isEmpty }) {
            problems.append(
                Problem(
                    "row \(row), column \(CSVReader.letters(first)): \(counts)",
                    hint:
                        "quote a value that has a separator in it, such as \"USD 1,200\", or take out what "
                        + "stands too much at the end", mark: cells[first].mark))
        }
        // A value in a column that has no header would be lost.
        for (index, cell) in cells.enumerated() where column(index) == nil {
            let text = TableValue.value(of: cell.text)
            guard !text.isEmpty else { continue }
            problems.append(
                Problem(
                    "row \(row), column \(CSVReader.letters(index)): '\(SafeText.shortened(text, to: 80))' "
                        + "stands in a column without a header"
                        + (tooMany.contains(index) ? ": \(counts)" : ""),
                    hint: "give the column a header, or quote a value that has a separator in it",
                    mark: cell.mark))
        }
    }
}
