import Amendments
public import EventStore
import GRDB
import Ledger
import Terms

extension SQLiteStore: DerivingStore {
    public func derivedForm() async throws(DeedbookError) -> DerivedForm {
        try await snapshot { db in
            let form = try SQLiteDerived(db: db).form()
            guard form == .current, try DerivedTables.areMissing(in: db) else { return form }
            return .earlier
        }
    }

    public func copyBeforeRebuild() async throws(DeedbookError) -> String? {
        let (head, mustMake) = try await snapshot { db in
            (try SQLiteStore.size(of: db), try DerivedTables.areMissing(in: db))
        }
        guard mustMake, head > 0 else { return nil }
        // One that is there already is of a rebuild that did not come to its end; or of another book.
        for number in 1...Self.copies {
            let copy = "\(path).before-rebuild-at-\(head)" + (number > 1 ? "-\(number)" : "")
            if BookFile.exists(copy) {
                if await isCopied(to: copy) { return copy }
                continue
            }
            try await backUp(to: copy)
            return copy
        }
        throw .inaccessible(
            path: "\(path).before-rebuild-at-\(head)",
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
    /// - Parameter progress: is told how many agreements are done, of how many.
    /// - Returns: false where the task was cancelled. Then, as when the process dies, the book is as it was.
    @discardableResult
    public func rebuildPieces(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(DeedbookError) -> Bool {
        let shadow = try await access { db in try PieceShadow(in: db) }
        do {
            var built: [AgreementID: Int] = [:]
            for (done, agreement) in shadow.agreements.enumerated() {
                progress(done, shadow.agreements.count)
                if Task.isCancelled {
                    try await access { db in try shadow.drop(in: db) }
                    return false
                }
                built[agreement] = try await access { db in
                    try shadow.fill(agreement, in: db)
                }
            }
            let versions = built
            try await access { db in
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

/// Pieces that are being made. They stand in a temporary table, which nobody else sees and which goes with
/// its connection.
private struct PieceShadow: Sendable {
    let agreements: [AgreementID]
    private let table: String
    /// The tables in which the other derived rows stand meanwhile.
    private let derived: [DerivedTables: String]
    /// The book when it was begun.
    private let head: Int

    init(in db: Database) throws {
        try SQLiteDerived(db: db).refuseLaterForm()
        agreements = try SQLiteDerived(db: db).agreements()
        head = try SQLiteStore.size(of: db)
        let taken = try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.sqlite_schema") ?? 0
        let name = "piece_shadow_\(taken + 1)"
        table = "temp.\(name)"
        let shadows = DerivedTables.allCases.map { ($0, "\(name)_\($0.rawValue)") }
        derived = Dictionary(uniqueKeysWithValues: shadows.map { ($0, "temp.\($1)") })
        for (shadow, columns) in [(name, PieceRow.columns)] + shadows.map({ ($1, $0.columns) }) {
            try db.execute(
                sql: """
                    CREATE TEMP TABLE \(shadow) (\(columns));
                    CREATE INDEX temp.\(shadow)_agreement ON \(shadow) (agreement)
                    """)
        }
    }

    func drop(in db: Database) throws {
        for table in [table] + derived.values {
            try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
        }
    }

    /// Adds one agreement's pieces.
    ///
    /// - Returns: the version of the agreement they are of.
    func fill(
        _ agreement: AgreementID, in db: Database
    ) throws -> Int? {
        var version: Int?
        try db.inTransaction(.deferred) {
            version = try Int.fetchOne(
                PieceQuery.versionOfAgreement.statement(in: db), arguments: [agreement.text])
            try insert(agreement, in: db)
            return .commit
        }
        return version
    }

    private func insert(
        _ agreement: AgreementID, in db: Database
    ) throws {
        let history = try SQLiteDerived(db: db).history(of: agreement)
        let rows = DerivedRows(Derived(of: history), of: agreement)
        for piece in rows.pieces { try piece.insert(into: db, table: table) }
        for row in rows.steps ?? [] { try row.insert(into: db, table: derived[.step] ?? "") }
        for row in rows.common ?? [] { try row.insert(into: db, table: derived[.common] ?? "") }
        for row in rows.due ?? [] { try row.insert(into: db, table: derived[.due] ?? "") }
    }

    /// Makes again what was appended to meanwhile, and lets all of it be the pieces.
    func replacePieces(
        built: [AgreementID: Int], in db: Database
    ) throws {
        try db.inTransaction(.immediate) {
            for agreement in try stale(built, in: db) {
                for table in [table] + derived.values {
                    try db.execute(
                        sql: "DELETE FROM \(table) WHERE agreement = ?",
                        arguments: [agreement.text])
                }
                try insert(agreement, in: db)
            }
            let storage = SQLiteDerived(db: db)
            try storage.refuseLaterForm()
            try storage.prepare()
            try storage.removeAll()
            try db.execute(
                sql: """
                    INSERT INTO piece (\(PieceRow.columns)) SELECT \(PieceRow.columns) FROM \(table)
                    """)
            for (table, shadow) in derived {
                try db.execute(
                    sql: """
                        INSERT INTO \(table.rawValue) (\(table.columns))
                        SELECT \(table.columns) FROM \(shadow)
                        """)
            }
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
            try Int.fetchOne(
                PieceQuery.versionOfAgreement.statement(in: db), arguments: [agreement.text])
                != built[agreement]
        }
    }
}
