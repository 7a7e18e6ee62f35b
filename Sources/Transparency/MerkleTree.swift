/// Where the hashes of complete subtrees are read from.
///
/// At level 0 these are the leaves; the hash *i* of level *L* covers the 256^L leaves from *i* · 256^L. Only
/// complete subtrees are ever asked for, so what is kept never changes.
public protocol HashTiles<Failure> {
    associatedtype Failure: Error

    /// The hashes of that range, exactly as many.
    func hashes(level: Int, _ range: Range<Int>) throws(Failure) -> [TreeHash]
}

/// The tree of RFC 9162 §2.1, read from tiles: what is asked for costs a few ranges of hashes at each of its
/// levels (one level for every 256-fold of its size), however large the tree is.
public enum MerkleTree {
    /// How many hashes make one of the next level.
    public static let width = 256

    /// The root over the first `size` leaves.
    public static func root<Tiles: HashTiles>(
        size: Int, from tiles: Tiles
    ) throws(Tiles.Failure) -> TreeHash {
        let reader = Reader(tiles)
        return try reader.hash(of: 0..<size)
    }

    /// The path of RFC 9162 §2.1.3 for a leaf, from its sibling upwards.
    ///
    /// - Precondition: `0 <= index < size`.
    public static func inclusionProof<Tiles: HashTiles>(
        of index: Int, size: Int, from tiles: Tiles
    ) throws(Tiles.Failure) -> [TreeHash] {
        precondition((0..<size).contains(index), "leaf \(index) of a tree of \(size)")
        let reader = Reader(tiles)
        var proof: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + split(range.count)
            let isLeft = index < middle
            proof.append(
                try reader.hash(
                    of: isLeft ? middle..<range.upperBound : range.lowerBound..<middle))
            range = isLeft ? range.lowerBound..<middle : middle..<range.upperBound
        }
        return proof.reversed()
    }

    /// The proof of RFC 9162 §2.1.4 that the first `old` leaves are those of the older tree.
    ///
    /// Empty where `old` is 0 (nothing is to be shown) or `new`.
    ///
    /// - Precondition: `0 <= old <= new`.
    public static func consistencyProof<Tiles: HashTiles>(
        from old: Int, to new: Int, from tiles: Tiles
    ) throws(Tiles.Failure) -> [TreeHash] {
        precondition((0...new).contains(old), "a tree of \(old) before one of \(new)")
        guard old > 0, old < new else { return [] }
        let reader = Reader(tiles)
        var proof: [TreeHash] = []
        var range = 0..<new
        // The old tree is the verifier's own as long as it ends where a complete subtree ends.
        var isKnown = true
        while range.upperBound != old {
            let middle = range.lowerBound + split(range.count)
            if old <= middle {
                proof.append(try reader.hash(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(try reader.hash(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
                isKnown = false
            }
        }
        if !isKnown { proof.append(try reader.hash(of: range)) }
        return proof.reversed()
    }

    /// The hash over a whole number of sibling hashes, as the next level keeps it.
    ///
    /// - Precondition: their count is a power of two.
    public static func subtree(of hashes: [TreeHash]) -> TreeHash {
        precondition(hashes.count.nonzeroBitCount == 1, "a subtree of \(hashes.count)")
        var row = hashes
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { .node(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    /// Reads nodes, from the highest level that keeps them.
    private struct Reader<Tiles: HashTiles> {
        private let tiles: Tiles

        init(_ tiles: Tiles) { self.tiles = tiles }

        /// The hash over a range that starts at a multiple of the power of two at or above its length.
        func hash(of range: Range<Int>) throws(Tiles.Failure) -> TreeHash {
            if range.isEmpty { return .empty }
            if range.count.nonzeroBitCount == 1 { return try complete(range) }
            let middle = range.lowerBound + MerkleTree.split(range.count)
            let left = try complete(range.lowerBound..<middle)
            return .node(left, try hash(of: middle..<range.upperBound))
        }

        private func complete(_ range: Range<Int>) throws(Tiles.Failure) -> TreeHash {
            let level = range.count.trailingZeroBitCount / 8
            let leaves = 1 << (level * 8)
            return MerkleTree.subtree(
                of: try tiles.hashes(
                    level: level, range.lowerBound / leaves..<range.upperBound / leaves))
        }
    }
}

/// The tiles of a tree that is kept in memory.
public struct TilesInMemory: HashTiles, Sendable {
    private var levels: [[TreeHash]] = [[]]

    public init(leaves: [TreeHash] = []) {
        for leaf in leaves { append(leaf) }
    }

    public var size: Int { levels[0].count }

    public mutating func append(_ leaf: TreeHash) {
        levels[0].append(leaf)
        var level = 0
        while levels[level].count.isMultiple(of: MerkleTree.width) {
            if level + 1 == levels.count { levels.append([]) }
            levels[level + 1].append(
                MerkleTree.subtree(of: Array(levels[level].suffix(MerkleTree.width))))
            level += 1
        }
    }

    public func hashes(level: Int, _ range: Range<Int>) throws(Never) -> [TreeHash] {
        Array(levels[level][range])
    }
}

/// A tree that grows leaf by leaf and keeps only its right edge: for going over a whole book once.
public struct CompactTree: Sendable {
    /// Hashes of complete subtrees from left to right, their sizes the ones in the binary form of `size`.
    private var edge: [TreeHash] = []
    public private(set) var size = 0

    public init() {}

    /// The tree of a size, to go on from.
    ///
    /// - Parameters:
    ///   - size: how many leaves it has.
    ///   - proof: the path of the leaf after its last in a tree that is one larger (RFC 9162
    ///     §2.1.3): these are the complete subtrees of this one, from right to left.
    /// - Returns: nil where the path has another length. Whether it is right, `root` shows.
    public init?(size: Int, proofOfNext proof: [TreeHash]) {
        guard size >= 0, proof.count == size.nonzeroBitCount else { return nil }
        self.size = size
        edge = proof.reversed()
    }

    public mutating func append(_ leaf: TreeHash) {
        var hash = leaf
        var rest = size
        while rest & 1 == 1, let left = edge.popLast() {
            hash = .node(left, hash)
            rest >>= 1
        }
        edge.append(hash)
        size += 1
    }

    public var root: TreeHash {
        guard var hash = edge.last else { return .empty }
        for left in edge.dropLast().reversed() { hash = .node(left, hash) }
        return hash
    }
}
