import GRDB
import Synchronization

/// Moving the write-ahead log into the book.
///
/// Before 3.51.3, SQLite can damage a file when one connection checkpoints while another writes (the
/// WAL-reset bug). The checkpoint that SQLite does of its own accord runs beside other writers; a full one
/// holds them off. So the first is switched off, and the second done now and then. A log that is not
/// moved is only long: its events are on the disk, and every reader sees them.
extension SQLiteStore {
    /// Events in the log before it is moved; about as many pages as SQLite's own thousand.
    private static let eventsBeforeCheckpoint = 100
    /// A log that short-lived processes left to grow, each appending too little to move it.
    private static let longLog = 8 << 20

    static func prepareLog(_ db: Database) throws {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        let path = try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list") ?? ""
        if BookFile.size(of: path + "-wal") > longLog { _ = try? db.checkpoint(.truncate) }
    }

    /// Empties the log, so that what was deleted from the book is in no file of it. Where a reader holds it
    /// the next append tries again, and the bytes stay until then.
    func emptyLog(_ db: Database) {
        let isEmpty = (try? db.checkpoint(.truncate)) != nil
        eventsInLog.withLock { $0 = isEmpty ? 0 : Self.eventsBeforeCheckpoint }
    }

    /// Call it outside a transaction, after events were appended.
    func moveLogIfLong(_ db: Database, after events: Int) {
        let isLong = eventsInLog.withLock { count in
            count += events
            guard count >= Self.eventsBeforeCheckpoint else { return false }
            count = 0
            return true
        }
        if isLong { _ = try? db.checkpoint(.full) }
    }
}
