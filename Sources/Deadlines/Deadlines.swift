import Ledger

/// What ends, renews, may be exercised, must be noticed or paid, and takes effect, in a window of days.
enum DeadlinesModule {}
