import Foundation
import GRDB
import Ledger
public import Transparency

/// A witness's memory in an SQLite file of its own: one table, one row a log.
public final class SQLiteWitnessMemory: WitnessMemory {
    /// `DBWT`, as the header of every such file says.
    private static let applicationID = 0x4442_5754

    private let queue: DatabaseQueue
    private let accesses = AccessQueue()
    private let path: String

    /// Opens the file, or makes it where there is none.
    public init(path: String, patience: Duration = .seconds(5)) throws(WitnessMemoryError) {
        self.path = path
        do {
            if !BookFile.exists(path) { try BookFile.make(at: path, Self.make) }
            try BookFile.check(path, isWritten: true)
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience / .seconds(1))
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
                try db.execute(sql: "PRAGMA cell_size_check = ON")
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let found = try queue.unsafeRead { db in
                try Int.fetchOne(db, sql: "PRAGMA application_id")
            }
            guard found == Self.applicationID else {
                throw WitnessMemoryError("\(path) is not a witness's memory")
            }
        } catch let error as WitnessMemoryError {
            throw error
        } catch {
            throw WitnessMemoryError("\(path): \(StoreErrors.translated(error, path: path))")
        }
    }

    private static func make(at path: String) throws(EventStoreError) {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.write { db in
                try db.execute(
                    sql: """
                        CREATE TABLE cosigned (
                            origin TEXT PRIMARY KEY,
                            size INTEGER NOT NULL CHECK (size >= 0),
                            root BLOB NOT NULL CHECK (length(root) = 32)
                        ) STRICT, WITHOUT ROWID;

                        CREATE TRIGGER cosigned_update BEFORE UPDATE ON cosigned
                        WHEN NEW.origin IS NOT OLD.origin OR NEW.size < OLD.size
                        BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;

                        CREATE TRIGGER cosigned_delete BEFORE DELETE ON cosigned
                        BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
                        """)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            try queue.close()
        } catch {
            throw StoreErrors.translated(error, path: path)
        }
    }

    public func decide(
        on request: AddCheckpoint, keys: [VerifierKey]
    ) async throws(WitnessMemoryError) -> WitnessDecision {
        do {
            return try await accesses.run {
                try queue.writeWithoutTransaction { db in
                    var decision = WitnessDecision.unknownOrigin
                    try db.inTransaction(.immediate) {
                        let known = try Self.known(request.checkpoint.checkpoint.origin, in: db)
                        decision = WitnessDecision(on: request, known: known, keys: keys)
                        guard case .cosign = decision else { return .rollback }
                        try Self.remember(request.checkpoint.checkpoint, in: db)
                        return .commit
                    }
                    return decision
                }
            }
        } catch {
            throw WitnessMemoryError("\(path): \(StoreErrors.translated(error, path: path))")
        }
    }

    private static func known(_ origin: String, in db: Database) throws -> Checkpoint? {
        let row = try Row.fetchOne(
            db, sql: "SELECT size, root FROM cosigned WHERE origin = ?", arguments: [origin])
        guard let row, let root = TreeHash(try row.bytes(at: 1) ?? []) else { return nil }
        return Checkpoint(
            origin: origin, size: try row.decode(Int.self, atIndex: 0), root: root)
    }

    private static func remember(_ checkpoint: Checkpoint, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO cosigned (origin, size, root) VALUES (?, ?, ?)
                ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root
                """,
            arguments: [
                checkpoint.origin, checkpoint.size, Data(checkpoint.root.bytes),
            ])
    }
}
