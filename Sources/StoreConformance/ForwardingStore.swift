package import Amendments
package import EventStore
import Ledger
package import Terms
package import Transparency

/// A store that passes everything on to another but what it says itself: for tests of what reads a store.
package protocol ForwardingStore: EventStore {
    associatedtype Base: EventStore
    var store: Base { get }
}

extension ForwardingStore {
    package func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        try await store.append(recording, by: recorder, expecting: expected, sealed: seal)
    }

    package func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt] {
        try await store.append(whole: submissions, by: recorder)
    }

    package func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(of: agreement, through: position)
    }

    package func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(of: agreement, after: version, limit: limit)
    }

    package func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(of: agreement, kinds: kinds)
    }

    package func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(after: position, limit: limit)
    }

    package func head() async throws(DeedbookError) -> Position { try await store.head() }

    package func version(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        try await store.version(of: agreement)
    }

    package func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        try await store.agreements(after: agreement, limit: limit)
    }

    package func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.recording(key)
    }

    package func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        try await store.stored(at: position)
    }
}

extension ForwardingStore where Base: TamperEvidentStore {
    package var origin: String { store.origin }

    package func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        try await store.checkpoint(at: size)
    }

    package func inclusionProof(
        of position: Position, in size: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try await store.inclusionProof(of: position, in: size)
    }

    package func consistencyProof(
        from old: Int, to new: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try await store.consistencyProof(from: old, to: new)
    }

    package func keep(_ checkpoint: SignedCheckpoint) async throws(DeedbookError) {
        try await store.keep(checkpoint)
    }

    package func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
        try await store.checkpoints()
    }

    package func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow] {
        try await store.rows(after: position, limit: limit)
    }

    package func structuralFaults() async -> [Fault] { await store.structuralFaults() }
}
