public import Amendments
public import EventStore
import GRDB
public import Ledger
public import Terms

extension SQLiteStore: DecisiveStore {
    public func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position,
        disclosedBy disclosed: Day?
    ) async throws(DeedbookError) -> DecisiveEvents? {
        try await snapshot { db in
            guard try StepRow.isThere(in: db), try SQLiteDerived(db: db).isCurrent()
            else { return nil }
            return try SQLiteDerived(db: db).decisiveEvents(
                of: agreement, on: days, through: position, disclosedBy: disclosed ?? .last)
        }
    }
}

extension SQLiteDerived {
    func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position
    ) throws -> DecisiveEvents? {
        try decisiveEvents(of: agreement, on: days, through: position, disclosedBy: .last)
    }

    fileprivate func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position,
        disclosedBy disclosed: Day
    ) throws -> DecisiveEvents? {
        var search = DecisiveSearch(
            in: SQLiteSteps(agreement: agreement, position: position, disclosed: disclosed, db: db))
        return try search.events(on: days)
    }
}

/// The table of steps, as far as one agreement and one vantage are concerned.
private struct SQLiteSteps: StepStorage {
    let agreement: AgreementID
    let position: Position
    let disclosed: Day
    let db: Database

    func frame() throws -> [RecordedEvent] {
        try SQLiteStore.events(
            StepQuery.frame.statement(in: db), [agreement.text, position.number], in: db)
    }

    /// One seek a field: a field has far more steps than there are fields.
    func cells() throws -> [StepLine.Cell] {
        var cells: [StepLine.Cell] = []
        var query = StepQuery.firstCell
        var arguments: StatementArguments = [agreement.text]
        while let (term, field) = try cell(query, arguments) {
            if let id = TermID(term), let name = FieldName(rawValue: field) {
                cells.append(StepLine.Cell(id, name))
            }
            (query, arguments) = (.nextCell, [agreement.text, term, field])
        }
        return cells
    }

    /// As they are stored: of a text that is read as another, the same row would be the next one again.
    private func cell(
        _ query: StepQuery, _ arguments: StatementArguments
    ) throws -> (term: String, field: String)? {
        let rows = try Row.fetchCursor(query.statement(in: db), arguments: arguments)
        return try rows.next().map { (try $0.text(at: 0), try $0.text(at: 1)) }
    }

    func governing(_ cell: StepLine.Cell, on day: Day) throws -> StepLine? {
        try Row.fetchOne(
            StepQuery.governing.statement(in: db), arguments: arguments(cell, day)
        ).map(Self.line)
    }

    func eachFollowing(
        _ cell: StepLine.Cell, after day: Day, _ isWanted: (StepLine) throws -> Bool
    ) throws {
        let rows = try Row.fetchCursor(
            StepQuery.following.statement(in: db), arguments: arguments(cell, day))
        while let row = try rows.next() {
            guard try isWanted(Self.line(row)) else { return }
        }
    }

    private func arguments(_ cell: StepLine.Cell, _ day: Day) -> StatementArguments {
        [
            agreement.text, cell.term.text, cell.field.rawValue, day.number, position.number,
            disclosed.number,
        ]
    }

    private static func line(_ row: Row) throws -> StepLine {
        guard let line = try StepRow(row).line else { throw ImpossibleStep() }
        return line
    }

    func positions(of term: TermID) throws -> [Position] {
        try Int.fetchAll(
            StepQuery.allOfTerm.statement(in: db),
            arguments: [agreement.text, term.text, position.number]
        ).map { Position($0) }
    }

    func highestNumbered() throws -> Position? {
        try Int.fetchOne(
            StepQuery.highestNumbered.statement(in: db),
            arguments: [agreement.text, position.number, disclosed.number]
        ).map { Position($0) }
    }

    func event(at position: Position) throws -> RecordedEvent? {
        try SQLiteStore.events(StepQuery.event.statement(in: db), [position.number], in: db)
            .first
    }

    func undisclosed() throws -> Int {
        guard disclosed < .last else { return 0 }
        return try Int.fetchOne(
            StepQuery.undisclosed.statement(in: db),
            arguments: [agreement.text, position.number, disclosed.number]) ?? 0
    }
}
