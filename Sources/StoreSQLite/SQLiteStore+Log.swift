import GRDB
import Synchronization

/// What this store still has to do about the write-ahead log, once it is outside a transaction.
struct LogState {
    /// Events appended since the log was last moved into the book.
    var events = 0
    /// A redaction has deleted something, and the book was not written anew since.
    var needsRewriting = false
    /// What was deleted may still stand in the log.
    var needsEmptying = false
}

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
    /// A reader may hold the log for as long as it likes; an append does not wait for it.
    private static let waitLimitForReaders = Duration.milliseconds(50)

    static func prepareLog(_ db: Database) throws {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        let path = try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list") ?? ""
        if BookFile.size(of: BookFile.resolved(path) + "-wal") > longLog {
            _ = try? db.checkpoint(.truncate)
        }
    }

    /// Finishes what a process that died after a redaction could not; as far as it can be done now.
    func finishErasure(_ db: Database) throws {
        guard try PendingErasure.isMarked(in: db) else { return }
        waitLimit.limited(to: Self.waitLimitForReaders) { tidyLog(db, after: 0, redacted: true) }
    }

    /// Whether what was deleted may still stand in the log, for a reader holds it or there is no space.
    var leavesRedactedBytes: Bool { log.withLock { $0.needsEmptying } }

    /// Call it outside a transaction, after recordings were appended.
    func tidyLog(_ db: Database, after events: Int, redacted: Bool) {
        var state = log.withLock { state in
            state.events += events
            if redacted { (state.needsRewriting, state.needsEmptying) = (true, true) }
            return state
        }
        if state.needsEmptying {
            eraseWhatWasDeleted(db, &state)
        } else if state.events >= Self.eventsBeforeCheckpoint {
            state.events = 0
            _ = try? waitLimit.limited(to: Self.waitLimitForReaders) { try db.checkpoint(.full) }
        }
        log.withLock { $0 = state }
    }

    /// Writes the book anew and empties the log, so that what was deleted is in no file of it.
    ///
    /// `secure_delete` overwrites a row that is deleted, but not the copies of it that SQLite left in the unused
    /// part of a page when it once moved rows to another page; a book that is written anew has none. That
    /// takes the time of copying the book. What cannot be done now, because there is no space or a reader
    /// holds the log, is tried again after the next append, and whenever the book is opened to be written
    /// (`PendingErasure`); until then bytes of what was deleted may stay.
    private func eraseWhatWasDeleted(_ db: Database, _ state: inout LogState) {
        if state.needsRewriting {
            guard (try? db.execute(sql: "VACUUM")) != nil else { return }
            state.needsRewriting = false
        }
        if (try? db.checkpoint(.truncate)) != nil {
            state.needsEmptying = false
            state.events = 0
            try? PendingErasure.unmark(in: db)
        }
    }
}
