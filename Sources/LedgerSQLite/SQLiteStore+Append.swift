public import Amendments
import Foundation
import GRDB
public import Ledger
import Notation
public import Terms
import Transparency

extension SQLiteStore {
    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(EventStoreError) -> Receipt {
        let draft = try RecordingDraft(
            recording, by: recorder, expecting: expected, sealed: seal, salt: salt)
        return try await access { db in
            try db.beginTransaction(.immediate)
            let outcome: Outcome
            do { outcome = try self.append(draft, to: db) } catch {
                try? db.rollback()
                throw error
            }
            // A failed commit is not a refusal: it may have been written all the same.
            do { try db.commit() } catch {
                try? db.rollback()
                throw EventStoreError.outcomeUnknown(detail: "\(self.path): \(error)")
            }
            if outcome.redacts {
                self.emptyLog(db)
            } else {
                self.moveLogIfLong(db, after: recording.events.count)
            }
            return outcome.receipt
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
        let events = try draft.events(in: slot) { reference throws(EventStoreError) in
            do { return try Self.event(reference, in: db) } catch {
                throw StoreErrors.translated(error, path: self.path)
            }
        }
        try insert(receipt, header: draft.header(in: slot), into: db)
        for event in events { try insert(event, into: db) }
        try Tree(db: db, grows: growsTree).completeSubtrees(
            from: receipt.first.number - 1, to: receipt.last.number)
        let redactions = events.filter { $0.remains != nil }
        for event in redactions { try redact(by: event, in: db) }
        return Outcome(receipt: receipt, redacts: !redactions.isEmpty)
    }

    /// The first receipt, where this key was recorded before.
    private func knownReceipt(of draft: RecordingDraft, in db: Database) throws -> Receipt? {
        let key = draft.recording.key
        let statement = try Query.recordingOfKey.statement(in: db)
        guard let row = try Row.fetchOne(statement, arguments: [key.text]) else { return nil }
        let receipt = Receipt(
            key: key, first: Position(try row.decode(Int.self, atIndex: 0)),
            last: Position(try row.decode(Int.self, atIndex: 1)),
            recordedAt: Instant(microseconds: try row.decode(Int.self, atIndex: 2)),
            isRepeated: true)
        let stored = try (receipt.first.number...receipt.last.number).compactMap {
            try Self.stored(at: Position($0), in: db)
        }
        guard try draft.isRepeat(of: stored) else {
            throw EventStoreError.keyReused(key, recordedAt: receipt.first)
        }
        return receipt
    }

    /// Where the draft's events go; every agreement it touches or names is as expected.
    private func slot(
        for draft: RecordingDraft, in db: Database
    ) throws -> RecordingDraft.Slot {
        let statement = try Query.versionOfAgreement.statement(in: db)
        var versions: [AgreementID: Int] = [:]
        for agreement in draft.agreements {
            let version = try Int.fetchOne(statement, arguments: [agreement.text]) ?? 0
            try draft.check(agreement, at: version)
            versions[agreement] = version
        }
        let row = try Row.fetchOne(Query.lastRecording.statement(in: db))
        let lastPosition = try row?.decode(Int.self, atIndex: 0) ?? 0
        let lastInstant = try row?.decode(Int.self, atIndex: 1) ?? .min
        return RecordingDraft.Slot(
            origin: origin, first: Position(lastPosition + 1),
            recordedAt: max(clock(), Instant(microseconds: lastInstant)), versions: versions)
    }

    func insert(
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
        try insert(
            event.entry, at: position, StoredRow.Columns(of: event.contents),
            leaf: growsTree ? event.leaf.bytes : Array(repeating: 0, count: 32), into: db)
        try insert(payload: event.payload, salt: event.salt, at: position, into: db)
    }

    func insert(
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

    func insert(
        payload: [UInt8], salt: [UInt8], at position: Int, into db: Database
    ) throws {
        try db.cachedStatement(
            sql: "INSERT INTO payload (position, salt, bytes) VALUES (?, ?, ?)"
        ).execute(arguments: [position, Data(salt), Data(payload)])
    }
}

extension SQLiteStore {
    /// Puts what is left in the place of a payload. One that is gone already stays as it is.
    private func redact(by event: NewEvent, in db: Database) throws {
        guard let remains = event.remains, let target = event.contents.remains?.position,
            case .present? = try Self.stored(at: target, in: db)?.payload
        else { return }
        try insert(remains, at: target.number, into: db)
        try db.cachedStatement(sql: "DELETE FROM payload WHERE position = ?")
            .execute(arguments: [target.number])
    }

    func insert(_ remains: Remains, at position: Int, into db: Database) throws {
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
    ) throws -> RecordedEvent? {
        let first = try Int.fetchOne(
            Query.positionOfReference.statement(in: db),
            arguments: [reference.recording.text, reference.ordinal])
        guard let first, reference.ordinal > 0 else { return nil }
        let position = first + reference.ordinal - 1
        return try events(
            Query.eventsAfterPosition.statement(in: db), [position - 1, 1]
        ).first
    }
}
