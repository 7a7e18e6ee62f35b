import Crypto

/// Thirty-two bytes of SHA-256, kept inline: a leaf, a node or a root of the tree, or a plain digest.
///
/// Leaves and nodes are hashed apart (RFC 6962 §2.1): a leaf behind a zero byte, a node behind a one.
public struct TreeHash: Sendable {
    fileprivate typealias Words = (UInt64, UInt64, UInt64, UInt64)
    fileprivate let words: Words

    fileprivate init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
    }

    /// nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        words = Array(bytes).withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
    }

    public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let empty = TreeHash.sha256([])

    /// The leaf of an entry.
    public static func leaf(_ entry: [UInt8]) -> TreeHash {
        var hash = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
        entry.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return TreeHash(hash.finalize())
    }

    /// The node over two subtrees.
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var hash = SHA256()
        withUnsafeBytes(of: UInt8(1)) { hash.update(bufferPointer: $0) }
        withUnsafeBytes(of: left.words) { hash.update(bufferPointer: $0) }
        withUnsafeBytes(of: right.words) { hash.update(bufferPointer: $0) }
        return TreeHash(hash.finalize())
    }

    /// Plain SHA-256.
    public static func sha256(_ bytes: [UInt8]) -> TreeHash { TreeHash(SHA256.hash(data: bytes)) }
}

extension TreeHash: Hashable, Comparable {
    public static func == (lhs: TreeHash, rhs: TreeHash) -> Bool { lhs.words == rhs.words }

    public static func < (lhs: TreeHash, rhs: TreeHash) -> Bool {
        lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension TreeHash: CustomStringConvertible {
    /// Standard base64 with padding, as checkpoints and proofs have it.
    public var base64: String { Base64.text(of: bytes) }

    /// Reads 44 characters of standard base64; nil for any other way to write the same bytes.
    public init?(base64 text: String) {
        guard let bytes = Base64.bytes(of: text) else { return nil }
        self.init(bytes)
    }

    /// 64 digits, lower case.
    public var hexadecimal: String { Hexadecimal.text(of: bytes) }

    /// Reads 64 digits, lower case.
    public init?(hexadecimal text: String) {
        guard let bytes = Hexadecimal.bytes(of: text) else { return nil }
        self.init(bytes)
    }

    public var description: String { base64 }
}
