import GRDB

/// Triggers that keep other programs from changing what is derived, or taking it out: each calls a function that only
/// the connections of this program have (`Guards`), and that does nothing there.
///
/// They keep out what ordinary SQL would do by mistake. Who takes the triggers away writes what he likes, and who adds a
/// row needs not take any away: the seals show it. There are none on insertion, for where a table has such a trigger,
/// SQLite copies every page that a row is put into, lest it has to take it out again: an import took half as long again.
enum DerivedTriggers {
    /// The statements, by name.
    static let all = Dictionary(
        uniqueKeysWithValues: DerivedTables.names.flatMap { table in
            ["update", "delete"].map { event in
                (
                    "\(table)_\(event)",
                    """
                    CREATE TRIGGER \(table)_\(event) BEFORE \(event.uppercased()) ON \(table)
                    BEGIN SELECT only_deedbook_writes_derived_rows(); END
                    """
                )
            }
        })

    /// Makes those that are not there.
    static func make(in db: Database) throws {
        let names = try String.fetchSet(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name, sql) in all where !names.contains(name) { try db.execute(sql: sql) }
    }
}
