import GRDB
import SQLiteGuards

/// The one setting of SQLite that no SQL can make: `SQLITE_DBCONFIG_DEFENSIVE`.
enum Guards {
    /// Refuses what ordinary SQL on this connection could damage the file with.
    static func refuseDamage(on db: Database) {
        guard let connection = db.sqliteConnection else { return }
        sqlite_guards_refuse_damage(connection)
    }

    static func areOn(_ db: Database) -> Bool {
        guard let connection = db.sqliteConnection else { return false }
        return sqlite_guards_are_on(connection) != 0
    }
}
