/// One of the files that a log is served as (c2sp.org/tlog-tiles), beside its checkpoint.
///
/// A file of 256 is *full* and never changes. One of fewer is *partial*: at the right edge of a tree of some size.
public struct Tile: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// Hashes of complete subtrees, as `HashTiles` has them; at level 0 of leaves.
        case hashes(level: Int)
        /// The entries themselves, each with its length before it.
        case entries
    }

    public let content: Content
    /// From 0, within its level.
    public let index: Int
    /// How many hashes or entries it has: from 1 to 256.
    public let width: Int

    /// - Precondition: the index is not negative, and the width from 1 to 256.
    public init(_ content: Content, index: Int, width: Int = MerkleTree.width) {
        precondition(index >= 0 && (1...MerkleTree.width).contains(width), "\(index), \(width)")
        self.content = content
        self.index = index
        self.width = width
    }

    public var isFull: Bool { width == MerkleTree.width }

    /// Which hashes of its level, or entries of the log, it has.
    public var range: Range<Int> {
        let start = index * MerkleTree.width
        return start..<start + width
    }

    /// Where it is below the log's address: `tile/0/x001/234`, `tile/entries/000.p/7`.
    public var path: String {
        let level =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        return "tile/\(level)/\(Self.number(index))\(isFull ? "" : ".p/\(width)")"
    }

    /// In groups of three digits, all but the last of which begin with an `x`, so that no file has the name of a
    /// folder.
    private static func number(_ index: Int) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1_000)
            let padded = String(repeating: "0", count: 3 - digits.count) + digits
            groups.insert(groups.isEmpty ? padded : "x" + padded, at: 0)
            rest /= 1_000
        } while rest > 0
        return groups.joined(separator: "/")
    }
}

extension Tile {
    /// All files of a tree of that size: for each level, from its left edge to its right, and then the entries.
    ///
    /// - Parameters:
    ///   - size: how many leaves the tree has.
    ///   - older: sizes of older checkpoints. Their partial tiles are there, too, unless the full one is: a
    ///     log must go on serving these (c2sp.org/tlog-tiles).
    public static func all(ofSize size: Int, older: some Collection<Int> = []) -> [Tile] {
        var tiles: [Tile] = []
        var level = 0
        while size >> (8 * level) > 0 {
            tiles += row(
                .hashes(level: level), size >> (8 * level), older.map { $0 >> (8 * level) })
            level += 1
        }
        return tiles + row(.entries, size, Array(older))
    }

    /// - Parameter count: how many hashes the level has.
    private static func row(_ content: Content, _ count: Int, _ older: [Int]) -> [Tile] {
        let full = count / MerkleTree.width
        let widths = (older.filter { $0 <= count } + [count])
            .filter { $0 / MerkleTree.width == full }.map { $0 % MerkleTree.width }
        return (0..<full).map { Tile(content, index: $0) }
            + Set(widths).subtracting([0]).sorted().map { Tile(content, index: full, width: $0) }
    }
}

// What is in them.
extension Tile {
    /// The bytes of a tile of hashes: one after the other, 32 bytes each.
    public static func bytes(of hashes: some Collection<TreeHash>) -> [UInt8] {
        hashes.flatMap(\.bytes)
    }

    /// No entry in a bundle has more bytes.
    public static let entryLimit = Int(UInt16.max)

    /// The bytes of a bundle of entries: each after its length in two bytes, big-endian.
    ///
    /// - Precondition: no entry has more than `entryLimit` bytes.
    public static func bytes(ofEntries entries: some Collection<[UInt8]>) -> [UInt8] {
        entries.flatMap { entry in
            precondition(entry.count <= entryLimit, "an entry of \(entry.count) bytes")
            return [UInt8(entry.count >> 8), UInt8(entry.count & 0xFF)] + entry
        }
    }

    /// The entries in a bundle; nil where the lengths do not add up to its bytes.
    public static func entries(in bundle: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var rest = bundle[...]
        while !rest.isEmpty {
            guard rest.count >= 2 else { return nil }
            let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(2)
            guard rest.count >= length else { return nil }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return entries
    }
}
