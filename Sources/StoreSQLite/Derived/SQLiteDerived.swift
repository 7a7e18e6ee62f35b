import Amendments
import EventStore
import GRDB
import Ledger
import Terms

/// The tables of a book in which stands what is derived from its events.
struct SQLiteDerived: DerivedStorage {
    let db: Database

    func prepare() throws { try DerivedTables.make(in: db) }

    func reach() throws -> DerivedReach? {
        guard let row = try Row.fetchOne(PieceQuery.head.statement(in: db)) else { return nil }
        return DerivedReach(
            Position(try row.number(at: 0)),
            by: try row.number(at: 1))
    }

    func setReach(_ reach: DerivedReach) throws {
        try PieceQuery.moveHead.statement(in: db).execute(arguments: [
            reach.position.number, reach.reckoning,
        ])
    }
}

// What is read of the book.
extension SQLiteDerived {
    func head() throws -> Position { Position(try SQLiteStore.size(of: db)) }

    func version(of agreement: AgreementID) throws -> Int? {
        try SQLiteStore.version(of: agreement, in: db)
    }

    func agreements() throws -> [AgreementID] {
        try String.fetchAll(db, sql: "SELECT id FROM agreement ORDER BY id")
            .compactMap { AgreementID($0) }
    }

    func agreement(of event: EventReference) throws -> AgreementID? {
        try String.fetchOne(
            PieceQuery.agreementOfEvent.statement(in: db),
            arguments: [event.ordinal, event.recording.text]
        ).flatMap { AgreementID($0) }
    }

    func touched(
        after position: Position
    ) throws -> (agreements: Set<AgreementID>, hasRedaction: Bool) {
        let rows = try Row.fetchCursor(
            PieceQuery.eventsSince.statement(in: db), arguments: [position.number])
        var touched: Set<AgreementID> = []
        var hasRedaction = false
        while let row = try rows.next() {
            if let agreement = AgreementID(try row.text(at: 0)) {
                touched.insert(agreement)
            }
            if try row.text(at: 1) == EventKind.payloadRedacted.rawValue {
                hasRedaction = true
            }
        }
        return (touched, hasRedaction)
    }

    func events(after position: Position, limit: Int) throws -> [RecordedEvent] {
        try SQLiteStore.events(
            Query.eventsAfterPosition.statement(in: db), [position.number, limit], in: db)
    }

    func events(of agreement: AgreementID) throws -> [RecordedEvent] {
        try SQLiteStore.history(of: agreement, in: db)
    }

    func history(of agreement: AgreementID) throws -> AgreementHistory {
        try history(of: agreement, isAudited: false)
    }

    /// - Parameter isAudited: whether an audit goes over the rows of the events apart from this.
    func history(of agreement: AgreementID, isAudited: Bool) throws -> AgreementHistory {
        let rows = try Row.fetchCursor(
            PieceQuery.endsOfRecordings.statement(in: db), arguments: [agreement.text])
        var ends: [RecordingKey: Position] = [:]
        while let row = try rows.next() {
            guard let key = RecordingKey(try row.text(at: 0)) else { continue }
            ends[key] = Position(try row.number(at: 1))
        }
        return AgreementHistory(
            of: agreement,
            events: try SQLiteStore.history(of: agreement, isAudited: isAudited, in: db),
            ends: ends)
    }
}

// What is written.
extension SQLiteDerived {
    func apply(
        _ change: DerivedChange, to agreement: AgreementID, at position: Position
    ) throws -> Bool {
        _ = try insert(change.ground.map { CommonRow($0, of: agreement) })
        _ = try insert(change.due.map { DueRow($0, of: agreement) })
        return try close(change.pieces.closed, at: position)
            && insert(
                change.pieces.opened.map { PieceRow(RecordedPiece($0, from: position, to: nil)) })
            && change.steps.removed.allSatisfy { try StepRow($0, of: agreement).remove(from: db) }
            && insert(change.steps.added.map { StepRow($0, of: agreement) })
    }

    /// - Returns: whether each of them was open.
    private func close(_ pieces: [TermPiece], at position: Position) throws -> Bool {
        let close = try PieceQuery.close.statement(in: db)
        return try pieces.allSatisfy { piece in
            try close.execute(arguments: [
                position.number, piece.agreement.text, piece.term.text, piece.subject.text,
                piece.days.from.number,
            ])
            return db.changesCount == 1
        }
    }

    /// - Returns: whether none of them was there before, where it may not be.
    private func insert<NewRow: DerivedRow>(_ rows: [NewRow]) throws -> Bool {
        if rows.isEmpty { return true }
        let insertion = try NewRow.insertion(into: db)
        do {
            for row in rows { try insertion.execute(arguments: row.values) }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return false
        }
    }

    func insert(_ derived: Derived, of agreement: AgreementID) throws {
        for table in DerivedTables.all { try table.insert(derived, of: agreement, into: db) }
    }

    func remove(_ agreement: AgreementID) throws {
        for table in DerivedTables.all { try table.remove(agreement, from: db) }
    }

    func removeAll() throws { try DerivedTables.empty(db) }
}
