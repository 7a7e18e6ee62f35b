import EventStore
import Foundation
import GRDB
import Ledger
public import Transparency

/// A witness's memory in an SQLite file of its own: one table, one row a log.
///
/// What is decided is on the disk before `decide` returns, also where the power fails right after
/// (`synchronous=EXTRA`: the folder that named the journal is synchronized too, without which a commit could be
/// taken back). Several processes may share the file: each decision is one immediate transaction.
/// A row that cannot be read is an error, never "nothing seen yet".
public final class SQLiteWitnessMemory: WitnessMemory {
    /// `DBWT`, as the header of every such file says.
    private static let applicationID = 0x4442_5754
    private static let version = 1

    private let queue: DatabaseQueue
    private let accesses = AccessQueue()
    private let path: String

    /// Makes the memory of a new witness, which saw nothing yet.
    ///
    /// - Throws: `exists` where there is a file already, which stays as it is; `notMade` where none can be made.
    public static func make(at path: String) throws(WitnessMemoryError) {
        guard !BookFile.exists(path) else { throw .exists(path) }
        do throws(DeedbookError) { try BookFile.makeNew(at: path, build) } catch {
            throw .notMade(words(of: error, path))
        }
    }

    /// What is wrong with a memory: it is no book, and is not called one.
    private static func failure(_ error: any Error, _ path: String) -> WitnessMemoryError {
        (error as? WitnessMemoryError)
            ?? .failed(words(of: StoreErrors.translated(error, path: path), path))
    }

    private static func words(of error: DeedbookError, _ path: String) -> String {
        switch error {
        case .notABook(_, let detail), .inaccessible(_, let detail): "\(path): \(detail)"
        case .busy: "\(path): another process has held it for too long"
        case .full: "\(path): there is no space left for it"
        case let other: "\(path): \(other.account.sentence)"
        }
    }

    /// Opens the file.
    ///
    /// - Parameter patience: how long to wait for another process that is deciding, as the sum of the pauses.
    /// - Throws: `missing` where there is none: one that is made is another witness's.
    public convenience init(
        path: String, patience: Duration = .seconds(5)
    ) throws(WitnessMemoryError) {
        try self.init(path: path, patience: patience, onPause: {})
    }

    /// - Parameter onPause: called before each pause of a decision that waits for another process.
    package init(
        path: String, patience: Duration, onPause: @escaping @Sendable () -> Void
    ) throws(WitnessMemoryError) {
        self.path = path
        let patience = Patience(patience, onPause: onPause)
        do {
            guard BookFile.exists(path) else { throw WitnessMemoryError.missing(path) }
            try BookFile.check(path, isWritten: true)
            var configuration = Configuration()
            configuration.busyMode = .callback { tries in patience.waits(after: tries) }
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
                try db.execute(sql: "PRAGMA cell_size_check = ON")
                try db.execute(sql: "PRAGMA synchronous = EXTRA")
                try db.execute(sql: "PRAGMA fullfsync = ON")
                // Without it, REPLACE deletes a row past its trigger.
                try db.execute(sql: "PRAGMA recursive_triggers = ON")
            }
            queue = try DatabaseQueue(
                path: BookFile.resolved(path), configuration: configuration)
            try queue.unsafeRead { db in try Self.check(db, path) }
        } catch {
            throw Self.failure(error, path)
        }
    }

    private static func check(_ db: Database, _ path: String) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw WitnessMemoryError.failed(
                "\(path): it is another program's database, and no witness's memory")
        }
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version")
        guard found == version else {
            throw WitnessMemoryError.failed(
                "\(path): it has version \(found ?? 0) of a witness's memory; this program reads \(version)"
            )
        }
        // Every row that a witness relies on is looked at once, before it signs anything.
        let problems = try String.fetchAll(db, sql: "PRAGMA quick_check")
        guard problems == ["ok"] else {
            throw WitnessMemoryError.failed(
                "\(path): the file is damaged: \(problems.joined(separator: "; "))")
        }
    }

    private static func build(at path: String) throws(DeedbookError) {
        do {
            let queue = try DatabaseQueue(path: BookFile.resolved(path))
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
                            OR NEW.size = OLD.size AND NEW.root IS NOT OLD.root
                        BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;

                        CREATE TRIGGER cosigned_delete BEFORE DELETE ON cosigned
                        BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
                        """)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(version)")
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
                        let known = try known(request.checkpoint.checkpoint.origin, in: db)
                        decision = WitnessDecision(on: request, known: known, keys: keys)
                        guard case .cosign = decision else { return .rollback }
                        try Self.remember(request.checkpoint.checkpoint, in: db)
                        return .commit
                    }
                    return decision
                }
            }
        } catch {
            throw Self.failure(error, path)
        }
    }

    private func known(_ origin: String, in db: Database) throws -> Checkpoint? {
        let row = try Row.fetchOne(
            db, sql: "SELECT size, root FROM cosigned WHERE origin = ?", arguments: [origin])
        guard let row else { return nil }
        let (size, bytes) = (try row.number(at: 0), try row.bytes(at: 1) ?? [])
        guard size >= 0, let root = TreeHash(bytes) else {
            throw WitnessMemoryError.failed(
                "\(path): of '\(origin)' it has the size \(size) and a root of \(bytes.count) bytes, where a "
                    + "size from 0 and a root of 32 bytes should be")
        }
        return Checkpoint(origin: origin, size: size, root: root)
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
