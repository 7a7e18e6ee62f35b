#include "NewFileSignals.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A path in a list that only ever grows, so that a handler can follow it at any time; what is no longer to be removed
/// is used again for another path.
struct entry {
    struct entry *next;
    size_t capacity;
    atomic_int counts;
    char path[];
};

static _Atomic(struct entry *) first;
static pthread_mutex_t changes = PTHREAD_MUTEX_INITIALIZER;
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { signal_count = sizeof signals / sizeof *signals };

/// Calls nothing but what POSIX lets a handler call.
static void remove_all(int number) {
    for (struct entry *entry = atomic_load(&first); entry; entry = entry->next)
        if (atomic_load(&entry->counts)) unlink(entry->path);
    // It is held back while it is handled, and ends the process right after.
    signal(number, SIG_DFL);
    raise(number);
}

static void take_signals(void) {
    struct sigaction action, present;
    memset(&action, 0, sizeof action);
    action.sa_handler = remove_all;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < signal_count; index++) sigaddset(&action.sa_mask, signals[index]);
    for (int index = 0; index < signal_count; index++) {
        if (sigaction(signals[index], 0, &present) != 0 || present.sa_flags & SA_SIGINFO) continue;
        if (present.sa_handler == SIG_DFL) sigaction(signals[index], &action, 0);
    }
}

/// An entry with room for a text, which does not count yet; null where there is no memory for it.
static struct entry *room_for(size_t length) {
    for (struct entry *entry = atomic_load(&first); entry; entry = entry->next)
        if (!atomic_load(&entry->counts) && entry->capacity > length) return entry;
    size_t capacity = length < 255 ? 256 : length + 1;
    struct entry *entry = calloc(1, sizeof *entry + capacity);
    if (!entry) return 0;
    entry->capacity = capacity;
    entry->next = atomic_load(&first);
    atomic_store(&first, entry);
    return entry;
}

void new_file_signals_remove_at_end(const char *path) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, take_signals);
    pthread_mutex_lock(&changes);
    size_t length = strlen(path);
    struct entry *entry = room_for(length);
    if (entry) {
        memcpy(entry->path, path, length + 1);
        atomic_store(&entry->counts, 1);
    }
    pthread_mutex_unlock(&changes);
}

void new_file_signals_keep(const char *path) {
    pthread_mutex_lock(&changes);
    for (struct entry *entry = atomic_load(&first); entry; entry = entry->next)
        if (atomic_load(&entry->counts) && strcmp(entry->path, path) == 0)
            atomic_store(&entry->counts, 0);
    pthread_mutex_unlock(&changes);
}
