import Amendments
import EventStore
import GRDB
import Ledger
import Synchronization
import Terms

/// Keeps the tables of pieces and of steps equal to the fold, in the transaction that appends a recording.
///
/// Used on the store's own queue only, one append after the other.
final class PieceWriter: Sendable {
    /// How pieces are reckoned from events. It grows when the same events give other pieces than before; the
    /// next append then makes them all again.
    static let reckoning = 6
    /// How many events of others are read one by one; beyond that, agreements are read again when needed.
    private static let catchUpLimit = 1_000

    private let cache = Mutex(PieceCache())

    /// Writes what a recording changes.
    ///
    /// - Parameter events: the whole recording, over all agreements it touches, as it was just stored.
    func record(_ events: [RecordedEvent], in db: Database) throws {
        do {
            try cache.withLock { try record(events, in: db, &$0) }
        } catch {
            forget()
            throw error
        }
    }

    /// Lets go of what is not in the book after all.
    func forget() { cache.withLock { $0.removeAll() } }

    private func record(
        _ events: [RecordedEvent], in db: Database, _ cache: inout PieceCache
    ) throws {
        guard let first = events.first?.position, let last = events.last?.position else { return }
        let before = Position(first.number - 1)
        try catchUp(&cache, to: before, in: db)
        let remade = try remadeAgreements(for: events, after: before, in: db)
        let agreements = Dictionary(grouping: events, by: \.agreement)
        for (agreement, own) in agreements.sorted(by: { $0.key < $1.key })
        where !remade.contains(agreement) {
            try sparing(agreement, in: db) {
                try add(own, of: agreement, from: first, through: last, in: db, &cache)
            }
        }
        for agreement in remade.sorted() {
            cache.remove(agreement)
            try sparing(agreement, in: db) { try remake(agreement, in: db) }
        }
        try PieceQuery.moveHead.statement(in: db).execute(arguments: [last.number, Self.reckoning])
        cache.head = last
    }

    /// Adds to what is kept what others appended meanwhile. Of much, or where it cannot be read or they redacted
    /// something, which reaches back, nothing is kept.
    private func catchUp(
        _ cache: inout PieceCache, to before: Position, in db: Database
    ) throws {
        guard cache.head != before else { return }
        try StepTables.make(in: db)
        let kept = cache.head?.number ?? 0
        let count = before.number - kept
        let missed =
            kept > 0 && (1...Self.catchUpLimit).contains(count)
            ? try? SQLiteStore.events(Query.eventsAfterPosition.statement(in: db), [kept, count])
            : nil
        guard let missed, missed.count == count,
            !missed.contains(where: { $0.event.kind == .payloadRedacted })
        else { return cache.removeAll() }
        var rest = missed[...]
        while let key = rest.first?.recording.key {
            let own = rest.prefix { $0.recording.key == key }
            for (agreement, events) in Dictionary(grouping: own, by: \.agreement) {
                cache.add(events, to: agreement)
            }
            rest = rest.dropFirst(own.count)
        }
        cache.head = before
    }

    /// The agreements whose pieces of all times are made again: those that lost a payload, and, where the
    /// pieces are behind the book, those that were appended to since.
    private func remadeAgreements(
        for events: [RecordedEvent], after before: Position, in db: Database
    ) throws -> Set<AgreementID> {
        let head = try Self.head(in: db)
        if let head, head == before.number {
            return try Set(
                events.compactMap(\.event.payload.redacts)
                    .compactMap { try Self.agreement(of: $0, in: db) })
        }
        if head == nil { try db.execute(sql: Self.emptying) }
        let rows = try Row.fetchCursor(
            PieceQuery.eventsSince.statement(in: db), arguments: [head ?? 0])
        var behind: Set<AgreementID> = []
        var hasRedaction = false
        while let row = try rows.next() {
            if let agreement = AgreementID(try row.decode(String.self, atIndex: 0)) {
                behind.insert(agreement)
            }
            if try row.decode(String.self, atIndex: 1) == EventKind.payloadRedacted.rawValue {
                hasRedaction = true
            }
        }
        // What the redactions took out may be another agreement's.
        return hasRedaction ? behind.union(try Self.agreements(in: db)) : behind
    }

    private func add(
        _ own: [RecordedEvent], of agreement: AgreementID, from first: Position,
        through last: Position, in db: Database, _ cache: inout PieceCache
    ) throws {
        let version = try Int.fetchOne(
            PieceQuery.versionOfAgreement.statement(in: db), arguments: [agreement.text])
        guard let version else { return }
        var read: [RecordedEvent]?
        var kept: PieceCache.Kept
        if let known = cache.take(agreement, at: version - own.count) {
            kept = known
        } else {
            let events = try history(agreement, db)
            read = events
            kept = PieceCache.Kept(
                keeper: PieceKeeper(
                    agreement, history: events, through: Position(first.number - 1)),
                steps: StepIndex(of: events.filter { $0.position < first }))
        }
        let change: PieceChange
        if let added = kept.keeper.add(own) {
            change = added
        } else {
            let next = PieceKeeper(
                agreement, history: try read ?? history(agreement, db), through: last)
            change = PieceKeeper.change(from: kept.keeper, to: next)
            kept.keeper = next
        }
        let steps = kept.steps.add(own)
        if try !write(change, at: last, in: db) || !write(steps, of: agreement, in: db) {
            try remake(agreement, in: db)
        }
        cache.put(kept, at: version)
    }

    /// Writes the lines of steps that change; false as for pieces.
    private func write(
        _ change: StepChange, of agreement: AgreementID, in db: Database
    ) throws -> Bool {
        for line in change.removed {
            guard try StepRow(line, of: agreement).remove(from: db) else { return false }
        }
        for line in change.added {
            do {
                try StepRow(line, of: agreement).insert(into: db)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                return false
            }
        }
        return true
    }

    /// Writes a change.
    ///
    /// - Returns: false where the table is not what the change starts from: somebody altered it. An append
    ///   is not refused for that; whoever wants to know asks for faults before.
    private func write(_ change: PieceChange, at position: Position, in db: Database) throws -> Bool
    {
        let close = try PieceQuery.close.statement(in: db)
        for piece in change.closed {
            try close.execute(arguments: [
                position.number, piece.agreement.text, piece.term.text, piece.subject.text,
                piece.days.from.number,
            ])
            guard db.changesCount == 1 else { return false }
        }
        for piece in change.opened {
            do {
                try PieceRow(RecordedPiece(piece, from: position, to: nil)).insert(into: db)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                return false
            }
        }
        return true
    }

    /// An append is not refused because an earlier event of the agreement cannot be read: it then has no
    /// pieces, which is a fault to whoever asks for them.
    private func sparing(
        _ agreement: AgreementID, in db: Database, _ body: () throws -> Void
    ) throws {
        do { try body() } catch DeedbookError.corrupted, DeedbookError.unknownKind {
            try remove(agreement, in: db)
        }
    }

    /// Makes the pieces of one agreement again, of all times.
    private func remake(_ agreement: AgreementID, in db: Database) throws {
        try remove(agreement, in: db)
        for piece in try pieces(of: agreement, in: db) { try PieceRow(piece).insert(into: db) }
        for row in try steps(of: agreement, in: db) { try row.insert(into: db) }
    }

    private func remove(_ agreement: AgreementID, in db: Database) throws {
        for statement in [
            try PieceQuery.removeAgreement.statement(in: db),
            try StepQuery.removeAgreement.statement(in: db),
        ] {
            try statement.execute(arguments: [agreement.text])
        }
    }
}

extension PieceWriter {
    /// Makes all pieces again, in a book whose events were put there otherwise. An agreement whose events cannot
    /// be read has none.
    func remakeAll(in db: Database) throws {
        forget()
        try db.execute(sql: Self.emptying)
        for agreement in try Self.agreements(in: db) {
            try sparing(agreement, in: db) { try remake(agreement, in: db) }
        }
        let last = try SQLiteStore.size(of: db)
        try PieceQuery.moveHead.statement(in: db).execute(arguments: [last, Self.reckoning])
    }

    /// Takes every piece and every step out.
    static let emptying = "DELETE FROM piece; DELETE FROM step"

    /// The lines of one agreement's steps, as its events give them.
    func steps(of agreement: AgreementID, in db: Database) throws -> [StepRow] {
        StepIndex(of: try history(agreement, db)).lines.map { StepRow($0, of: agreement) }
    }

    /// Every event of one agreement, in the order of positions, remains in the place of payloads that were taken
    /// out.
    private func history(_ agreement: AgreementID, _ db: Database) throws -> [RecordedEvent] {
        try SQLiteStore.events(
            Query.eventsOfAgreement.statement(in: db), [agreement.text, Int.max])
    }

    /// The pieces of one agreement, of all times, as its events give them.
    func pieces(of agreement: AgreementID, in db: Database) throws -> [RecordedPiece] {
        let ends = try Self.ends(of: agreement, in: db)
        return PieceHistory.pieces(of: agreement, history: try history(agreement, db)) { ends[$0] }
    }

    /// The pieces of one agreement as its events give them, read the long way: all of it at once.
    func fold(of agreement: AgreementID, in db: Database) throws -> [TermPiece] {
        let vantage = Vantage(on: .first)
        return Pieces.of(
            AgreementReading(agreement, history: try history(agreement, db), from: vantage))
    }

    /// The position the pieces reach; nil where there are none of this reckoning.
    static func head(in db: Database) throws -> Int? {
        guard let row = try Row.fetchOne(PieceQuery.head.statement(in: db)),
            try row.decode(Int.self, atIndex: 1) == reckoning
        else { return nil }
        return try row.decode(Int.self, atIndex: 0)
    }

    /// Every agreement of the book.
    static func agreements(in db: Database) throws -> [AgreementID] {
        try String.fetchAll(db, sql: "SELECT id FROM agreement ORDER BY id")
            .compactMap { AgreementID($0) }
    }

    static func agreement(of event: EventReference, in db: Database) throws -> AgreementID? {
        try String.fetchOne(
            PieceQuery.agreementOfEvent.statement(in: db),
            arguments: [event.ordinal, event.recording.text]
        ).flatMap { AgreementID($0) }
    }

    /// Where the recordings end that touch an agreement.
    private static func ends(
        of agreement: AgreementID, in db: Database
    ) throws -> [RecordingKey: Position] {
        let rows = try Row.fetchCursor(
            PieceQuery.endsOfRecordings.statement(in: db), arguments: [agreement.text])
        var ends: [RecordingKey: Position] = [:]
        while let row = try rows.next() {
            guard let key = RecordingKey(try row.decode(String.self, atIndex: 0)) else { continue }
            ends[key] = Position(try row.decode(Int.self, atIndex: 1))
        }
        return ends
    }
}
