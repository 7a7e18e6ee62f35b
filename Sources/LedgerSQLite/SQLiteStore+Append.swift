public import Amendments
import GRDB
public import Ledger
import Notation
public import Terms

extension SQLiteStore {
    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion]
    ) async throws(EventStoreError) -> Receipt {
        let digest = Entry.contentDigest(of: recording)
        let salts = recording.events.map { _ in salt() }
        return try translating {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN IMMEDIATE")
                let receipt: Receipt
                do {
                    receipt = try self.append(
                        recording, digest: digest, salts: salts, by: recorder,
                        expecting: expected, to: db)
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw error
                }
                // A failed commit is not a refusal: it may have been written all the same.
                do { try db.execute(sql: "COMMIT") } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw EventStoreError.outcomeUnknown(detail: "\(error)")
                }
                return receipt
            }
        }
    }

    private func append(
        _ recording: Recording, digest: String, salts: [[UInt8]], by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], to db: Database
    ) throws -> Receipt {
        if let receipt = try knownReceipt(of: recording.key, digest: digest, in: db) {
            return receipt
        }
        for agreement in recording.agreements.sorted() {
            let actual = try version(of: agreement, in: db)
            let wanted = expected[agreement] ?? .any
            guard wanted.allows(actual) else {
                throw EventStoreError.versionConflict(
                    agreement: agreement, expected: wanted, actual: actual)
            }
        }
        let last = try Row.fetchOne(
            db,
            sql: """
                SELECT last_position, recorded_at FROM recording
                ORDER BY first_position DESC LIMIT 1
                """)
        let instant = max(clock(), Instant(microseconds: last?["recorded_at"] ?? .min))
        let first = Position((last?["last_position"] ?? 0) + 1)
        let receipt = Receipt(
            key: recording.key, first: first,
            last: Position(first.number + recording.events.count - 1), recordedAt: instant,
            isRepeated: false)
        let header = RecordingHeader(of: recording, recorder: recorder, recordedAt: instant)
        try insert(receipt, header: header, digest: digest, into: db)
        for (index, event) in recording.events.enumerated() {
            try insert(event, at: index, of: header, from: first, salt: salts[index], into: db)
        }
        return receipt
    }

    private func knownReceipt(
        of key: RecordingKey, digest: String, in db: Database
    ) throws -> Receipt? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT content_digest, first_position, last_position, recorded_at
                FROM recording WHERE key = ?
                """, arguments: [key.text])
        guard let row else { return nil }
        let first = Position(row["first_position"])
        guard row["content_digest"] == digest else {
            throw EventStoreError.keyReused(key, recordedAt: first)
        }
        return Receipt(
            key: key, first: first, last: Position(row["last_position"]),
            recordedAt: Instant(microseconds: row["recorded_at"]), isRepeated: true)
    }

    private func version(of agreement: AgreementID, in db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT version FROM agreement WHERE id = ?")
        return try Int.fetchOne(statement, arguments: [agreement.text]) ?? 0
    }

    /// Makes the agreement's head row, or adds one to its version; returns the new version.
    private func grown(_ agreement: AgreementID, in db: Database) throws -> Int {
        let version = try version(of: agreement, in: db)
        let sql =
            version == 0
            ? "INSERT INTO agreement (id, version) VALUES (?, 1)"
            : "UPDATE agreement SET version = version + 1 WHERE id = ?"
        try db.cachedStatement(sql: sql).execute(arguments: [agreement.text])
        return version + 1
    }

    private func insert(
        _ receipt: Receipt, header: RecordingHeader, digest: String, into db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO recording
                    (key, content_digest, header, first_position, last_position, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            receipt.key.text, digest, HeaderFormat.bytes(of: header).data, receipt.first.number,
            receipt.last.number, receipt.recordedAt.microseconds,
        ])
    }

    private func insert(
        _ event: Event, at index: Int, of header: RecordingHeader, from first: Position,
        salt: [UInt8], into db: Database
    ) throws {
        let agreement = event.agreement ?? header.agreement
        let place = Entry.Place(
            origin: origin, position: Position(first.number + index), agreement: agreement,
            version: try grown(agreement, in: db), ordinal: index + 1)
        let stored = try Entry.make(event, at: place, in: header, salt: salt)
        try db.cachedStatement(
            sql: """
                INSERT INTO event
                    (position, agreement, version, kind, schema, recording, ordinal, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            place.position.number, agreement.text, place.version, event.kind.rawValue,
            event.kind.payloadType.schemaVersion, header.key.text, place.ordinal,
            stored.entry.data,
        ])
        try db.cachedStatement(
            sql: "INSERT INTO payload (position, salt, bytes) VALUES (?, ?, ?)"
        ).execute(arguments: [place.position.number, stored.salt.data, stored.payload.data])
    }
}
