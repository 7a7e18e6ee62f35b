public import Amendments
public import EventStore
public import Transparency

/// What one side gives the other to check, without the book.
public struct Evidence: Sendable {
    private let store: any TamperEvidentStore

    public init(of store: any TamperEvidentStore) { self.store = store }

    /// A proof file for one event, under the newest signed checkpoint; its `extra` is the entry.
    ///
    /// It is verified before it is returned.
    public func inclusion(of position: Position) async throws(DeedbookError) -> ProofFile {
        guard let signed = try await newest(), signed.checkpoint.size >= position.number else {
            throw .notCovered(position)
        }
        let size = signed.checkpoint.size
        let hashes = try await store.inclusionProof(of: position, in: size)
        let stored = try await store.stored(at: position)
        guard let stored else { throw .notCovered(position) }
        let file = ProofFile(
            extra: stored.entry, index: position.number - 1, proof: hashes, checkpoint: signed)
        do { try file.verify(stored.entry) } catch {
            throw .corrupted(position, detail: error.description)
        }
        return file
    }

    /// That the book at a newer signed checkpoint continues an older one, in the form that a witness is sent.
    ///
    /// It is verified before it is returned.
    public func consistency(
        from old: Checkpoint
    ) async throws(DeedbookError) -> AddCheckpoint {
        guard let signed = try await newest(), signed.checkpoint.size >= old.size else {
            throw .notCovered(Position(old.size))
        }
        let new = signed.checkpoint
        let hashes = try await store.consistencyProof(from: old.size, to: new.size)
        do {
            try MerkleProof.verifyConsistency(
                from: old.size, old.root, to: new.size, new.root, proof: hashes)
        } catch {
            throw .rolledBack(old: old, new: new, detail: error.description)
        }
        return AddCheckpoint(oldSize: old.size, proof: hashes, checkpoint: signed)
    }

    private func newest() async throws(DeedbookError) -> SignedCheckpoint? {
        try await store.checkpoints().last
    }
}
