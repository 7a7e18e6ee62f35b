import Amendments
import GRDB
import Ledger
import Terms

/// One row of the table of steps, whatever it says.
struct StepRow: Hashable, Sendable {
    let agreement: String
    let term: String
    let field: String
    let begins: Int
    let agreed: Int
    let number: Int
    let position: Int
    let disclosed: Int

    init(_ line: StepLine, of agreement: AgreementID) {
        self.agreement = agreement.text
        term = line.cell?.term.text ?? ""
        field = line.cell?.field.rawValue ?? ""
        begins = line.begins.number
        agreed = line.agreed.number
        number = line.number
        position = line.position.number
        disclosed = line.disclosed.number
    }

    /// - Parameter row: the columns in the order of `StepQuery.columns`.
    init(_ row: Row) throws {
        agreement = try row.decode(String.self, atIndex: 0)
        term = try row.decode(String.self, atIndex: 1)
        field = try row.decode(String.self, atIndex: 2)
        begins = try row.decode(Int.self, atIndex: 3)
        agreed = try row.decode(Int.self, atIndex: 4)
        number = try row.decode(Int.self, atIndex: 5)
        position = try row.decode(Int.self, atIndex: 6)
        disclosed = try row.decode(Int.self, atIndex: 7)
    }

    /// The line; nil where it cannot be one.
    var line: StepLine? {
        guard let begins = Day.known(begins), let agreed = Day.known(agreed),
            let disclosed = Day.known(disclosed)
        else { return nil }
        var cell: StepLine.Cell?
        if !term.isEmpty {
            guard let term = TermID(term), let field = FieldName(rawValue: field) else {
                return nil
            }
            cell = StepLine.Cell(term, field)
        }
        return StepLine(
            cell: cell, begins: begins, agreed: agreed, number: number,
            position: Position(position), disclosed: disclosed)
    }

    func insert(into db: Database, table: String = DerivedTables.step.rawValue) throws {
        try db.cachedStatement(
            sql: "INSERT INTO \(table) (\(StepQuery.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            agreement, term, field, begins, agreed, number, position, disclosed,
        ])
    }

    /// - Returns: whether there was such a row.
    func remove(from db: Database) throws -> Bool {
        try StepQuery.remove.statement(in: db).execute(arguments: [
            agreement, term, field, begins, agreed, number, position,
        ])
        return db.changesCount == 1
    }
}

extension Day {
    /// The day of that number; nil beyond the calendar.
    fileprivate static func known(_ number: Int) -> Day? {
        (Day.first.number...Day.last.number).contains(number) ? Day(number: number) : nil
    }
}
