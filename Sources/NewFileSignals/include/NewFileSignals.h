#ifndef NEW_FILE_SIGNALS_H
#define NEW_FILE_SIGNALS_H

/// From now on, a file is removed when this process is told to end by SIGINT, SIGTERM or SIGHUP; then the signal does
/// what it always does, so that the exit status is the signal's. A signal that is ignored, or that somebody else takes,
/// stays theirs.
void new_file_signals_remove_at_end(const char *path);

/// No longer: the file is at its place, or gone.
void new_file_signals_keep(const char *path);

#endif
