import Amendments
public import EventStore
public import Transparency

/// The keeper of the book: signs what it is, and never two things that cannot both be true.
///
/// A log "MUST NOT sign any checkpoint inconsistent with any checkpoint it previously signed" (C2SP
/// tlog-checkpoint). So before it signs, it proves that the tree continues every one signed before, reads the
/// entries since the last again, and works the root out from them: the rows that the store keeps of its
/// tree are not believed.
public struct Keeper: Sendable {
    private let store: any TamperEvidentStore

    public init(_ store: any TamperEvidentStore) { self.store = store }

    /// Signs the book as it is now with each of the keys, and keeps the note.
    ///
    /// Two keys make an overlap, when the one is to follow the other. What was signed at this very size is
    /// returned, with the signatures it lacks.
    public func sign(with keys: [SigningKey]) async throws(DeedbookError) -> SignedCheckpoint {
        let now = try await store.checkpoint(at: nil)
        let kept = try await store.checkpoints()
        for signed in kept { try await prove(signed.checkpoint, before: now) }
        try await readAgain(after: kept.last?.checkpoint, through: now)
        let signed: SignedCheckpoint
        do { signed = try SignedCheckpoint(now, signedBy: keys) } catch {
            throw .notSigned(detail: error.description)
        }
        try await store.keep(signed)
        return try await note(of: now)
    }

    /// The note as the book keeps it, with everybody's signatures.
    private func note(of checkpoint: Checkpoint) async throws(DeedbookError) -> SignedCheckpoint {
        let all = try await store.checkpoints()
        guard let found = all.last(where: { $0.checkpoint == checkpoint }) else {
            throw .checkpointRefused(size: checkpoint.size, detail: "the book did not keep it")
        }
        return found
    }

    private func prove(_ old: Checkpoint, before now: Checkpoint) async throws(DeedbookError) {
        guard old.isOf(now.origin), old.size <= now.size else {
            throw .discontinued(
                signed: old, now: now,
                detail: old.isOf(now.origin)
                    ? "the book is shorter than what was signed" : "it is of another book")
        }
        let proof = try await store.consistencyProof(from: old.size, to: now.size)
        do {
            try MerkleProof.verifyConsistency(
                from: old.size, old.root, to: now.size, now.root, proof: proof)
        } catch {
            throw .discontinued(signed: old, now: now, detail: error.description)
        }
    }

    /// What is signed is what is on the disk, not what was meant to be.
    private func readAgain(
        after signed: Checkpoint?, through now: Checkpoint
    ) async throws(DeedbookError) {
        let end = now.size
        var last = signed?.size ?? 0
        guard last < end else { return }
        var tree = try await tree(of: signed)
        while last < end {
            let rows = try await store.rows(after: last, limit: min(1_000, end - last))
            guard let position = rows.last?.position else {
                throw .beyondHead(asked: Position(end), head: Position(last))
            }
            guard position > last else {
                throw .outOfOrder(position, after: last)
            }
            for row in rows {
                let leaf = TreeHash.leaf(row.entry)
                guard leaf.bytes == row.leaf else { throw .entryAltered(Position(row.position)) }
                tree.append(leaf)
            }
            last = position
        }
        guard tree.size == end, tree.root == now.root else {
            throw .corrupted(Position(end), detail: "the tree kept of it is not over its entries")
        }
    }

    /// The tree that was signed, to go on from: its edge is the store's, and makes the root that was signed.
    private func tree(of signed: Checkpoint?) async throws(DeedbookError) -> CompactTree {
        guard let signed, signed.size > 0 else { return CompactTree() }
        let edge = try await store.inclusionProof(
            of: Position(signed.size + 1), in: signed.size + 1)
        guard let tree = CompactTree(size: signed.size, proofOfNext: edge),
            tree.root == signed.root
        else {
            throw .corrupted(Position(signed.size), detail: "the tree kept of it lacks its edge")
        }
        return tree
    }
}
