import GRDB
import SQLiteGuards

/// What no SQL can set on a connection: `SQLITE_DBCONFIG_DEFENSIVE`, and a function that triggers may call.
enum Guards {
    /// Refuses what ordinary SQL on this connection could damage the file with.
    static func refuseDamage(on db: Database) {
        guard let connection = db.sqliteConnection else { return }
        sqlite_guards_refuse_damage(connection)
    }

    /// Lets this connection write derived rows, whose triggers call a function that no other program has.
    static func writeDerivedRows(on db: Database) {
        guard let connection = db.sqliteConnection else { return }
        sqlite_guards_write_derived_rows(connection)
    }

    static func areOn(_ db: Database) -> Bool {
        guard let connection = db.sqliteConnection else { return false }
        return sqlite_guards_are_on(connection) != 0
    }
}
