import EventStore
import Foundation
import GRDB
import Ledger
public import Transparency

/// A witness's memory in an SQLite file of its own: one table, one row a log, and a seal over all of them.
///
/// What is decided is on the disk before `decide` returns, also where the power fails right after
/// (`synchronous=EXTRA`: the folder that named the journal is synchronized too, without which a commit could be
/// taken back). Several processes may share the file: each decision is one immediate transaction.
/// A row that cannot be read is an error, never "nothing seen yet"; and so is one that is gone (`WitnessSeal`).
public final class SQLiteWitnessMemory: WitnessMemory {
    /// `DBWT`, as the header of every such file says.
    private static let applicationID = 0x4442_5754
    /// A memory of version 1 has no seal; it is sealed as it is when it is opened first.
    private static let version = 2

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
    /// - Parameter waitLimit: how long to wait for another process that is deciding, as the sum of the pauses.
    /// - Throws: `missing` where there is none: one that is made is another witness's.
    public convenience init(
        path: String, waitLimit: Duration = .seconds(5)
    ) throws(WitnessMemoryError) {
        try self.init(path: path, waitLimit: waitLimit, onPause: {})
    }

    /// - Parameter onPause: called before each pause of a decision that waits for another process.
    package init(
        path: String, waitLimit: Duration, onPause: @escaping @Sendable () -> Void
    ) throws(WitnessMemoryError) {
        self.path = path
        let waitLimit = LockWait(waitLimit, onPause: onPause)
        do {
            guard BookFile.exists(path) else { throw WitnessMemoryError.missing(path) }
            try BookFile.check(path, isWritten: true)
            var configuration = Configuration()
            configuration.busyMode = .callback { tries in waitLimit.waits(after: tries) }
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
                try db.execute(sql: "PRAGMA cell_size_check = ON")
                try db.execute(sql: "PRAGMA synchronous = EXTRA")
                try db.execute(sql: "PRAGMA fullfsync = ON")
                // Without it, REPLACE deletes a row past its trigger.
                try db.execute(sql: "PRAGMA recursive_triggers = ON")
                Guards.writeDerivedRows(on: db)
            }
            queue = try DatabaseQueue(
                path: BookFile.resolved(path), configuration: configuration)
            if try queue.unsafeRead({ db in try Self.check(db, path) }) < Self.version {
                try queue.writeWithoutTransaction(Self.seal)
            }
            // In one transaction: another process may decide meanwhile.
            try queue.read { db in try Self.checkSeal(db, path) }
        } catch {
            throw Self.failure(error, path)
        }
    }

    /// Makes sure that the file is a memory that can be read, and returns its version.
    private static func check(_ db: Database, _ path: String) throws -> Int {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw WitnessMemoryError.failed(
                "\(path): it is another program's database, and no witness's memory")
        }
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard (1...version).contains(found) else {
            throw WitnessMemoryError.failed(
                "\(path): it has version \(found) of a witness's memory; this program reads 1 and \(version)"
            )
        }
        // Every row that a witness relies on is looked at once, before it signs anything.
        let problems = try String.fetchAll(db, sql: "PRAGMA quick_check")
        guard problems == ["ok"] else {
            throw WitnessMemoryError.failed(
                "\(path): the file is damaged: \(problems.joined(separator: "; "))")
        }
        return found
    }

    private static func checkSeal(_ db: Database, _ path: String) throws {
        guard try WitnessSeal.holds(in: db) else {
            throw WitnessMemoryError.failed(
                "\(path): its rows are not those that this witness wrote: another program changed, added or "
                    + "deleted some, so that it could cosign what it has to refuse; begin anew, with another key"
            )
        }
    }

    /// Seals a memory of before there was a seal; another process may have done so meanwhile.
    private static func seal(_ db: Database) throws {
        try db.inTransaction(.immediate) {
            guard try Int.fetchOne(db, sql: "PRAGMA user_version") == 1 else { return .rollback }
            try db.execute(sql: "DROP TRIGGER IF EXISTS cosigned_update")
            try db.execute(sql: WitnessSeal.sql)
            try WitnessSeal.set(in: db)
            try db.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
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

                        CREATE TRIGGER cosigned_delete BEFORE DELETE ON cosigned
                        BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
                        """)
                try db.execute(sql: WitnessSeal.sql)
                try WitnessSeal.set(in: db)
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
                        try Self.checkSeal(db, path)
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
        let rows = try Row.fetchCursor(
            db, sql: "SELECT size, root FROM cosigned WHERE origin = ?", arguments: [origin])
        guard let row = try rows.next() else { return nil }
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
        try WitnessSeal.set(in: db)
    }
}
