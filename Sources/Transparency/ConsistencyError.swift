/// Why a consistency proof does not show that one checkpoint continues another.
public enum ConsistencyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The two are of different logs.
    case originsDiffer(older: String, newer: String)
    /// The one that is to be the older covers more.
    case reversed(older: Int, newer: Int)
    /// The two cover as much and have different roots: no log can be true to both.
    case forked(size: Int, older: TreeHash, newer: TreeHash)
    /// The proof begins at another size than that of the older checkpoint.
    case otherOlder(proof: Int, given: Int)
    /// The checkpoint that the proof has with it is not the newer one.
    case otherNewer(proof: Checkpoint, given: Checkpoint)
    /// The hashes lead to another root than that of the older checkpoint.
    case olderRootDiffers(size: Int, stated: TreeHash, computed: TreeHash)
    /// They lead to that, and to another one than that of the newer checkpoint.
    case newerRootDiffers(size: Int, stated: TreeHash, computed: TreeHash)
    /// There are too many or too few of them.
    case lengthWrong(expected: Int, found: Int)

    public var description: String {
        switch self {
        case .originsDiffer(let older, let newer):
            "the older checkpoint is of '\(older)', the newer one of '\(newer)'"
        case .reversed(let older, let newer):
            "the older checkpoint covers \(older) leaves and the newer one only \(newer): give them the "
                + "other way round"
        case .forked(let size, let older, let newer):
            "both checkpoints cover \(size) leaves, and the older one has the root \(older), the newer "
                + "one \(newer): no log can be true to both"
        case .otherOlder(let proof, let given):
            "the proof goes on from #\(proof), the older checkpoint is of #\(given)"
        case .otherNewer(let proof, let given):
            "the proof is of the checkpoint of #\(proof.size) with the root \(proof.root), the newer "
                + "checkpoint is of #\(given.size) with the root \(given.root)"
        case .olderRootDiffers(let size, let stated, let computed):
            "the proof leads to the root \(computed) for #\(size), the older checkpoint has \(stated)"
        case .newerRootDiffers(let size, let stated, let computed):
            "the proof leads to the root \(computed) for #\(size), the newer checkpoint has \(stated)"
        case .lengthWrong(let expected, let found):
            ProofError.lengthWrong(expected: expected, found: found).description
        }
    }
}

extension AddCheckpoint {
    /// Whether bytes are a consistency proof, which has the form of a request.
    public static func isMeant(by bytes: [UInt8]) -> Bool {
        (try? AddCheckpoint(parsing: bytes)) != nil
    }

    /// Throws unless it shows that the newer checkpoint continues the older one.
    ///
    /// Whether either is to be believed is another question: see `TrustPolicy.judge`.
    ///
    /// - Parameters:
    ///   - older: the checkpoint that was kept.
    ///   - newer: the checkpoint that the proof has to be of; nil for the one that it has with it.
    public func verify(
        from older: Checkpoint, to newer: Checkpoint? = nil
    ) throws(ConsistencyError) {
        let own = checkpoint.checkpoint
        let newer = newer ?? own
        guard newer.isOf(older.origin) else {
            throw .originsDiffer(older: older.origin, newer: newer.origin)
        }
        guard older.size <= newer.size else {
            throw .reversed(older: older.size, newer: newer.size)
        }
        guard older.size < newer.size || older.root == newer.root else {
            throw .forked(size: older.size, older: older.root, newer: newer.root)
        }
        guard own == newer else { throw .otherNewer(proof: own, given: newer) }
        guard oldSize == older.size else { throw .otherOlder(proof: oldSize, given: older.size) }
        do {
            try MerkleProof.verifyConsistency(
                from: older.size, older.root, to: newer.size, newer.root, proof: proof)
        } catch {
            throw ConsistencyError(error, older, newer)
        }
    }
}

extension ConsistencyError {
    fileprivate init(_ error: ProofError, _ older: Checkpoint, _ newer: Checkpoint) {
        switch error {
        case .rootDiffers(let stated, let computed):
            self =
                stated == older.root
                ? .olderRootDiffers(size: older.size, stated: stated, computed: computed)
                : .newerRootDiffers(size: newer.size, stated: stated, computed: computed)
        case .lengthWrong(let expected, let found):
            self = .lengthWrong(expected: expected, found: found)
        case .sizesReversed(let old, let new), .indexBeyondSize(let old, let new):
            self = .reversed(older: old, newer: new)
        }
    }
}
