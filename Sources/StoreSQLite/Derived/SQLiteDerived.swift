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
            Position(try row.decode(Int.self, atIndex: 0)),
            by: try row.decode(Int.self, atIndex: 1))
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
        try Int.fetchOne(
            PieceQuery.versionOfAgreement.statement(in: db), arguments: [agreement.text])
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
            if let agreement = AgreementID(try row.decode(String.self, atIndex: 0)) {
                touched.insert(agreement)
            }
            if try row.decode(String.self, atIndex: 1) == EventKind.payloadRedacted.rawValue {
                hasRedaction = true
            }
        }
        return (touched, hasRedaction)
    }

    func events(after position: Position, limit: Int) throws -> [RecordedEvent] {
        try SQLiteStore.events(
            Query.eventsAfterPosition.statement(in: db), [position.number, limit])
    }

    func events(of agreement: AgreementID) throws -> [RecordedEvent] {
        try SQLiteStore.events(
            Query.eventsOfAgreement.statement(in: db), [agreement.text, Int.max])
    }

    func history(of agreement: AgreementID) throws -> AgreementHistory {
        let rows = try Row.fetchCursor(
            PieceQuery.endsOfRecordings.statement(in: db), arguments: [agreement.text])
        var ends: [RecordingKey: Position] = [:]
        while let row = try rows.next() {
            guard let key = RecordingKey(try row.decode(String.self, atIndex: 0)) else { continue }
            ends[key] = Position(try row.decode(Int.self, atIndex: 1))
        }
        return AgreementHistory(of: agreement, events: try events(of: agreement), ends: ends)
    }
}

// What is written.
extension SQLiteDerived {
    func apply(
        _ change: DerivedChange, to agreement: AgreementID, at position: Position
    ) throws -> Bool {
        for ground in change.ground { try CommonRow(ground, of: agreement).insert(into: db) }
        for block in change.due { try DueRow(block, of: agreement).insert(into: db) }
        return try apply(change.pieces, at: position) && apply(change.steps, to: agreement)
    }

    private func apply(_ change: PieceChange, at position: Position) throws -> Bool {
        let close = try PieceQuery.close.statement(in: db)
        for piece in change.closed {
            try close.execute(arguments: [
                position.number, piece.agreement.text, piece.term.text, piece.subject.text,
                piece.days.from.number,
            ])
            guard db.changesCount == 1 else { return false }
        }
        return try change.opened.allSatisfy { piece in
            try isNew {
                try PieceRow(RecordedPiece(piece, from: position, to: nil)).insert(into: db)
            }
        }
    }

    private func apply(_ change: StepChange, to agreement: AgreementID) throws -> Bool {
        try change.removed.allSatisfy { try StepRow($0, of: agreement).remove(from: db) }
            && change.added.allSatisfy { line in
                try isNew { try StepRow(line, of: agreement).insert(into: db) }
            }
    }

    /// Whether a row was not there before.
    private func isNew(_ insert: () throws -> Void) throws -> Bool {
        do {
            try insert()
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return false
        }
    }

    func insert(_ derived: Derived, of agreement: AgreementID) throws {
        let rows = DerivedRows(derived, of: agreement)
        for row in rows.pieces { try row.insert(into: db) }
        for row in rows.steps ?? [] { try row.insert(into: db) }
        for row in rows.common ?? [] { try row.insert(into: db) }
        for row in rows.due ?? [] { try row.insert(into: db) }
    }

    func remove(_ agreement: AgreementID) throws {
        for statement in [
            try PieceQuery.removeAgreement.statement(in: db),
            try StepQuery.removeAgreement.statement(in: db),
            try CommonQuery.removeAgreement.statement(in: db),
            try DueQuery.removeAgreement.statement(in: db),
        ] {
            try statement.execute(arguments: [agreement.text])
        }
    }

    func removeAll() throws { try db.execute(sql: DerivedTables.emptying) }
}
