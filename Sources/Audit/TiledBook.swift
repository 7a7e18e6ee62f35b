import Amendments
public import EventStore
public import Transparency

/// A book as the files that serve it to anybody (c2sp.org/tlog-tiles): its newest signed checkpoint, the tiles of its
/// tree, and its entries in bundles.
///
/// Payloads are in none of them: an entry has the digest of its own.
public struct TiledBook: Sendable {
    public let checkpoint: SignedCheckpoint
    /// All tiles of the checkpoint's tree, with the partial ones of every checkpoint signed before.
    public let tiles: [Tile]
    private let store: any TamperEvidentStore
    private let hashes: TilesInMemory

    /// Goes over the whole book.
    ///
    /// - Parameter progress: called with how many events were read, and of how many.
    /// - Throws: `corrupted` where a row, or what the checkpoint says of them, does not check; where the book has no
    ///   checkpoint.
    public init(
        of store: any TamperEvidentStore, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws(DeedbookError) {
        let signed = try await store.checkpoints()
        guard let newest = signed.last else { throw .notCovered(Position(1)) }
        let head = newest.checkpoint
        var rows = try await CheckedRows(of: store)
        var hashes = TilesInMemory()
        while let page = try await rows.next() {
            for row in page where row.position <= head.size { hashes.append(.leaf(row.entry)) }
            progress(page.last?.position ?? 0, rows.tree.size)
        }
        guard hashes.size == head.size, MerkleTree.root(size: head.size, from: hashes) == head.root
        else {
            throw .corrupted(
                Position(head.size), detail: "the checkpoint of it is not over the entries")
        }
        checkpoint = newest
        tiles = Tile.all(ofSize: head.size, older: signed.map(\.checkpoint.size))
        self.store = store
        self.hashes = hashes
    }

    /// The tree that it had at a size; nil where it is smaller.
    public func root(at size: Int) -> TreeHash? {
        (0...hashes.size).contains(size) ? MerkleTree.root(size: size, from: hashes) : nil
    }

    /// The bytes of one of its tiles.
    ///
    /// - Throws: `corrupted` where an entry is not any more what it was when all were checked.
    public func bytes(of tile: Tile) async throws(DeedbookError) -> [UInt8] {
        switch tile.content {
        case .hashes: return Tile.bytes(of: hashes(of: tile))
        case .entries:
            let rows = try await store.rows(after: tile.range.lowerBound, limit: tile.width)
            guard rows.map({ TreeHash.leaf($0.entry) }) == hashes(of: tile) else {
                throw .corrupted(
                    Position(tile.range.lowerBound + 1),
                    detail: "it, or one that comes soon after it, was altered meanwhile")
            }
            return Tile.bytes(ofEntries: rows.map(\.entry))
        }
    }

    /// Whether these bytes are that tile of the book. A bundle is known by its leaves, without the store.
    public func isTile(_ bytes: [UInt8], _ tile: Tile) -> Bool {
        switch tile.content {
        case .hashes: bytes == Tile.bytes(of: hashes(of: tile))
        case .entries:
            Tile.entries(in: bytes)?.map { TreeHash.leaf($0) } == hashes(of: tile)
        }
    }

    private func hashes(of tile: Tile) -> [TreeHash] {
        switch tile.content {
        case .hashes(let level): hashes.hashes(level: level, tile.range)
        case .entries: hashes.hashes(level: 0, tile.range)
        }
    }
}
