import Ledger

/// What a payment term comes to, period by period, under the terms in force and given figures.
enum PaymentsModule {}
