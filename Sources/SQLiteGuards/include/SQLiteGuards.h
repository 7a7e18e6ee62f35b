#ifndef SQLITE_GUARDS_H
#define SQLITE_GUARDS_H

/// A connection of SQLite.
struct sqlite3;

/// Refuses, on this connection, what ordinary SQL could damage a file with: `PRAGMA writable_schema`, writes
/// to shadow tables, `journal_mode = OFF`. Returns whether that is so afterwards.
int sqlite_guards_refuse_damage(struct sqlite3 *connection);

/// Whether it is so now.
int sqlite_guards_are_on(struct sqlite3 *connection);

#endif
