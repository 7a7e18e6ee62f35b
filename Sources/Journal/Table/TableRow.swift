import Notation
import Terms

/// One value of a table, with the place where a person finds it.
struct TableCell: Sendable {
    /// Without white space around it.
    var text: String
    /// Where the spreadsheet shows it: `F 'rate'`, or the map that gives it to every row.
    var column: String
    var mark: Mark?
    /// Of an amount that names none, by its column.
    var currency: Currency?
}

/// One row of a table, with the cells that hold something.
struct TableRow: Sendable {
    /// As the spreadsheet counts, the headers being row 1.
    let number: Int
    /// Where it begins in the file.
    let mark: Mark
    private let own: [TableColumn: TableCell]
    private let fixed: [TableHead: TableCell]
    /// In the order of the columns.
    let fields: [(name: FieldName, cell: TableCell)]
    private let places: [TableColumn: String]
    /// Where each cell begins, empty ones too.
    private let marks: [TableColumn: Mark]

    init(
        number: Int, cells: [CSVReader.Cell], columns: TableColumns, map: TableMap
    ) {
        self.number = number
        mark = cells.first?.mark ?? Mark(line: number)
        var own: [TableColumn: TableCell] = [:]
        var fields: [(FieldName, TableCell)] = []
        var marks: [TableColumn: Mark] = [:]
        for (index, cell) in cells.enumerated() {
            guard let column = columns.column(index), column != .ignored else { continue }
            let whole = TableValue.value(of: cell.text)
            let line = column.keepsLines ? whole : TableValue.inOneLine(whole)
            let text = column.holdsDates ? map.dates?.written(line) ?? line : line
            marks[column] = cell.mark
            guard !text.isEmpty else { continue }
            let found = TableCell(
                text: text, column: columns.place(index), mark: cell.mark,
                currency: columns.currency(index))
            own[column] = found
            if case .field(let name) = column { fields.append((name, found)) }
        }
        self.own = own
        self.fields = fields
        self.marks = marks
        fixed = Dictionary(
            uniqueKeysWithValues: map.values.map { head, text in
                let text =
                    TableColumn.head(head).holdsDates ? map.dates?.written(text) ?? text : text
                return (head, TableCell(text: text, column: "value '\(head.rawValue)' of the map"))
            })
        places = columns.places
    }

    /// The cell, or what the map gives to every row.
    func cell(_ head: TableHead) -> TableCell? { own[.head(head)] ?? fixed[head] }
    /// The cell of the row itself.
    func ownCell(_ head: TableHead) -> TableCell? { own[.head(head)] }
    func cell(of field: FieldName) -> TableCell? { own[.field(field)] }

    /// What it says beside its instrument, by which two rows of one instrument are the same.
    var content: [TableColumn: String] {
        own.filter { column, _ in
            if case .head(let head) = column { !head.isOfInstrument } else { true }
        }.mapValues(\.text)
    }

    /// The cells of the row, as the table has them.
    var cells: some Collection<TableCell> { own.values }

    /// The place by which a problem of the row as a whole is found.
    var mainCell: TableCell? {
        ownCell(.term) ?? ownCell(.change)
            ?? cells.min { ($0.mark?.column ?? 0) < ($1.mark?.column ?? 0) }
    }
}

// What is wrong with a row, by its cell.
extension TableRow {
    /// The dates that are none in the order of day and month that the map states.
    func problems(ofDatesIn order: TableDates) -> [Problem] {
        own.filter { $0.key.holdsDates }.values.compactMap { cell in
            order.contradiction(in: cell.text).map { date in
                problem(
                    "'\(date)' is no date with the \(order == .dayFirst ? "day" : "month") first, as the "
                        + "map states",
                    hint: "check the date, or write it as year, month and day: 2026-04-03", at: cell
                )
            }
        }
    }

    /// The amounts that are in one currency by their column, and in another by their row.
    var problemsOfCurrencies: [Problem] {
        guard let own = ownCell(.currency) else { return [] }
        return fields.map(\.cell).compactMap { cell in
            guard let currency = cell.currency, currency.code != own.text.uppercased(),
                !Money.namesCurrency(cell.text)
            else { return nil }
            return problem(
                "'\(cell.text)' is in \(currency.code) by its column, and in \(own.text) by its row",
                hint: "write the currency with the amount, such as \(own.text) \(cell.text)",
                at: cell)
        }
    }

    /// What is right in the place of a value that may mean several things.
    func cure(ofDoubt found: Problem, at cell: TableCell) -> String? {
        let ofDates = TableDates.hint(for: cell.text)
        return [found.hint, ofDates].compactMap(\.self).joined(separator: "; ")
    }

    /// A problem of a cell: where it is, what is wrong, what it holds, what would be right.
    func problem(_ message: String, hint: String?, at cell: TableCell) -> Problem {
        let value = SafeText.shortened(cell.text, to: 80)
        let held = message.contains(value) ? "" : " (the cell says '\(value)')"
        return Problem(
            "\(place(of: cell.column)): \(message)\(held)", hint: hint, mark: cell.mark ?? mark)
    }

    /// A problem of a cell that is empty, or of a column that the table does not have.
    func problem(missing column: TableColumn, _ message: String, hint: String) -> Problem {
        guard let place = places[column] else {
            return Problem(
                "row \(number): \(message): the table has no column '\(column.name)'", hint: hint,
                mark: mark)
        }
        return Problem(
            "\(self.place(of: place)): \(message): the cell is empty", hint: hint,
            mark: marks[column] ?? mark)
    }

    private func place(of column: String) -> String {
        // What the map says is in no column.
        column.hasPrefix("value ") ? "row \(number), \(column)" : "row \(number), column \(column)"
    }

    /// What a codec makes of a cell; its problems are those of the cell.
    func decode<Value>(
        _ codec: Codec<Value>, _ node: Node, at cell: TableCell, hint: String? = nil,
        _ problems: inout [Problem]
    ) -> Value? {
        var own = TableValue.manner
        let value = codec.decode(node.marked(cell.mark), &own)
        // What is known of the value itself says more than how such values are written.
        problems += own.all.map { found in
            let isDoubt = own.doubts.contains(found)
            return problem(
                found.message,
                hint: isDoubt ? cure(ofDoubt: found, at: cell) : hint ?? found.hint, at: cell)
        }
        return own.isEmpty ? value : nil
    }
}

extension Node {
    /// The same with one place for all that is in it.
    func marked(_ mark: Mark?) -> Node {
        switch content {
        case .list(let items): Node(.list(items.map { $0.marked(mark) }), mark: mark)
        case .object(let members):
            Node(
                .object(members.map { Member($0.name, $0.value.marked(mark), mark: mark) }),
                mark: mark)
        case .plain, .string, .integer, .boolean, .null: Node(content, mark: mark)
        }
    }
}
