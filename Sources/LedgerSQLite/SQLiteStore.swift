public import Amendments
import Foundation
import GRDB
public import Ledger
import Terms

/// A book in one SQLite file: the embedded default.
///
/// Appends are durable before they return: write-ahead log, `synchronous=FULL`, one immediate transaction
/// a recording. One connection writes; another process that holds the book for longer than five seconds
/// is reported as `busy`.
public final class SQLiteStore: EventStore {
    /// What opening may do.
    public enum Mode: Sendable {
        case readOnly
        case readWrite
        /// Make a new book where there is no file.
        case create
    }

    /// `DBOK`, as the header of every book says (`PRAGMA application_id`).
    static let applicationID: Int32 = 0x4442_4F4B
    /// The newest schema this version knows (`PRAGMA user_version`).
    static let formatVersion: Int32 = 1

    let queue: DatabaseQueue
    let path: String
    let origin: String
    let clock: @Sendable () -> Instant
    let salt: @Sendable () -> [UInt8]

    /// Opens a book.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - clock: tells the instant of an append.
    ///   - salt: makes 16 random bytes for each payload.
    /// - Throws: `inaccessible`, `notABook`, `newerFormat` or `busy`; nothing was made or changed.
    public init(
        path: String, mode: Mode, clock: @escaping @Sendable () -> Instant,
        salt: @escaping @Sendable () -> [UInt8] = randomSalt
    ) throws(EventStoreError) {
        let isNew = try BookFile.check(path: path, mode: mode)
        self.path = path
        self.clock = clock
        self.salt = salt
        do {
            queue = try DatabaseQueue(
                path: path, configuration: Self.configuration(readOnly: mode == .readOnly))
            if isNew { try Self.makeBook(in: queue, path: path) }
            origin = try queue.read { db in try Self.identify(db, path: path) }
        } catch {
            if isNew { BookFile.remove(path) }
            throw StoreErrors.translated(error, path: path)
        }
    }

    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        configuration.label = "book"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA foreign_keys = ON")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    private static func makeBook(in queue: DatabaseQueue, path: String) throws {
        BookFile.protect(path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.inTransaction(.immediate) {
                // Another process may have made the book while this one waited.
                guard try Int32.fetchOne(db, sql: "PRAGMA user_version") == 0 else { return .rollback }
                try db.execute(sql: V1.sql)
                try db.execute(
                    sql: "INSERT INTO book (id, origin) VALUES (1, ?)", arguments: [newOrigin()])
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(formatVersion)")
                return .commit
            }
        }
    }

    /// A name no other book has: 128 random bits.
    private static func newOrigin() -> String {
        let digits = randomSalt().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return "deedbook.local/" + digits.joined()
    }

    /// Makes sure that the file is a book of a known version, and returns its origin.
    private static func identify(_ db: Database, path: String) throws -> String {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard application == applicationID else {
            throw EventStoreError.notABook(path: path, detail: "it is another program's database")
        }
        guard version <= formatVersion else {
            throw EventStoreError.newerFormat(
                path: path, found: Int(version), known: Int(formatVersion))
        }
        guard let origin = try String.fetchOne(db, sql: "SELECT origin FROM book WHERE id = 1")
        else { throw EventStoreError.notABook(path: path, detail: "it has no origin") }
        return origin
    }
}
