public import Amendments
import Foundation
import GRDB
public import Ledger
import Notation
public import Terms

extension SQLiteStore {
    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion]
    ) async throws(EventStoreError) -> Receipt {
        let draft = Draft(
            recording: recording, recorder: recorder, expected: expected,
            digest: Entry.contentDigest(of: recording), salts: recording.events.map { _ in salt() })
        return try await access { db in
            try db.beginTransaction(.immediate)
            let receipt: Receipt
            do { receipt = try self.append(draft, to: db) } catch {
                try? db.rollback()
                throw error
            }
            // A failed commit is not a refusal: it may have been written all the same.
            do { try db.commit() } catch {
                try? db.rollback()
                throw EventStoreError.outcomeUnknown(detail: "\(self.path): \(error)")
            }
            self.moveLogIfLong(db, after: recording.events.count)
            return receipt
        }
    }

    /// What is to be appended, with all that can be made of it before the book is held.
    private struct Draft: Sendable {
        let recording: Recording
        let recorder: String
        let expected: [AgreementID: ExpectedVersion]
        let digest: String
        let salts: [[UInt8]]

        /// The agreements whose versions matter, in the order they are checked.
        var agreements: [AgreementID] {
            Set(recording.agreements).union(expected.keys).sorted()
        }
    }

    private func append(_ draft: Draft, to db: Database) throws -> Receipt {
        if let receipt = try knownReceipt(of: draft, in: db) { return receipt }
        var versions = try checkedVersions(for: draft, in: db)
        let recording = draft.recording
        let row = try Row.fetchOne(Query.lastRecording.statement(in: db))
        let lastPosition = try row?.decode(Int.self, atIndex: 0) ?? 0
        let lastInstant = try row?.decode(Int.self, atIndex: 1) ?? .min
        let receipt = Receipt(
            key: recording.key, first: Position(lastPosition + 1),
            last: Position(lastPosition + recording.events.count),
            recordedAt: max(clock(), Instant(microseconds: lastInstant)), isRepeated: false)
        let header = RecordingHeader(
            of: recording, recorder: draft.recorder, recordedAt: receipt.recordedAt)
        try insert(receipt, header: header, digest: draft.digest, into: db)
        for (index, event) in recording.events.enumerated() {
            let agreement = event.agreement ?? recording.agreement
            let version = (versions[agreement] ?? 0) + 1
            versions[agreement] = version
            let place = Entry.Place(
                origin: origin, position: Position(lastPosition + 1 + index), agreement: agreement,
                version: version, ordinal: index + 1)
            try insert(event, at: place, in: header, salt: draft.salts[index], into: db)
        }
        return receipt
    }

    /// The first receipt, where this key was recorded before.
    private func knownReceipt(of draft: Draft, in db: Database) throws -> Receipt? {
        let key = draft.recording.key
        let statement = try Query.recordingOfKey.statement(in: db)
        guard let row = try Row.fetchOne(statement, arguments: [key.text]) else { return nil }
        let first = Position(try row.decode(Int.self, atIndex: 1))
        guard try row.decode(String.self, atIndex: 0) == draft.digest else {
            throw EventStoreError.keyReused(key, recordedAt: first)
        }
        return Receipt(
            key: key, first: first, last: Position(try row.decode(Int.self, atIndex: 2)),
            recordedAt: Instant(microseconds: try row.decode(Int.self, atIndex: 3)),
            isRepeated: true)
    }

    /// The version of every agreement that the append touches or names, each as expected.
    private func checkedVersions(
        for draft: Draft, in db: Database
    ) throws -> [AgreementID: Int] {
        let statement = try Query.versionOfAgreement.statement(in: db)
        var versions: [AgreementID: Int] = [:]
        for agreement in draft.agreements {
            let actual = try Int.fetchOne(statement, arguments: [agreement.text]) ?? 0
            let expected = draft.expected[agreement] ?? .any
            guard expected.allows(actual) else {
                throw EventStoreError.versionConflict(
                    agreement: agreement, expected: expected, actual: actual)
            }
            versions[agreement] = actual
        }
        return versions
    }

    private func insert(
        _ receipt: Receipt, header: RecordingHeader, digest: String, into db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO recording
                    (first_position, last_position, key, content_digest, recorded_at, header)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            receipt.first.number, receipt.last.number, receipt.key.text, digest,
            receipt.recordedAt.microseconds, Data(HeaderFormat.bytes(of: header)),
        ])
    }

    /// Inserts one event; the agreement's version follows by trigger.
    private func insert(
        _ event: Event, at place: Entry.Place, in header: RecordingHeader, salt: [UInt8],
        into db: Database
    ) throws {
        let stored = try Entry.make(event, at: place, in: header, salt: salt)
        try db.cachedStatement(
            sql: """
                INSERT INTO event (
                    position, agreement, version, recording, ordinal, kind, schema,
                    disclosed_latest, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            place.position.number, place.agreement.text, place.version, header.key.text,
            place.ordinal, event.kind.rawValue, event.kind.payloadType.schemaVersion,
            header.disclosed.latest.number, Data(stored.entry),
        ])
        try db.cachedStatement(
            sql: "INSERT INTO payload (position, salt, bytes) VALUES (?, ?, ?)"
        ).execute(arguments: [place.position.number, Data(stored.salt), Data(stored.payload)])
    }
}
