public import Amendments
public import EventStore
import GRDB
public import Ledger
public import Terms

extension SQLiteStore: DecisiveStore {
    public func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position,
        disclosedBy disclosed: Day?
    ) async throws(EventStoreError) -> DecisiveEvents? {
        try await snapshot { db in
            guard try DerivedTables.step.isThere(in: db),
                try PieceWriter.head(in: db) == Self.size(of: db)
            else { return nil }
            var search = StepSearch(
                agreement: agreement, position: position, disclosed: disclosed ?? .last, db: db)
            return try search.events(on: days)
        }
    }
}

/// Reads from the steps of one agreement what an answer rests on.
private struct StepSearch {
    let agreement: AgreementID
    let position: Position
    let disclosed: Day
    let db: Database
    private var events: [Position: RecordedEvent] = [:]
    private var kinds: [TermID: TermKind] = [:]

    init(agreement: AgreementID, position: Position, disclosed: Day, db: Database) {
        self.agreement = agreement
        self.position = position
        self.disclosed = disclosed
        self.db = db
    }

    /// Nil where there is no line, or one that cannot be.
    mutating func events(on days: DecisiveDays) throws -> DecisiveEvents? {
        let frame = try SQLiteStore.events(
            StepQuery.frame.statement(in: db), [agreement.text, position.number])
        guard !frame.isEmpty else { return nil }
        for event in frame {
            events[event.position] = event
            for added in event.event.payload.addedTerms { kinds[added.term] = added.kind }
        }
        let cells = try cells()
        for cell in cells where cell.term != days.wholeTerm {
            guard try take(cell, on: days.days) else { return nil }
        }
        if let term = days.wholeTerm { try takeAll(of: term) }
        return DecisiveEvents(
            events: events.values.sorted { $0.position < $1.position },
            undisclosed: try undisclosed(), isWhole: cells.isEmpty)
    }

    private func cells() throws -> [StepLine.Cell] {
        var cells: [StepLine.Cell] = []
        var row = try Row.fetchOne(
            StepQuery.firstCell.statement(in: db), arguments: [agreement.text])
        while let found = row {
            let term = try found.decode(String.self, atIndex: 0)
            let field = try found.decode(String.self, atIndex: 1)
            if let id = TermID(term), let name = FieldName(rawValue: field) {
                cells.append(StepLine.Cell(id, name))
            }
            row = try Row.fetchOne(
                StepQuery.nextCell.statement(in: db), arguments: [agreement.text, term, field])
        }
        return cells
    }

    /// Takes the steps of one field.
    ///
    /// - Returns: false where a line cannot be.
    private mutating func take(_ cell: StepLine.Cell, on days: ClosedRange<Day>) throws -> Bool {
        func arguments(_ day: Day) -> StatementArguments {
            [
                agreement.text, cell.term.text, cell.field.rawValue, day.number, position.number,
                disclosed.number,
            ]
        }
        let first = try Row.fetchOne(
            StepQuery.governing.statement(in: db), arguments: arguments(days.lowerBound))
        let governing = try first.flatMap { try StepRow($0).line }
        guard first == nil || governing != nil else { return false }
        var walk = StepWalk(governing: governing, through: days.upperBound)
        let rows = try Row.fetchCursor(
            StepQuery.following.statement(in: db), arguments: arguments(days.lowerBound))
        while let row = try rows.next() {
            guard let line = try StepRow(row).line else { return false }
            let isNeeded = try walk.take(line) { position in
                try event(at: position)?.amended(cell.field, of: kinds[cell.term])
            }
            guard isNeeded else { break }
        }
        for position in walk.positions {
            guard try event(at: position) != nil else { return false }
        }
        return true
    }

    private mutating func takeAll(of term: TermID) throws {
        let positions = try Int.fetchAll(
            StepQuery.allOfTerm.statement(in: db),
            arguments: [agreement.text, term.text, position.number])
        for position in positions { _ = try event(at: Position(position)) }
    }

    private mutating func event(at position: Position) throws -> RecordedEvent? {
        if let known = events[position] { return known }
        let found = try SQLiteStore.events(
            StepQuery.event.statement(in: db), [position.number]
        ).first
        events[position] = found
        return found
    }

    private func undisclosed() throws -> Int {
        guard disclosed < .last else { return 0 }
        return try Int.fetchOne(
            StepQuery.undisclosed.statement(in: db),
            arguments: [agreement.text, position.number, disclosed.number]) ?? 0
    }
}
