import Ledger

/// When terms of one or several agreements cannot both be kept, as far as is known: footprints of terms,
/// and the rules by which two of them conflict.
enum ConflictsModule {}
