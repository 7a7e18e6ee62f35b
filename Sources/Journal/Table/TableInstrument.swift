import Amendments
import Notation
import Terms

/// The rows of one instrument, which become one recording.
struct TableInstrument {
    let agreement: AgreementID
    let title: String
    /// The cell by which its rows know each other beside the title.
    private(set) var signed: String?
    /// Places among the rows of the table.
    private(set) var rows: [Int]

    init(of agreement: AgreementID, _ title: String, signed: String?, row: Int) {
        self.agreement = agreement
        self.title = title
        self.signed = signed
        rows = [row]
    }

    /// Whether a row of the same title with that day of signing is one of its rows.
    func holds(signed: String?) -> Bool {
        signed == nil || self.signed == nil || signed == self.signed
    }

    mutating func add(row: Int, signed: String?) {
        rows.append(row)
        self.signed = self.signed ?? signed
    }
}

/// What the cells of an instrument's rows say of it.
struct TableInstrumentHead {
    var key: RecordingKey
    var instrument: Instrument
    var disclosed: CivilDate
    var sources: [Source]
}

extension TableInstrument {
    /// Reads the head; nil where there is something wrong with it.
    ///
    /// - Parameter isOpening: whether the agreement enters the book by the recording of that key.
    func head(
        among all: [TableRow], isOpening: (RecordingKey) -> Bool, _ problems: inout [Problem]
    ) -> TableInstrumentHead? {
        let before = problems.count
        let rows = rows.map { all[$0] }
        func value<Value>(
            _ head: TableHead, _ codec: Codec<Value>, _ node: (String) -> Node
        ) -> Value? {
            guard let (row, cell) = said(head, by: rows, &problems) else { return nil }
            return row.decode(codec, node(cell.text), at: cell, &problems)
        }
        let plain: (String) -> Node = { Node(.plain($0)) }
        let kind = value(.instrumentKind, Codec<InstrumentKind>.choice("a kind of instrument")) {
            .string(TableColumn.normal($0))
        }
        let number = value(.instrumentNumber, .integer, plain)
        let signed = value(.signed, SigningDate.codec, plain)
        let effective = firstCell(.effective, of: rows)
        let bound = effective.flatMap { row, cell in
            row.decode(
                DateBound.codec, TableValue.bound(cell.text, bare: "on"), at: cell,
                hint: Self.effectiveHint, &problems)
        }
        let disclosed = required(.disclosed, of: rows, Self.disclosedHint, &problems) {
            $0.decode(CivilDate.codec, plain($1.text), at: $1, &$2)
        }
        let sources = required(.source, of: rows, TableSource.expected, &problems) {
            (row: TableRow, cell: TableCell, problems: inout [Problem]) -> [Source]? in
            switch TableSource.read(cell.text) {
            case .success(let sources): return sources
            case .failure(let problem):
                problems.append(row.problem(problem.message, hint: problem.hint, at: cell))
                return nil
            }
        }
        if let disclosed, let signed = date(signed), disclosed.latest < signed.earliest,
            let (row, cell) = firstCell(.disclosed, of: rows)
        {
            problems.append(
                row.problem(
                    "'\(cell.text)' is before the document was signed, on \(signed)",
                    hint:
                        "it is known from the day of its signing at the earliest: check the years of both cells; a "
                        + "draft or an announcement is an instrument of its own", at: cell))
        }
        guard problems.count == before, let disclosed, let sources else { return nil }
        guard let key = TableKey.key(date(signed) ?? disclosed, agreement, title) else {
            return nil
        }
        return TableInstrumentHead(
            key: key,
            instrument: Instrument(
                kind: kind ?? (isOpening(key) ? .definitive : .amendment), title: title,
                number: number, signed: signed, effective: bound),
            disclosed: disclosed, sources: sources)
    }

    /// As the cell of its effective day has it.
    func effective(among all: [TableRow]) -> String? {
        firstCell(.effective, of: rows.map { all[$0] })?.cell.text
    }

    /// When it comes among the instruments of a table: by the day of its signing, else of its effect, else of its
    /// disclosure, then by its number.
    func place(among all: [TableRow]) -> (Day, Int) {
        let rows = rows.map { all[$0] }
        var ignored = TableValue.manner
        let signed = firstCell(.signed, of: rows).flatMap {
            SigningDate.codec.decode(Node(.plain($0.cell.text)), &ignored)
        }
        let effective = firstCell(.effective, of: rows).flatMap {
            DateBound.codec.decode(TableValue.bound($0.cell.text, bare: "on"), &ignored)
        }
        let disclosed = firstCell(.disclosed, of: rows).flatMap {
            CivilDate.codec.decode(Node(.plain($0.cell.text)), &ignored)
        }
        let number = firstCell(.instrumentNumber, of: rows).flatMap { Int($0.cell.text) }
        let day = date(signed)?.earliest ?? effective?.possibleDays?.from ?? disclosed?.earliest
        return (day ?? .first, number ?? 0)
    }

    private func date(_ signed: SigningDate?) -> CivilDate? {
        guard case .day(let date)? = signed else { return nil }
        return date
    }

    private static let effectiveHint =
        "write a day, month or year, such as 2026-04-27; where the document does not state it, announced 2026-04-27"

    private static let disclosedHint =
        "the day on which the document became known; for one of your own the day of its signing: 2026-04-27"

    func firstCell(
        _ head: TableHead, of rows: [TableRow]
    ) -> (row: TableRow, cell: TableCell)? {
        rows.lazy.compactMap { row in row.cell(head).map { (row, $0) } }.first
    }

    /// What the rows say of the instrument, which is the same in each that says it.
    func said(
        _ head: TableHead, by rows: [TableRow], _ problems: inout [Problem]
    ) -> (TableRow, TableCell)? {
        guard let (first, cell) = firstCell(head, of: rows) else { return nil }
        for row in rows {
            guard let other = row.ownCell(head), other.text != cell.text else { continue }
            problems.append(
                row.problem(
                    "'\(other.text)' is not what row \(first.number) says of the same instrument: "
                        + "'\(cell.text)'",
                    hint:
                        "rows of one instrument say the same, or leave it empty after the first; another "
                        + "instrument has another title or day of signing", at: other))
        }
        return (first, cell)
    }

    private func required<Value>(
        _ head: TableHead, of rows: [TableRow], _ hint: String, _ problems: inout [Problem],
        _ read: (TableRow, TableCell, inout [Problem]) -> Value?
    ) -> Value? {
        guard let (row, cell) = said(head, by: rows, &problems) else {
            if let row = rows.first {
                problems.append(
                    row.problem(missing: .head(head), "'\(head.rawValue)' is missing", hint: hint))
            }
            return nil
        }
        return read(row, cell, &problems)
    }
}
