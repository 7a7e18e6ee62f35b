package import EventStore
package import GRDB

extension ResultCode {
    /// Whether another connection was in the way, so that the same access may succeed in a moment.
    ///
    /// - `SQLITE_BUSY` and `SQLITE_LOCKED`, whatever they extend to (also `SQLITE_BUSY_RECOVERY`, while another process
    ///   recovers the log, and `SQLITE_BUSY_SNAPSHOT`): another connection holds what this one needs. SQLite asked for
    ///   `LockWait` before it gave up.
    /// - `SQLITE_PROTOCOL`: for some ten seconds, by its own rule, SQLite could not find a moment to begin to read a log.
    /// - `SQLITE_IOERR_DELETE_NOENT`: a journal that was to be deleted was gone. In a log nothing is deleted while it is in
    ///   use, so this can only happen to a book that is being made, and which other processes took for a leftover.
    ///
    /// What cannot be opened is no such case: SQLite opens what stands beside a book while it holds a lock on the book,
    /// and the one who deletes it holds a lock that excludes all others.
    package var isOfOtherConnections: Bool {
        if self == .SQLITE_IOERR_DELETE_NOENT { return true }
        return [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL].contains(primaryResultCode)
    }
}

extension LockWait {
    /// Does something that is whole or not at all; again, for as long as others were in the way of it and there is time.
    package func persist(_ work: () throws(DeedbookError) -> Void) throws(DeedbookError) {
        var tries = 0
        while true {
            do { return try work() } catch {
                guard case .busy = error, waits(after: tries) else { throw error }
                tries += 1
            }
        }
    }
}
