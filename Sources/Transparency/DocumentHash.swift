import Crypto
public import Terms

/// The hash of a document whose bytes come some at a time, so that one of any size is hashed in little memory.
public struct DocumentHash: Sendable {
    /// How many bytes a document may have, which is far above that of a scanned contract: what is kept is read whole
    /// whenever it is checked, and a sparse file of any size takes no one any room.
    public static let mostBytes = 1 << 30

    private var hash = SHA256()
    /// How many bytes there were.
    public private(set) var count = 0

    public init() {}

    public mutating func add(_ bytes: [UInt8]) {
        count += bytes.count
        hash.update(data: bytes)
    }

    /// Of all bytes so far.
    public var digest: DocumentDigest {
        guard let digest = DocumentDigest(Hexadecimal.text(of: Array(hash.finalize()))) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        return digest
    }
}
