import GRDB

/// The table of steps: which events of an agreement an answer about some days rests on; see `StepIndex`.
///
/// A row is one line: an event of the frame (`term` and `field` are empty), or a plain step of one field. Days are
/// counted from 1970-01-01. The key is the order in which the steps of a field govern.
///
/// All of it is derived from the events: it is written in the transaction that appends them, may be dropped and
/// made again, and so is not append-only. Version 2 of the schema came without it; it is made where a book is opened
/// to be written and has none. A book without it is sound, and answers the same: more slowly.
enum StepTables {
    static let name = "step"

    static let sql = """
        CREATE TABLE step (
            agreement TEXT NOT NULL,
            term TEXT NOT NULL,
            field TEXT NOT NULL,
            begins INTEGER NOT NULL,
            agreed INTEGER NOT NULL,
            number INTEGER NOT NULL,
            position INTEGER NOT NULL,
            disclosed INTEGER NOT NULL,
            PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
        ) STRICT, WITHOUT ROWID
        """

    static func isThere(in db: Database) throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?",
            arguments: [name]) != 0
    }

    /// Makes the table where there is none; the next append then fills it.
    static func make(in db: Database) throws {
        guard try !isThere(in: db) else { return }
        try db.inSavepoint {
            try db.execute(sql: sql)
            try db.execute(sql: "DELETE FROM piece_head")
            return .commit
        }
    }
}
