import Amendments
public import EventStore
import Foundation
import GRDB
import Ledger
import Synchronization
public import Terms

/// A book in one SQLite file: the embedded default.
///
/// An append is on the disk before it returns: write-ahead log, `synchronous=FULL`, one immediate
/// transaction for the recordings that wait at that moment. Several stores and processes may use one book;
/// they append one after the other, and one that waited in vain for the others learns that the book is
/// `busy`.
///
/// Accesses of one store run one after the other on a queue of its own, and are not cut short when their
/// task is cancelled: an append that has begun is carried through.
public final class SQLiteStore: TamperEvidentStore {
    /// What opening may do.
    public enum Mode: Sendable {
        case readOnly
        /// Read only, to find what is wrong with it: also a book that lost the row of its name, which it then
        /// has from its first entry.
        case audit
        case readWrite
        /// Make a new book where there is no file.
        case create
    }

    /// `DBOK`, as the header of every book says (`PRAGMA application_id`).
    static let applicationID = 0x4442_4F4B
    /// The format of the books that this version writes (`PRAGMA user_version`). A program of before format 3 would
    /// make what is derived again by its own rules, and refuses a book of this format.
    static let formatVersion = 3
    /// The formats that it reads. A book of an earlier one becomes one of today's with the next recording, or a rebuild.
    static let formats = 2...formatVersion

    let queue: DatabaseQueue
    /// What is known of a file that is read as it lies there; nil where the book is open as usual.
    let frozen: FrozenFile?
    private let accesses = AccessQueue()
    private let queueCapacity: Int
    /// Made when first used, because it appends through this store.
    private let queued = Mutex<AppendQueue?>(nil)
    let path: String
    public let origin: String
    /// What of the book cannot be seen, in words; nil where all of it is.
    public let unseen: String?
    let clock: @Sendable () -> Instant
    let salt: @Sendable () -> [UInt8]
    let growsTree: Bool
    /// False only where the cost of the pieces is measured.
    private let keepsPieces: Bool
    /// Whether it is read to find what is wrong with it, so that nothing is refused for that.
    let isAudited: Bool
    let blocks = ReadBlocks()
    private let columns = UnsealedColumns()
    let derived = DerivedKeeper()
    let waitLimit: LockWait
    let log = Mutex(LogState())

    /// Opens a book.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - waitLimit: how long to wait for another process that is writing.
    ///   - capacity: how many appends may wait in this store; one that comes then waits for a place.
    ///   - clock: states the instant of an append.
    ///   - salt: makes 16 random bytes for each payload.
    /// - Throws: `inaccessible`, `notABook`, `newerFormat` or `busy`; then no file was made or changed.
    public convenience init(
        path: String, mode: Mode, waitLimit: Duration = .seconds(5), capacity: Int = 1_024,
        clock: @escaping @Sendable () -> Instant,
        salt: @escaping @Sendable () -> [UInt8] = randomSalt
    ) throws(DeedbookError) {
        try self.init(
            path: path, mode: mode, growsTree: true, waitLimit: waitLimit, capacity: capacity,
            clock: clock, salt: salt)
    }

    /// - Parameters:
    ///   - growsTree: false only where the cost of the tree is measured.
    ///   - keepsPieces: false only where the cost of the pieces is measured.
    package init(
        path: String, mode: Mode, growsTree: Bool, keepsPieces: Bool = true,
        waitLimit: Duration = .seconds(5), capacity: Int = 1_024,
        clock: @escaping @Sendable () -> Instant,
        salt: @escaping @Sendable () -> [UInt8] = randomSalt
    ) throws(DeedbookError) {
        if mode == .create {
            try LockWait(waitLimit).persist { () throws(DeedbookError) in
                if !BookFile.exists(path) { try Self.makeBook(at: path) }
            }
        }
        let isWritten = mode == .readWrite || mode == .create
        try BookFile.check(path, isWritten: isWritten)
        try BookFile.refuseJournal(of: path)
        self.path = path
        self.clock = clock
        self.salt = salt
        self.growsTree = growsTree
        let waitLimit = LockWait(waitLimit)
        self.waitLimit = waitLimit
        self.keepsPieces = keepsPieces
        isAudited = mode == .audit
        queueCapacity = capacity
        do {
            (queue, frozen) = try Self.open(path, isWritten: isWritten, waitLimit, blocks)
            unseen = frozen?.unseen ?? BookFile.unseenBesideOtherNames(of: path)
            // In one transaction: others may append meanwhile.
            origin = try queue.read { db in
                let origin = try Self.identify(db, path: path, takesNameless: mode == .audit)
                if mode != .audit { try Self.checkShape(db, path: path) }
                return origin
            }
            if isWritten {
                try queue.writeWithoutTransaction(Self.prepareLog)
                try? queue.writeWithoutTransaction(finishErasure)
            }
        } catch {
            throw StoreErrors.translated(error, path: path)
        }
    }

    static func configuration(
        isWritten: Bool, _ waitLimit: LockWait, _ blocks: ReadBlocks = ReadBlocks()
    ) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = !isWritten
        configuration.busyMode = .callback { tries in waitLimit.waits(after: tries) }
        configuration.foreignKeysEnabled = true
        configuration.label = "book"
        configuration.prepareDatabase { db in
            Guards.refuseDamage(on: db)
            Guards.writeDerivedRows(on: db)
            blocks.add(to: db)
            for setting in settings { try db.execute(sql: "PRAGMA \(setting)") }
        }
        return configuration
    }

    /// What every connection to a book sets for itself.
    private static let settings = [
        "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0",
        "synchronous = FULL",
        // Acts on macOS only, where a sync does not reach the disk otherwise.
        "fullfsync = ON",
        // Without it, REPLACE deletes past the triggers.
        "recursive_triggers = ON",
        // What a redaction deletes is overwritten.
        "secure_delete = ON",
    ]

    /// Makes sure that the file is a book of a known version, and returns its origin.
    ///
    /// - Parameter takesNameless: whether a book will do whose own row is gone or cannot be read.
    static func identify(
        _ db: Database, path: String, takesNameless: Bool = false
    ) throws -> String {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw DeedbookError.notABook(path: path, detail: "it is another program's database")
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= formats.upperBound else {
            throw DeedbookError.newerFormat(path: path, found: version, known: formatVersion)
        }
        guard version >= formats.lowerBound else {
            throw DeedbookError.olderFormat(path: path, found: version, known: formatVersion)
        }
        do {
            if let origin = try ownName(db) { return origin }
        } catch  where takesNameless {}
        guard takesNameless else {
            throw DeedbookError.notABook(
                path: path,
                detail: "it has no name of its own; deedbook verify states what is wrong")
        }
        return try originOfEntries(db)
    }

    /// What the book's own row says that it is; nil where it is gone, or longer than an entry may be, for every entry
    /// has it.
    static func ownName(_ db: Database) throws -> String? {
        let rows = try Row.fetchCursor(db, sql: "SELECT origin FROM book WHERE id = 1")
        guard let origin = try rows.next()?.text(at: 0) else { return nil }
        return origin.utf8.count < Entry.byteLimit ? origin : nil
    }

    /// What the first entry that can be read says of its book; empty where none can.
    static func originOfEntries(_ db: Database) throws -> String {
        let entries = try Row.fetchCursor(db, sql: "SELECT entry FROM event ORDER BY position")
        while let row = try entries.next() {
            if let bytes = try row.bytes(at: 0), let contents = try? EntryContents(parsing: bytes) {
                return contents.place.origin
            }
        }
        return ""
    }

    /// The value of each of these pragmas on this store's own connection, as text.
    package func settings(_ names: [String]) async throws(DeedbookError) -> [String] {
        try await access { db in
            try names.map { try String.fetchOne(db, sql: "PRAGMA \($0)") ?? "" }
        }
    }

    /// Writes what a recording that was just stored changes for its agreements' terms.
    func keepPieces(of events: [RecordedEvent], in db: Database) throws {
        if keepsPieces { try derived.record(events, in: SQLiteDerived(db: db)) }
    }

    /// Where recordings wait to be appended together.
    var appends: AppendQueue {
        queued.withLock { known in
            if let known { return known }
            let queue = AppendQueue(capacity: queueCapacity) { [unowned self] drafts in
                await self.append(drafts)
            }
            known = queue
            return queue
        }
    }

    /// Throws where no seals cover the columns by which events are found, and they are not as the entries say.
    func checkColumns(in db: Database) throws {
        if !isAudited { try columns.check(in: db) }
    }

    /// Runs one access of the book, with what goes wrong in the words of the store.
    func access<Answer: Sendable>(
        _ body: @Sendable (Database) throws -> Answer
    ) async throws(DeedbookError) -> Answer {
        do {
            return try await accesses.run {
                let answer = try queue.writeWithoutTransaction(body)
                try frozen?.checkUnchanged()
                return answer
            }
        } catch {
            throw StoreErrors.translated(error, path: path)
        }
    }
}

extension SQLiteStore {
    private static func makeBook(at path: String) throws(DeedbookError) {
        try BookFile.make(at: path) { temporary throws(DeedbookError) in
            do {
                let queue = try makeDatabase(at: temporary, origin: newOrigin())
                try queue.close()
            } catch {
                throw StoreErrors.translated(error, path: path)
            }
        }
    }

    /// An empty book.
    static func makeDatabase(
        at path: String, origin: String
    ) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(
            path: BookFile.resolved(path),
            configuration: configuration(isWritten: true, LockWait(.zero)))
        try queue.writeWithoutTransaction { db in
            try db.inTransaction {
                try db.execute(sql: V2.sql)
                try DerivedTables.make(in: db)
                try db.execute(
                    sql: "INSERT INTO book (id, origin, created) VALUES (1, ?, 0)",
                    arguments: [origin])
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                return .commit
            }
            try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
        return queue
    }

    /// A name no other book has: 128 random bits.
    private static func newOrigin() -> String {
        let digits = randomSalt().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return "deedbook.local/" + digits.joined()
    }
}
