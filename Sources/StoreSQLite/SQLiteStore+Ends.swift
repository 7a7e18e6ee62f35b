import Amendments
import EventStore
import GRDB
import Ledger
import Terms

// Where the book, its agreements and its recordings end. Two rows say each, and a loop or a sum that believed one of
// them alone would go where an altered file sends it.
extension SQLiteStore {
    /// The last position, and when it was recorded; 0 and nil in an empty book. To be asked in a transaction.
    ///
    /// - Throws: `corrupted` where the last recording does not end at the last event.
    static func last(in db: Database) throws -> (position: Int, recordedAt: Instant?) {
        let head = try size(of: db)
        guard let row = try Row.fetchOne(Query.lastRecording.statement(in: db)) else {
            if head == 0 { return (0, nil) }
            throw DeedbookError.corrupted(Position(head), detail: "recording has no row of it")
        }
        let last = try row.positive(at: 0)
        guard last == head else {
            throw DeedbookError.corrupted(
                Position(head),
                detail:
                    "recording.last_position is \(last) at the end, and the last event is \(head)")
        }
        return (head, try row.instant(at: 1))
    }

    /// How many events an agreement has; nil for an unknown one.
    ///
    /// - Throws: `corrupted` where the last of them has another number.
    static func version(of agreement: AgreementID, in db: Database) throws -> Int? {
        let statement = try Query.versionOfAgreement.statement(in: db)
        guard let row = try Row.fetchOne(statement, arguments: [agreement.text]) else { return nil }
        let version = try row.positive(at: 0)
        try checkLast(version, of: agreement, row, at: 1, in: db)
        return version
    }

    /// The same, and as it was sealed: an event of the agreement's end that was given to another one, and its version
    /// put back, would not be missed otherwise.
    static func sealedVersion(of agreement: AgreementID, in db: Database) throws -> Int? {
        let version = try version(of: agreement, in: db)
        guard try SQLiteDerived(db: db).isCurrent() else { return version }
        try SealedAgreement.check(agreement, at: version, in: SealTable(in: db))
        return version
    }

    /// - Parameter index: of the column with the version of the event that has the agreement's; in the next stands that
    ///   of the event after it.
    static func checkLast(
        _ version: Int, of agreement: AgreementID, _ row: Row, at index: Int, in db: Database
    ) throws {
        if !row.hasNull(atIndex: index), row.hasNull(atIndex: index + 1) { return }
        throw DeedbookError.corrupted(
            Position(try size(of: db)),
            detail: "agreement.version is \(version) of \(agreement), which is not its last event's"
        )
    }

    /// The positions of a recording.
    ///
    /// - Parameter row: the first one, and the last.
    /// - Throws: `corrupted` where the book has no such events.
    static func positions(_ row: Row, in db: Database) throws -> ClosedRange<Int> {
        let (first, last) = (try row.positive(at: 0), try row.positive(at: 1))
        guard first <= last, try last <= size(of: db) else {
            throw DeedbookError.corrupted(
                Position(first),
                detail: "recording.last_position is \(last), where no recording from there can end")
        }
        return first...last
    }
}
