import Amendments
import EventStore
import Ledger
import StoreConformance
import Synchronization
import Terms

/// The reference store, which counts what is read of it.
final class CountingStore: ForwardingStore {
    let store: InMemoryStore
    private let count = Mutex(0)

    init(_ store: InMemoryStore) { self.store = store }

    /// How many events and heads of agreements were read while something was done.
    func reads(_ work: () async throws -> Void) async rethrows -> Int {
        count.withLock { $0 = 0 }
        try await work()
        return count.withLock { $0 }
    }

    private func counted<Row>(_ rows: [Row]) -> [Row] {
        count.withLock { $0 += rows.count }
        return rows
    }

    func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        counted(try await store.events(of: agreement, through: position))
    }

    func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        counted(try await store.events(of: agreement, after: version, limit: limit))
    }

    func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        counted(try await store.events(of: agreement, kinds: kinds))
    }

    func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        counted(try await store.events(after: position, limit: limit))
    }

    func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        counted(try await store.agreements(after: agreement, limit: limit))
    }

    func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        counted(try await store.recording(key))
    }
}
