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
