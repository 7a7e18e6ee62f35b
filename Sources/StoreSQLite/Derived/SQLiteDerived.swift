import Amendments
import EventStore
import GRDB
import Ledger
import Terms

/// The tables of a book in which stands what is derived from its events.
struct SQLiteDerived: DerivedStorage {
    let db: Database

    func prepare() throws {
        try DerivedTables.make(in: db)
        try SealTable(in: db).begin()
    }

    func reach() throws -> DerivedReach? {
        guard let row = try Row.fetchOne(PieceQuery.head.statement(in: db)) else { return nil }
        let reach = DerivedReach(Position(try row.number(at: 0)), by: try row.number(at: 1))
        // What lacks a table is not of this program's form, whatever it says.
        let isOwn = reach.reckoning == DerivedKeeper.reckoning
        return try isOwn && DerivedTables.areMissing(in: db) ? nil : reach
    }

    /// Whether readers believe it. What cannot be read seals nothing, and says so where it is asked for.
    var isRead: Bool { (try? isCurrent()) ?? false }

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
        let heads = try String.fetchAll(db, sql: "SELECT id FROM agreement ORDER BY id")
        let ids = try String.fetchAll(
            db, sql: "SELECT DISTINCT agreement FROM event ORDER BY agreement")
        guard heads == ids else {
            throw DeedbookError.derivedAltered(
                detail: "table agreement: its rows are not those of the agreements of the events")
        }
        return heads.compactMap { AgreementID($0) }
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
    ) throws {
        let seals = try SealTable(in: db)
        let version = try version(of: agreement) ?? 0
        let former = version - change.eventCount
        let columns = EventColumns(agreement: agreement, seals: seals)
        var sealed = SealChange()
        func insert<NewRow: DerivedRow>(_ rows: [NewRow]) throws {
            try NewRow.insert(rows, into: db) { sealed.add($0, under: seals.key) }
        }
        try insert(change.ground.map { CommonRow($0, of: agreement) })
        try insert(change.due.map { DueRow($0, of: agreement) })
        for piece in change.pieces.closed {
            let (open, closed) = try close(piece, at: position)
            sealed.take(open, under: seals.key)
            sealed.add(closed, under: seals.key)
        }
        try insert(
            change.pieces.opened.map { PieceRow(RecordedPiece($0, from: position, to: nil)) })
        try StepChain(agreement: agreement, seals: seals).apply(
            change.steps, at: version, after: former)
        sealed.add(try columns.sum(after: former), to: [columns.scope])
        try seal(agreement, under: seals.key, &sealed)
        try seals.apply(sealed)
    }

    /// - Returns: the row that was open, as it was and as it is.
    private func close(
        _ piece: TermPiece, at position: Position
    ) throws -> (open: PieceRow, closed: PieceRow) {
        let rows = try Row.fetchCursor(
            PieceQuery.open.statement(in: db),
            arguments: [
                piece.agreement.text, piece.term.text, piece.subject.text, piece.days.from.number,
            ])
        guard let row = try rows.next() else {
            throw SealTable.notAsWritten(
                "table piece: \(piece.agreement) \(piece.term)/\(piece.subject.text) from "
                    + "\(piece.days.from) is not there")
        }
        let open = try PieceRow(row)
        let number = try row.number(at: PieceRow.columnCount)
        try PieceQuery.close.statement(in: db).execute(arguments: [position.number, number])
        return (open, open.closed(at: position))
    }

    /// Adds what the row of an agreement, as it is now, is sealed with.
    private func seal(
        _ agreement: AgreementID, under key: SealKey, _ change: inout SealChange
    ) throws {
        let version = try version(of: agreement)
        change.set(
            version.map { SealedAgreement.seal(of: agreement, at: $0, under: key) } ?? 0,
            of: SealedAgreement.scope(of: agreement))
    }

    func insert(_ derived: [AgreementID: Derived]) throws {
        let seals = try SealTable(in: db)
        var change = SealChange()
        for (agreement, derived) in derived.sorted(by: { $0.key < $1.key }) {
            let columns = EventColumns(agreement: agreement, seals: seals)
            for table in DerivedTables.all {
                try table.insert(derived, of: agreement, under: seals.key, into: db) { row in
                    change.add(row, under: seals.key)
                }
            }
            change.set(try columns.sum(), of: columns.scope)
            try seal(agreement, under: seals.key, &change)
        }
        try seals.apply(change)
    }

    func remove(_ agreement: AgreementID) throws {
        let seals = try SealTable(in: db)
        var change = SealChange()
        for table in DerivedTables.all {
            for row in try table.found(under: agreement.text, in: db) {
                change.take(row, under: seals.key)
            }
            try table.remove(agreement, from: db)
        }
        change.set(0, of: EventColumns(agreement: agreement, seals: seals).scope)
        try seal(agreement, under: seals.key, &change)
        try seals.apply(change)
    }

    func removeAll() throws {
        try DerivedTables.empty(db)
        try SealTable(in: db).begin()
    }

    /// Seals rows that are there, where nothing else is sealed yet.
    func sealAll() throws {
        let seals = try SealTable(in: db)
        var change = SealChange()
        for agreement in try agreements() {
            try change.merge(self.seals(of: agreement, in: seals))
            if change.sums.count > Self.together {
                try seals.apply(change)
                change = SealChange()
            }
        }
        try seals.apply(change)
    }

    /// How many sums are written together.
    private static let together = 20_000

    /// What the rows of one agreement that are there add to the sums.
    func seals(of agreement: AgreementID, in seals: SealTable) throws -> SealChange {
        var change = SealChange()
        for table in DerivedTables.all {
            for row in try table.found(under: agreement.text, in: db) {
                change.add(row, under: seals.key)
            }
        }
        if try StepChain(agreement: agreement, seals: seals).isThere() {
            let columns = EventColumns(agreement: agreement, seals: seals)
            change.add(try columns.sum(), to: [columns.scope])
        }
        if let version = try version(of: agreement) {
            change.add(
                SealedAgreement.seal(of: agreement, at: version, under: seals.key),
                to: [SealedAgreement.scope(of: agreement)])
        }
        return change
    }
}

extension SealChange {
    fileprivate mutating func add(_ row: any DerivedRow, under key: SealKey) {
        let scopes = row.scopes
        if !scopes.isEmpty { add(row.seal(under: key), to: scopes) }
    }

    fileprivate mutating func take(_ row: any DerivedRow, under key: SealKey) {
        let scopes = row.scopes
        if !scopes.isEmpty { take(row.seal(under: key), from: scopes) }
    }
}
