#include "SQLiteGuards.h"

// As <sqlite3.h> declares it. Swift cannot call a function with variable arguments.
int sqlite3_db_config(struct sqlite3 *, int, ...);
static const int defensive = 1010; // SQLITE_DBCONFIG_DEFENSIVE

static int config(struct sqlite3 *connection, int wanted) {
    int found = 0;
    sqlite3_db_config(connection, defensive, wanted, &found);
    return found;
}

int sqlite3_config(int, ...);
static const int uri = 17; // SQLITE_CONFIG_URI

void sqlite_guards_take_uris(void) { sqlite3_config(uri, 1); }

int sqlite_guards_refuse_damage(struct sqlite3 *connection) { return config(connection, 1); }

int sqlite_guards_are_on(struct sqlite3 *connection) { return config(connection, -1); }

// As <sqlite3.h> declares it, with the flags that it has there: a function that gives NULL and does nothing.
struct sqlite3_context;
struct sqlite3_value;
int sqlite3_create_function_v2(struct sqlite3 *, const char *, int, int, void *,
    void (*)(struct sqlite3_context *, int, struct sqlite3_value **),
    void (*)(struct sqlite3_context *, int, struct sqlite3_value **),
    void (*)(struct sqlite3_context *), void (*)(void *));
static const int utf8 = 1, deterministic = 0x800, innocuous = 0x200000;

static void nothing(struct sqlite3_context *context, int count, struct sqlite3_value **values) {
    (void)context, (void)count, (void)values;
}

void sqlite_guards_write_derived_rows(struct sqlite3 *connection) {
    sqlite3_create_function_v2(connection, "only_deedbook_writes_derived_rows", 0,
        utf8 | deterministic | innocuous, 0, nothing, 0, 0, 0);
}
