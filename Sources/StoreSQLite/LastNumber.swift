import GRDB

/// The last number of a table whose rows are numbered from 1 and never taken out, as SQLite says it twice: so rows that
/// were taken from the end are missed.
struct LastNumber {
    /// The highest that was ever given, which SQLite remembers.
    let given: Int
    /// The highest that is there.
    let found: Int

    /// - Parameter key: the column that has them.
    init(of table: String, by key: String, in db: Database) throws {
        given =
            try Int.fetchOne(
                db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table]) ?? 0
        found = try Int.fetchOne(db, sql: "SELECT max(\(key)) FROM \(table)") ?? 0
    }
}
