public import Amendments
public import EventStore
import Foundation
import GRDB
import Ledger
import Notation
public import Terms
import Transparency

extension SQLiteStore: BatchStore {
    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        let draft = try RecordingDraft(
            recording, by: recorder, expecting: expected, sealed: seal, salt: salt)
        let outcomes = await appends.append([draft])
        guard let outcome = outcomes.first else {
            throw DeedbookError.outcomeUnknown(detail: "\(path): nothing came of it")
        }
        return try outcome.get()
    }

    public func append(
        _ submissions: [Submission], by recorder: String
    ) async -> [Result<Receipt, DeedbookError>] {
        var drafts: [RecordingDraft] = []
        do throws(DeedbookError) {
            for submission in submissions {
                drafts.append(try RecordingDraft(submission, by: recorder, salt: salt))
            }
            return await appends.append(drafts)
        } catch {
            let outcomes = await appends.append(drafts)
            return outcomes.count == drafts.count && outcomes.last?.failure == nil
                ? outcomes + [.failure(error)] : outcomes
        }
    }

    /// They are a transaction of their own, however many they are: what it takes is in the log of the file, and in
    /// memory no more than of any append.
    public func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt] {
        let drafts = try RecordingDraft.all(of: submissions, by: recorder, salt: salt)
        return try await access { db in
            try self.transact([drafts], areWhole: true, in: db).joined().map { try $0.get() }
        }
    }

    /// Appends groups of drafts in one transaction, with one sync, and reports what became of each, up to the first of
    /// its group that is refused.
    ///
    /// A group that is refused takes nothing of the others with it. Where the transaction itself fails, each draft
    /// is tried again alone, so that one that the file cannot take spoils no other.
    func append(_ groups: [[RecordingDraft]]) async -> [[AppendQueue.Outcome]] {
        do throws(DeedbookError) {
            return try await access { db in try self.transact(groups, in: db) }
        } catch {
            guard groups.joined().count > 1, error.isOfOneDraft else {
                return groups.map { _ in [.failure(error)] }
            }
            var outcomes: [[AppendQueue.Outcome]] = []
            for group in groups {
                var own: [AppendQueue.Outcome] = []
                for draft in group where own.last?.failure == nil {
                    own += await append([[draft]]).joined()
                }
                outcomes.append(own)
            }
            return outcomes
        }
    }

    /// - Parameter areWhole: whether one that is refused ends the transaction, and with it what came before.
    private func transact(
        _ groups: [[RecordingDraft]], areWhole: Bool = false, in db: Database
    ) throws -> [[AppendQueue.Outcome]] {
        try db.beginTransaction(.immediate)
        blocks.forget()
        var outcomes: [[AppendQueue.Outcome]] = []
        var redacts = false
        do {
            for group in groups {
                var own: [AppendQueue.Outcome] = []
                for draft in group where own.last?.failure == nil {
                    let outcome = try outcome(of: draft, in: db)
                    // Some errors end the whole transaction, and with it what came before.
                    guard db.isInsideTransaction else {
                        throw outcome.failure
                            ?? .inaccessible(path: path, detail: "it was rolled back")
                    }
                    if areWhole, let refusal = outcome.failure { throw refusal }
                    if case .success(let outcome) = outcome, outcome.redacts { redacts = true }
                    own.append(outcome.map(\.receipt))
                }
                outcomes.append(own)
            }
            if redacts { try PendingErasure.mark(db) }
            try checkBlocks(in: db)
        } catch {
            try? db.rollback()
            derived.forget()
            throw error
        }
        try commit(db)
        let events = groups.joined().reduce(0) { $0 + $1.recording.events.count }
        tidyLog(db, after: events, redacted: redacts)
        guard leavesRedactedBytes else { return outcomes }
        return outcomes.map { own in
            own.map { outcome in
                outcome.map { receipt in
                    var receipt = receipt
                    receipt.leavesRedactedBytes = true
                    return receipt
                }
            }
        }
    }

    /// A failed commit is not a refusal: it may have been written all the same.
    ///
    /// Reading the book again would not show it: what a failed sync left in the cache of the system can be read
    /// now and lost with the power. Only an append of the same key makes sure, so the error says so. A
    /// disk that is full is another matter: then the frame that ends the transaction was never written.
    private func commit(_ db: Database) throws {
        do { try db.commit() } catch {
            try? db.rollback()
            derived.forget()
            if let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL { throw error }
            throw DeedbookError.outcomeUnknown(detail: "\(path): \(error)")
        }
    }

    /// What the ledger refuses is an outcome, and leaves nothing behind; what the file refuses ends the
    /// transaction.
    private func outcome(
        of draft: RecordingDraft, in db: Database
    ) throws -> Result<Outcome, DeedbookError> {
        do {
            var outcome: Outcome?
            try db.inSavepoint {
                outcome = try append(draft, to: db)
                return .commit
            }
            guard let outcome else {
                throw DeedbookError.outcomeUnknown(detail: "\(path): nothing came of it")
            }
            return .success(outcome)
        } catch let error as DeedbookError {
            return .failure(error)
        }
    }

    private struct Outcome {
        var receipt: Receipt
        var redacts = false
    }

    private func append(_ draft: RecordingDraft, to db: Database) throws -> Outcome {
        if let receipt = try knownReceipt(of: draft, in: db) { return Outcome(receipt: receipt) }
        let slot = try slot(for: draft, in: db)
        let receipt = draft.receipt(in: slot)
        let events = try draft.events(in: slot) { reference throws(DeedbookError) in
            do { return try Self.event(reference, in: db) } catch {
                throw StoreErrors.translated(error, path: self.path)
            }
        }
        try Self.insert(receipt, header: draft.header(in: slot), into: db)
        for event in events { try insert(event, into: db) }
        try Tree(db: db, grows: growsTree).completeSubtrees(
            from: receipt.first.number - 1, to: receipt.last.number)
        let redactions = events.filter { $0.remains != nil }
        for event in redactions { try redact(by: event, in: db) }
        try keepPieces(
            of: draft.recording.events(from: slot.first, under: draft.header(in: slot)), in: db)
        return Outcome(receipt: receipt, redacts: !redactions.isEmpty)
    }

    /// The first receipt, where this key was recorded before.
    private func knownReceipt(of draft: RecordingDraft, in db: Database) throws -> Receipt? {
        let key = draft.recording.key
        let statement = try Query.recordingOfKey.statement(in: db)
        guard let row = try Row.fetchOne(statement, arguments: [key.text]) else { return nil }
        let own = try Self.positions(row, in: db)
        let receipt = Receipt(
            key: key, first: Position(own.lowerBound), last: Position(own.upperBound),
            recordedAt: try row.instant(at: 2), isRepeated: true)
        let stored = try own.compactMap { try Self.stored(at: Position($0), in: db) }
        guard try draft.isRepeat(of: stored) else {
            throw DeedbookError.keyReused(key, recordedAt: receipt.first)
        }
        return receipt
    }

    /// Where the draft's events go; every agreement it touches or names is as expected, or what it is now was decided
    /// on.
    private func slot(
        for draft: RecordingDraft, in db: Database
    ) throws -> RecordingDraft.Slot {
        var versions: [AgreementID: Int] = [:]
        for agreement in draft.agreements {
            versions[agreement] = try Self.sealedVersion(of: agreement, in: db) ?? 0
        }
        do throws(DeedbookError) {
            for (agreement, version) in versions.sorted(by: { $0.key < $1.key }) {
                try draft.check(agreement, at: version)
            }
        } catch {
            guard case .versionConflict = error, let decision = draft.decision else { throw error }
            try decision.decide(SQLiteDerived(db: db))
        }
        let last = try Self.last(in: db)
        try Self.checkInstant(of: last, in: db)
        let now = clock()
        return RecordingDraft.Slot(
            origin: origin, first: Position(last.position + 1),
            recordedAt: max(now, last.recordedAt ?? now), versions: versions)
    }

    /// Throws where the last recording was at another instant than its entry says: what follows is never before it.
    private static func checkInstant(
        of last: (position: Int, recordedAt: Instant?), in db: Database
    ) throws {
        guard let entry = try stored(at: Position(last.position), in: db)?.entry,
            let contents = try? EntryContents(parsing: entry)
        else { return }
        guard contents.header.recordedAt == last.recordedAt else {
            throw DeedbookError.corrupted(
                Position(last.position),
                detail: "recording.recorded_at is not as its entry says")
        }
    }

    static func insert(
        _ receipt: Receipt, header: RecordingHeader, into db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO recording
                    (first_position, last_position, key, recorded_at, header)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            receipt.first.number, receipt.last.number, receipt.key.text,
            receipt.recordedAt.microseconds, Data(HeaderFormat.bytes(of: header)),
        ])
    }

    /// Inserts one event; the agreement's version follows by trigger.
    private func insert(_ event: NewEvent, into db: Database) throws {
        let position = event.contents.place.position.number
        try Self.insert(
            event.entry, at: position, StoredRow.Columns(of: event.contents),
            leaf: growsTree ? event.leaf.bytes : Array(repeating: 0, count: 32), into: db)
        try Self.insert(payload: event.payload, salt: event.salt, at: position, into: db)
    }

    static func insert(
        _ entry: [UInt8], at position: Int, _ columns: StoredRow.Columns, leaf: [UInt8],
        into db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO event (
                    position, agreement, version, recording, ordinal, kind, schema,
                    disclosed_latest, entry, leaf)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            position, columns.agreement, columns.version, columns.recording, columns.ordinal,
            columns.kind, columns.schema, columns.disclosedLatest, Data(entry), Data(leaf),
        ])
    }

    static func insert(
        payload: [UInt8], salt: [UInt8], at position: Int, into db: Database
    ) throws {
        try db.cachedStatement(
            sql: "INSERT INTO payload (position, salt, bytes) VALUES (?, ?, ?)"
        ).execute(arguments: [position, Data(salt), Data(payload)])
    }
}

extension SQLiteStore {
    /// Puts what is left in the place of a payload.
    private func redact(by event: NewEvent, in db: Database) throws {
        guard let remains = event.remains, let target = event.contents.remains?.position
        else { return }
        try Self.insert(remains, at: target.number, into: db)
        try db.cachedStatement(sql: "DELETE FROM payload WHERE position = ?")
            .execute(arguments: [target.number])
    }

    static func insert(_ remains: Remains, at position: Int, into db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO remains (position, redacted_by, schema, bytes) VALUES (?, ?, ?, ?)
                """
        ).execute(arguments: [
            position, remains.redactedBy.number, remains.schema, Data(remains.bytes),
        ])
    }

    /// The event of an earlier recording, as it is stored.
    private static func event(
        _ reference: EventReference, in db: Database
    ) throws -> StoredTarget? {
        let statement = try Query.recordingOfKey.statement(in: db)
        guard let row = try Row.fetchOne(statement, arguments: [reference.recording.text])
        else { return nil }
        let own = try positions(row, in: db)
        guard (1...own.count).contains(reference.ordinal) else { return nil }
        let position = Position(own.lowerBound + reference.ordinal - 1)
        let found = try events(
            Query.eventsAfterPosition.statement(in: db), [position.number - 1, 1], in: db
        ).first
        guard let found, let stored = try stored(at: position, in: db) else { return nil }
        guard case .redacted(let remains) = stored.payload else {
            return StoredTarget(position: position, event: found.event, remains: nil)
        }
        return StoredTarget(position: position, event: found.event, remains: remains)
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}

extension DeedbookError {
    /// Whether it may be the fault of one draft of a batch, and of no other.
    fileprivate var isOfOneDraft: Bool {
        switch self {
        case .inaccessible, .notABook, .corrupted, .derivedAltered, .unknownKind, .entryTooLarge:
            true
        case _: false
        }
    }
}
