#include "SQLiteGuards.h"
#include <sqlite3.h>

static sqlite3_file *file_of(sqlite3 *connection) {
    sqlite3_file *file = 0;
    int status = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return status == SQLITE_OK && file && file->pMethods ? file : 0;
}

long long sqlite_guards_file_size(struct sqlite3 *connection) {
    sqlite3_int64 size = 0;
    sqlite3_file *file = file_of(connection);
    return file && file->pMethods->xFileSize(file, &size) == SQLITE_OK ? size : -1;
}

int sqlite_guards_read(struct sqlite3 *connection, long long offset, int count, void *bytes) {
    sqlite3_file *file = file_of(connection);
    return file && file->pMethods->xRead(file, bytes, count, offset) == SQLITE_OK;
}
