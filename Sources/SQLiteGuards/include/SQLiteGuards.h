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

/// How many bytes the file has that a connection has open; -1 where that cannot be found out.
long long sqlite_guards_file_size(struct sqlite3 *connection);

/// Reads bytes of that file as they lie there, through the descriptor that the connection has: whoever opened the file
/// once more would drop the connection's locks by closing it. Returns whether all of them are there.
int sqlite_guards_read(struct sqlite3 *connection, long long offset, int count, void *bytes);

#endif
