import Amendments
import GRDB

/// The tables that are derived from the events.
///
/// Version 2 of the schema came with the pieces alone; the others are made, with the indexes that it came without, by
/// the next append or a rebuild. A book without them is sound, and answers the same: more slowly.
package enum DerivedTables {
    /// Each by its rows.
    static let all: [any DerivedRow.Type] = [
        PieceRow.self, StepRow.self, CommonRow.self, DueRow.self,
    ]

    /// Those that version 2 came without.
    static let later = all.filter { $0.definition != nil }

    /// What is asked of them, a statement each. All find their rows by a key; a test looks at their plans.
    package static let questions =
        all.flatMap { [$0.selection, $0.removal()] } + [CommonRow.heads, DueRow.heads]
        + StepQuery.allCases.map(\.sql) + PieceQuery.allCases.map(\.sql)

    /// Takes every row out.
    static func empty(_ db: Database) throws {
        for table in all { try db.execute(sql: "DELETE FROM \(table.table)") }
    }

    /// Whether the book lacks one.
    static func areMissing(in db: Database) throws -> Bool {
        try later.contains { try !$0.isThere(in: db) }
    }

    /// Makes the tables and indexes that are not there, and the book one of today's format. What is derived is then
    /// derived anew, if a table was made.
    static func make(in db: Database) throws {
        let missing = try later.filter { try !$0.isThere(in: db) }.compactMap { $0.definition }
        if !missing.isEmpty {
            try db.inSavepoint {
                for definition in missing { try db.execute(sql: definition) }
                try db.execute(sql: "DELETE FROM piece_head")
                return .commit
            }
        }
        try PieceIndexes.make(in: db)
        if try Int.fetchOne(db, sql: "PRAGMA user_version") != SQLiteStore.formatVersion {
            try db.execute(sql: "PRAGMA user_version = \(SQLiteStore.formatVersion)")
        }
    }
}
