import Amendments
import EventStore
import GRDB
import Terms

/// The rows of one agreement in the tables that are derived from the events.
struct DerivedRows: Sendable {
    let pieces: [PieceRow]
    /// Nil for a table that is not there.
    let steps: Set<StepRow>?
    let common: Set<CommonRow>?
    let due: Set<DueRow>?

    /// As its events give them.
    init(_ derived: Derived, of agreement: AgreementID) {
        pieces = derived.pieces.map(PieceRow.init)
        steps = Set(derived.steps.map { StepRow($0, of: agreement) })
        common = Set(derived.ground.map { CommonRow($0, of: agreement) })
        due = Set(derived.due.map { DueRow($0, of: agreement) })
    }

    /// As they stand in the tables, under whatever name.
    init(under name: String, in db: Database) throws {
        func rows<Found>(
            _ statement: Statement, _ make: (Row) throws -> Found
        ) throws -> [Found] {
            var found: [Found] = []
            let rows = try Row.fetchCursor(statement, arguments: [name])
            while let row = try rows.next() { found.append(try make(row)) }
            return found
        }
        pieces = try rows(PieceQuery.rowsOfAgreement.statement(in: db), PieceRow.init)
        steps =
            try DerivedTables.step.isThere(in: db)
            ? Set(rows(StepQuery.linesOfAgreement.statement(in: db), StepRow.init)) : nil
        common =
            try DerivedTables.common.isThere(in: db)
            ? Set(rows(CommonQuery.ofAgreement.statement(in: db), CommonRow.init)) : nil
        due =
            try DerivedTables.due.isThere(in: db)
            ? Set(rows(DueQuery.ofAgreement.statement(in: db), DueRow.init)) : nil
    }
}
