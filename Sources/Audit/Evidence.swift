public import Amendments
public import EventStore
public import Transparency

/// Why there is no evidence of something.
public enum EvidenceError: Error, Hashable, Sendable {
    case store(EventStoreError)
    /// No signed checkpoint covers the position yet.
    case noCheckpoint(covering: Position)
    /// The book does not continue the older checkpoint; the proof that should show it does not hold.
    case inconsistent(ProofError, old: Checkpoint, new: Checkpoint)
}

/// What one side gives the other to check, without the book.
public struct Evidence: Sendable {
    private let store: any TamperEvidentStore

    public init(of store: any TamperEvidentStore) { self.store = store }

    /// A proof file for one event, under the newest signed checkpoint; its `extra` is the entry.
    ///
    /// It is verified before it is returned.
    public func inclusion(of position: Position) async throws(EvidenceError) -> ProofFile {
        guard let signed = try await newest(), signed.checkpoint.size >= position.number else {
            throw .noCheckpoint(covering: position)
        }
        let size = signed.checkpoint.size
        let hashes = try await asking { () async throws(EventStoreError) in
            try await store.inclusionProof(of: position, in: size)
        }
        let stored = try await asking { () async throws(EventStoreError) in
            try await store.stored(at: position)
        }
        guard let stored else { throw .noCheckpoint(covering: position) }
        let file = ProofFile(
            extra: stored.entry, index: position.number - 1, proof: hashes, checkpoint: signed)
        do { try file.verify(stored.entry) } catch {
            throw .store(.corrupted(position, detail: error.description))
        }
        return file
    }

    /// That the book at a newer signed checkpoint continues an older one, in the form that a witness is sent.
    ///
    /// It is verified before it is returned.
    public func consistency(
        from old: Checkpoint
    ) async throws(EvidenceError) -> AddCheckpoint {
        guard let signed = try await newest(), signed.checkpoint.size >= old.size else {
            throw .noCheckpoint(covering: Position(old.size))
        }
        let new = signed.checkpoint
        let hashes = try await asking { () async throws(EventStoreError) in
            try await store.consistencyProof(from: old.size, to: new.size)
        }
        do {
            try MerkleProof.verifyConsistency(
                from: old.size, old.root, to: new.size, new.root, proof: hashes)
        } catch {
            throw .inconsistent(error, old: old, new: new)
        }
        return AddCheckpoint(oldSize: old.size, proof: hashes, checkpoint: signed)
    }

    private func newest() async throws(EvidenceError) -> SignedCheckpoint? {
        try await asking { () async throws(EventStoreError) in try await store.checkpoints() }.last
    }

    private func asking<Answer>(
        _ question: () async throws(EventStoreError) -> Answer
    ) async throws(EvidenceError) -> Answer {
        do { return try await question() } catch { throw .store(error) }
    }
}
