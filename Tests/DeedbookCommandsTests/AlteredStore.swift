import Amendments
import EventStore
import Ledger
import StoreConformance
import Terms
import Transparency

/// A book that someone with the file altered: its rows are not what was recorded.
struct AlteredStore: ForwardingStore, TamperEvidentStore {
    let store: InMemoryStore

    func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow] {
        try await store.rows(after: position, limit: limit).map { row in
            var row = row
            switch row.position {
            case 4: row.leaf = TreeHash.sha256(row.leaf).bytes
            case 8: row.columns.agreement = "tern-milk"
            case 12: row.payload = Array(#"{"cap":"USD 1"}"#.utf8)
            case 17: row.salt = Array(repeating: 0, count: 16)
            case _: break
            }
            return row
        }
    }

    func structuralFaults() async -> [Fault] {
        [Fault(.triggerMissing, "the trigger event_update is not in the schema")]
    }
}
