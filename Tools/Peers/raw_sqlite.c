// The rows of a book into a table of raw SQLite: what the disk and SQLite cost without a ledger around them.
//
//   raw_sqlite bulk BOOK NEW            all rows in one transaction
//   raw_sqlite durable BOOK NEW COUNT   COUNT rows, each a transaction that is on the disk before the next
//
// Prints the rows and the seconds that the inserts took, commits included; the rows are read before.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { void *bytes; int length; } Blob;
typedef struct { Blob entry, payload, salt; } Row;

static void check(int status, sqlite3 *database) {
    if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE) return;
    fprintf(stderr, "raw_sqlite: %s\n", sqlite3_errmsg(database));
    exit(1);
}

static Blob copy(sqlite3_stmt *statement, int column) {
    Blob blob = {NULL, sqlite3_column_bytes(statement, column)};
    blob.bytes = malloc(blob.length);
    memcpy(blob.bytes, sqlite3_column_blob(statement, column), blob.length);
    return blob;
}

static Row *read_rows(const char *path, long most, long *count) {
    sqlite3 *book;
    check(sqlite3_open_v2(path, &book, SQLITE_OPEN_READONLY, NULL), book);
    sqlite3_stmt *select;
    check(sqlite3_prepare_v2(book,
        "SELECT entry, bytes, salt FROM event JOIN payload USING (position) ORDER BY position",
        -1, &select, NULL), book);
    long room = 1024;
    Row *rows = malloc(room * sizeof(Row));
    for (*count = 0; *count < most && sqlite3_step(select) == SQLITE_ROW; ++*count) {
        if (*count == room) rows = realloc(rows, (room *= 2) * sizeof(Row));
        rows[*count] = (Row){copy(select, 0), copy(select, 1), copy(select, 2)};
    }
    sqlite3_finalize(select);
    sqlite3_close(book);
    return rows;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void run(sqlite3 *database, const char *sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL), database); }

int main(int argc, char **argv) {
    if (argc < 4) return fprintf(stderr, "usage: raw_sqlite bulk|durable BOOK NEW [COUNT]\n"), 2;
    int each = strcmp(argv[1], "durable") == 0;
    long count;
    Row *rows = read_rows(argv[2], argc > 4 ? atol(argv[4]) : 1L << 40, &count);
    sqlite3 *database;
    check(sqlite3_open(argv[3], &database), database);
    run(database, "PRAGMA journal_mode = WAL");
    run(database, "PRAGMA synchronous = FULL");
    run(database, "CREATE TABLE event (position INTEGER PRIMARY KEY, entry BLOB, bytes BLOB, salt BLOB)");
    sqlite3_stmt *insert;
    check(sqlite3_prepare_v2(database, "INSERT INTO event (entry, bytes, salt) VALUES (?, ?, ?)", -1, &insert, NULL),
        database);
    double start = now();
    if (!each) run(database, "BEGIN IMMEDIATE");
    for (long index = 0; index < count; ++index) {
        if (each) run(database, "BEGIN IMMEDIATE");
        Blob blobs[] = {rows[index].entry, rows[index].payload, rows[index].salt};
        for (int column = 0; column < 3; ++column)
            sqlite3_bind_blob(insert, column + 1, blobs[column].bytes, blobs[column].length, SQLITE_STATIC);
        check(sqlite3_step(insert), database);
        sqlite3_reset(insert);
        if (each) run(database, "COMMIT");
    }
    if (!each) run(database, "COMMIT");
    printf("%ld %f\n", count, now() - start);
    return 0;
}
