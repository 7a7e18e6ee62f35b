public import Amendments
import Synchronization
public import Transparency

extension InMemoryStore {
    public func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        try book.withLock { contents throws(DeedbookError) in
            let size = size ?? contents.rows.count
            try contents.check(size)
            return Checkpoint(
                origin: origin, size: size,
                root: MerkleTree.root(size: size, from: contents.tiles))
        }
    }

    public func inclusionProof(
        of position: Position, in size: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try book.withLock { contents throws(DeedbookError) in
            try contents.check(size)
            guard (1...max(1, size)).contains(position.number), size > 0 else {
                throw .beyondHead(asked: position, head: Position(size))
            }
            return MerkleTree.inclusionProof(
                of: position.number - 1, size: size, from: contents.tiles)
        }
    }

    public func consistencyProof(
        from old: Int, to new: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try book.withLock { contents throws(DeedbookError) in
            try contents.check(new)
            guard (0...new).contains(old) else {
                throw .beyondHead(asked: Position(old), head: Position(new))
            }
            return MerkleTree.consistencyProof(from: old, to: new, from: contents.tiles)
        }
    }

    public func keep(_ checkpoint: SignedCheckpoint) async throws(DeedbookError) {
        try book.withLock { contents throws(DeedbookError) in
            try contents.check(checkpoint.checkpoint, of: origin)
            try contents.keep(checkpoint)
        }
    }

    public func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
        book.withLock { $0.checkpoints }
    }

    public func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow] {
        book.withLock { Array($0.rows.dropFirst(max(0, position)).prefix(max(0, limit))) }
    }

    public func structuralFaults() async -> [Fault] { [] }
}

extension InMemoryStore.Contents {
    fileprivate func check(_ size: Int) throws(DeedbookError) {
        guard (0...rows.count).contains(size) else {
            throw .beyondHead(asked: Position(size), head: Position(rows.count))
        }
    }

    fileprivate func check(
        _ checkpoint: Checkpoint, of origin: String
    ) throws(DeedbookError) {
        guard checkpoint.isOf(origin) else {
            throw .checkpointRefused(
                size: checkpoint.size, detail: "it is of the book '\(checkpoint.origin)'")
        }
        try check(checkpoint.size)
        guard MerkleTree.root(size: checkpoint.size, from: tiles) == checkpoint.root else {
            throw .checkpointRefused(
                size: checkpoint.size, detail: "the book had another root at that size")
        }
    }

    /// A note with the same text and more signatures replaces none: the new ones stand at its end.
    fileprivate mutating func keep(_ checkpoint: SignedCheckpoint) throws(DeedbookError) {
        guard let index = checkpoints.firstIndex(where: { $0.checkpoint == checkpoint.checkpoint })
        else {
            checkpoints.append(checkpoint)
            checkpoints.sort { $0.checkpoint.size < $1.checkpoint.size }
            return
        }
        for signature in try checkpoints[index].missing(from: checkpoint) {
            checkpoints[index].add(signature)
        }
    }
}
