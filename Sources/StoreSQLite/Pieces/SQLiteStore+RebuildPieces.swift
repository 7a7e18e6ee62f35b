import Amendments
public import EventStore
import GRDB
import Ledger
import Terms

extension SQLiteStore: DerivingStore {
    public func derivedForm() async throws(DeedbookError) -> DerivedForm {
        try await moment { db in try SQLiteDerived(db: db).form() }
    }

    public func unreadTables() async throws(DeedbookError) -> String? {
        try await moment { db in try SQLiteDerived(db: db).unread() }
    }

    public func copyBeforeRebuild() async throws(DeedbookError) -> String? {
        let (head, mustMake) = try await snapshot { db in
            (try SQLiteStore.size(of: db), try DerivedTables.areMissing(in: db))
        }
        guard mustMake, head > 0 else { return nil }
        // One that is there already is of a rebuild that did not reach its end; or of another book.
        for number in 1...Self.copies {
            let copy = path + BookFile.copyMark + "\(head)" + (number > 1 ? "-\(number)" : "")
            if BookFile.exists(copy) {
                if await isCopied(to: copy) { return copy }
                continue
            }
            try await backUp(to: copy)
            return copy
        }
        throw .inaccessible(
            path: path + BookFile.copyMark + "\(head)",
            detail: "there are \(Self.copies) files of that name, and none is a copy of the book; "
                + "move them away")
    }

    /// How many files may have the name that a copy would have.
    private static let copies = 9

    /// Whether another file is a book with the same events.
    private func isCopied(to path: String) async -> Bool {
        do {
            let copy = try SQLiteStore(path: path, mode: .readOnly, clock: clock)
            let size = try await head().number
            let (own, other) = (
                try await checkpoint(at: size), try await copy.checkpoint(at: size)
            )
            return copy.origin == origin && own == other
        } catch {
            return false
        }
    }

    /// Makes every piece again from the events, beside the ones that stand, and then puts them in their place
    /// in one transaction, with the tables that were not there. Appends go on meanwhile.
    ///
    /// - Parameter progress: called with how many agreements are done, of how many.
    /// - Returns: false where the task was cancelled. Then, as when the process dies, the book is as it was.
    @discardableResult
    public func rebuildPieces(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(DeedbookError) -> Bool {
        let shadow = try await access { db in try PieceShadow(in: db) }
        do {
            var built: [AgreementID: Int] = [:]
            var ahead: [Deriving] = []
            for (done, agreement) in shadow.agreements.enumerated() {
                progress(done, shadow.agreements.count)
                if Task.isCancelled {
                    try await access { db in try shadow.drop(in: db) }
                    return false
                }
                let history = try await snapshot { db in
                    try SQLiteDerived(db: db).history(of: agreement)
                }
                built[agreement] = history.events.count
                if ahead.count == Deriving.width {
                    let next = ahead.removeFirst()
                    try await access { db in
                        try shadow.insert(next.value(), of: next.agreement, in: db)
                    }
                }
                ahead.append(Deriving(history))
            }
            let (versions, rest) = (built, ahead)
            try await access { db in
                for next in rest {
                    try shadow.insert(next.value(), of: next.agreement, in: db)
                }
                try shadow.replacePieces(built: versions, in: db)
            }
            progress(shadow.agreements.count, shadow.agreements.count)
            return true
        } catch {
            try? await access { db in try shadow.drop(in: db) }
            throw error
        }
    }
}

/// Pieces that are being made. They stand in a temporary table, which no one else sees and which goes with
/// its connection.
private struct PieceShadow: Sendable {
    let agreements: [AgreementID]
    /// What the names of the tables begin with.
    private let prefix: String
    /// The book when it was begun.
    private let head: Int

    init(in db: Database) throws {
        try SQLiteDerived(db: db).refuseLaterForm()
        agreements = try SQLiteDerived(db: db).agreements()
        head = try SQLiteStore.size(of: db)
        let taken = try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.sqlite_schema") ?? 0
        prefix = "shadow_\(taken + 1)"
        for table in DerivedTables.all {
            let name = shadow(of: table)
            try db.execute(
                sql: """
                    CREATE TEMP TABLE \(name) (\(table.columns));
                    CREATE INDEX temp.\(name)_agreement ON \(name) (agreement)
                    """)
        }
    }

    private func shadow(of table: any DerivedRow.Type) -> String { "\(prefix)_\(table.table)" }

    func drop(in db: Database) throws {
        for table in DerivedTables.all {
            try db.execute(sql: "DROP TABLE IF EXISTS temp.\(shadow(of: table))")
        }
    }

    /// Adds what is derived from one agreement's events.
    func insert(_ derived: Derived, of agreement: AgreementID, in db: Database) throws {
        let key = try SealKey(in: db)
        try db.inSavepoint {
            // They are sealed where they are put at last.
            for table in DerivedTables.all {
                try table.insert(
                    derived, of: agreement, under: key, into: db, table: shadow(of: table))
            }
            return .commit
        }
    }

    /// Makes again what was appended to meanwhile, and lets all of it be the pieces.
    func replacePieces(
        built: [AgreementID: Int], in db: Database
    ) throws {
        try db.inTransaction(.immediate) {
            for agreement in try stale(built, in: db) {
                for table in DerivedTables.all {
                    try table.remove(agreement, from: db, table: shadow(of: table))
                }
                let history = try SQLiteDerived(db: db).history(of: agreement)
                try insert(Derived(of: history), of: agreement, in: db)
            }
            let storage = SQLiteDerived(db: db)
            try storage.refuseLaterForm()
            try storage.prepare()
            try storage.removeAll()
            for table in DerivedTables.all {
                try db.execute(
                    sql: """
                        INSERT INTO \(table.table) (\(table.columns))
                        SELECT \(table.columns) FROM temp.\(shadow(of: table))
                        """)
            }
            try storage.sealAll()
            try storage.setReach(DerivedReach(storage.head(), by: DerivedKeeper.reckoning))
            return .commit
        }
        try drop(in: db)
    }

    /// The agreements that are not as they were: appended to, or with a payload taken out.
    private func stale(_ built: [AgreementID: Int], in db: Database) throws -> [AgreementID] {
        let redactions = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM event WHERE position > ? AND kind = ?",
            arguments: [head, EventKind.payloadRedacted.rawValue])
        let all = try SQLiteDerived(db: db).agreements()
        guard redactions == 0 else { return all }
        return try all.filter { agreement in
            try SQLiteStore.version(of: agreement, in: db) != built[agreement]
        }
    }
}
