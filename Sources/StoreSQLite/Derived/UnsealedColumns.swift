import Amendments
import EventStore
import GRDB
import Ledger
import Notation
import Synchronization
import Transparency

/// What a book is read by where no seals show whether it is as it was written: the columns by which events are found
/// and left out, and the rows of agreements.
///
/// Seals stand beside what is derived, and are believed with it. One row says of which form that is; who changes that
/// row would switch every seal off. So where it is not read, those columns of all events are compared with their
/// entries, and the rows of agreements with the events: in one pass, once for each version of the file. Of an entry
/// only those members are looked at; what else it says is checked where it is read.
final class UnsealedColumns: Sendable {
    /// The version of the file that needs not be looked at again.
    private let known = Mutex<Int?>(nil)

    /// Throws where something is not as the entries say. To be asked in a transaction, before anything is read in it.
    func check(in db: Database) throws {
        let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
        if known.withLock({ $0 == version }) { return }
        if !SQLiteDerived(db: db).isRead { try Self.compare(in: db) }
        known.withLock { $0 = version }
    }

    /// Every event, in the order in which the versions of its agreement follow one another.
    private static let question = """
        SELECT position, entry, leaf, agreement, version, kind, recording,
            \(ReadBlocks.function)(position)
        FROM event ORDER BY position
        """

    static func compare(in db: Database) throws {
        var versions: [String: Int] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: question))
        while let row = try rows.next() {
            let position = Position(try row.number(at: 0))
            let entry = try row.bytes(at: 1) ?? []
            guard TreeHash.leaf(entry).bytes == (try row.bytes(at: 2)) else {
                throw altered(position, "leaf", "is not the hash of its entry")
            }
            let (agreement, version) = (try row.text(at: 3), try row.number(at: 4))
            let members = CanonicalMembers(entry)
            for (name, value) in [
                ("agreement", quoted(agreement)), ("version", String(version)),
                ("kind", quoted(try row.text(at: 5))), ("recording", quoted(try row.text(at: 6))),
            ] where members?.value(of: name)?.elementsEqual(value.utf8) != true {
                throw altered(position, name, "is not as its entry says")
            }
            let last = versions[agreement, default: 0]
            guard version == last + 1 else {
                throw altered(position, "version", "is \(version) of \(agreement), after \(last)")
            }
            versions[agreement] = version
        }
        try compare(versions, in: db)
    }

    /// The rows of agreements with how many events each has.
    private static func compare(_ versions: [String: Int], in db: Database) throws {
        var rest = versions
        let rows = try Row.fetchCursor(db, sql: "SELECT id, version FROM agreement")
        while let row = try rows.next() {
            let id = try row.text(at: 0)
            guard rest.removeValue(forKey: id) == (try row.number(at: 1)) else {
                throw SealTable.notAsWritten(
                    "table agreement: the row of '\(id)' or its version is not that of its events")
            }
        }
        if let id = rest.keys.min() {
            throw SealTable.notAsWritten("table agreement: the row of '\(id)' is not there")
        }
    }

    /// As JSON has a text of letters, digits and signs that need no escape; another text is that of no entry.
    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static func altered(
        _ position: Position, _ column: String, _ words: String
    ) -> DeedbookError {
        .corrupted(position, detail: "event.\(column) \(words)")
    }
}
