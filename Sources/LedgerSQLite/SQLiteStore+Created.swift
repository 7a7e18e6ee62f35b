public import Amendments
import GRDB
public import Ledger

extension SQLiteStore {
    /// When the book was made.
    public func created() async throws(EventStoreError) -> Instant {
        try await snapshot { db in
            let microseconds = try Int.fetchOne(db, sql: "SELECT created FROM book WHERE id = 1")
            return Instant(microseconds: microseconds ?? 0)
        }
    }
}
