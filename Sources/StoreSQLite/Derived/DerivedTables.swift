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

    /// Those that version 2 came without, by their definitions.
    static let later: [String: String] = {
        let rows = all.compactMap { table in table.definition.map { (table.table, $0) } }
        return Dictionary(uniqueKeysWithValues: rows + [(SealTable.table, SealTable.definition)])
    }()

    /// Every table of which no row was recorded, but derived.
    static let names = all.map { $0.table } + [SealTable.table, "piece_head"]

    /// What is asked of them, a statement each. All find their rows by a key; a test looks at their plans.
    package static let questions: [String] = {
        let seals = SealTable.Question.allCases.map(\.rawValue) + [EventColumns.question]
        let rows = all.flatMap { [$0.selection, $0.removal()] }
        return rows + [CommonRow.rows, DueRow.rows] + StepQuery.allCases.map(\.sql)
            + PieceQuery.allCases.map(\.sql) + seals
    }()

    /// Takes every row out.
    static func empty(_ db: Database) throws {
        for table in names where table != "piece_head" {
            try db.execute(sql: "DELETE FROM \(table)")
        }
    }

    /// Whether the book lacks one, or has it as an earlier version made it.
    static func areMissing(in db: Database) throws -> Bool {
        try made(in: db) < later.count
    }

    /// How many of them the book has just so.
    private static func made(_ names: some Sequence<String> = later.keys, in db: Database) throws
        -> Int
    {
        let definitions = names.compactMap { later[$0] }
        let places = repeatElement("?", count: definitions.count).joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql IN (\(places))")
        return try Int.fetchOne(statement, arguments: StatementArguments(definitions)) ?? 0
    }

    /// Makes the tables and indexes that are not there, and the book one of today's format. What is derived is then
    /// derived anew, if a table was made.
    static func make(in db: Database) throws {
        let missing = try later.filter { try made([$0.key], in: db) == 0 }
        if !missing.isEmpty {
            try db.inSavepoint {
                try db.execute(sql: "DELETE FROM piece_head")
                for (name, definition) in missing.sorted(by: { $0.key < $1.key }) {
                    try db.execute(sql: "DROP TABLE IF EXISTS \(name)")
                    try db.execute(sql: definition)
                }
                return .commit
            }
        }
        try PieceIndexes.make(in: db)
        try DerivedTriggers.make(in: db)
        if try Int.fetchOne(db, sql: "PRAGMA user_version") != SQLiteStore.formatVersion {
            try db.execute(sql: "PRAGMA user_version = \(SQLiteStore.formatVersion)")
        }
    }
}
