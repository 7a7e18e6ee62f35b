import Amendments
import EventStore
import Ledger
import Terms
import Transparency

/// A book that somebody with the file altered: its rows are not what was recorded.
struct AlteredStore: TamperEvidentStore {
    let store: InMemoryStore

    var origin: String { store.origin }

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

    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        try await store.append(recording, by: recorder, expecting: expected, sealed: seal)
    }

    func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(of: agreement, through: position)
    }

    func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(of: agreement, after: version, limit: limit)
    }

    func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(of: agreement, kinds: kinds)
    }

    func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.events(after: position, limit: limit)
    }

    func head() async throws(DeedbookError) -> Position { try await store.head() }

    func version(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        try await store.version(of: agreement)
    }

    func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        try await store.agreements(after: agreement, limit: limit)
    }

    func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await store.recording(key)
    }

    func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        try await store.stored(at: position)
    }

    func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        try await store.checkpoint(at: size)
    }

    func inclusionProof(
        of position: Position, in size: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try await store.inclusionProof(of: position, in: size)
    }

    func consistencyProof(
        from old: Int, to new: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try await store.consistencyProof(from: old, to: new)
    }

    func keep(_ checkpoint: SignedCheckpoint) async throws(DeedbookError) {
        try await store.keep(checkpoint)
    }

    func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
        try await store.checkpoints()
    }

    func structuralFaults() async -> [Fault] {
        [Fault(.triggerMissing, "the trigger event_update is not in the schema")]
    }
}
