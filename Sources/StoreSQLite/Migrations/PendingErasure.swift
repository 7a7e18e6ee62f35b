import GRDB

/// A table that a book has while bytes of what was redacted may still stand in its file or its log.
///
/// It is made in the transaction of the redaction, and dropped once the book was written anew and the log
/// emptied. So a process that dies in between leaves it behind, and the next one that opens the book to
/// write finishes the erasure. A book is sound with it and without it.
enum PendingErasure {
    static let name = "pending_erasure"
    static let sql = "CREATE TABLE pending_erasure (pending INTEGER) STRICT"

    static func isMarked(in db: Database) throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?",
            arguments: [name]) != 0
    }

    static func mark(_ db: Database) throws {
        if try !isMarked(in: db) { try db.execute(sql: sql) }
    }

    static func unmark(in db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS pending_erasure")
    }
}
