#ifndef SQLITE_GUARDS_H
#define SQLITE_GUARDS_H

/// A connection of SQLite.
struct sqlite3;

/// Lets this process open a file by a URI (`file:...?immutable=1`), also where SQLite was not built to. To be called
/// before anything is opened; later it changes nothing.
void sqlite_guards_take_uris(void);

/// Refuses, on this connection, what ordinary SQL could damage a file with: `PRAGMA writable_schema`, writes
/// to shadow tables, `journal_mode = OFF`. Returns whether that is so afterwards.
int sqlite_guards_refuse_damage(struct sqlite3 *connection);

/// Whether it is so now.
int sqlite_guards_are_on(struct sqlite3 *connection);

/// Gives this connection the function that the triggers of derived tables call: `only_deedbook_writes_derived_rows()`.
/// It does nothing. A connection that has it not cannot write these tables.
void sqlite_guards_write_derived_rows(struct sqlite3 *connection);

#endif
