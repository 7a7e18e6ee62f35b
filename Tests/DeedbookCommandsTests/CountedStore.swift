import Amendments
import EventStore
import Ledger
import StoreConformance
import Synchronization
import Terms
import Transparency

/// The reference store, which counts how often some things are asked of it.
final class CountedStore: ForwardingStore, TamperEvidentStore {
    struct Counts: Equatable {
        /// How often the root over all events was worked out.
        var heads = 0
        /// Of how many agreements the events were read that name documents.
        var documentReads = 0
    }

    let store: InMemoryStore
    private let state = Mutex(Counts())

    init(_ store: InMemoryStore) { self.store = store }

    /// What was asked since the last time.
    func counts() -> Counts {
        state.withLock { state in
            defer { state = Counts() }
            return state
        }
    }

    func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        if size == nil { state.withLock { $0.heads += 1 } }
        return try await store.checkpoint(at: size)
    }

    func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        if kinds == [.documentAttached, .eventCorrected] {
            state.withLock { $0.documentReads += 1 }
        }
        return try await store.events(of: agreement, kinds: kinds)
    }
}
