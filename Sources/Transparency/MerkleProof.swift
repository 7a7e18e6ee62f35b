/// Why a proof shows nothing.
public enum ProofError: Error, Hashable, Sendable, CustomStringConvertible {
    case indexBeyondSize(index: Int, size: Int)
    case sizesReversed(old: Int, new: Int)
    case lengthWrong(expected: Int, found: Int)
    case rootDiffers(stated: TreeHash, computed: TreeHash)

    public var description: String {
        switch self {
        case .indexBeyondSize(let index, let size): "there is no leaf \(index) in a tree of \(size)"
        case .sizesReversed(let old, let new):
            "a tree of \(old) is not the beginning of one of \(new)"
        case .lengthWrong(let expected, let found):
            "the proof has \(found) hashes; one for these sizes has \(expected)"
        case .rootDiffers(let stated, let computed):
            "the proof leads to the root \(computed), not to \(stated)"
        }
    }
}

/// The verifiers of RFC 9162: they need no tree, only what they were given.
public enum MerkleProof {
    /// Throws unless `proof` shows the leaf at `index` (from 0) in the tree of that size and root (§2.1.3.2).
    public static func verifyInclusion(
        of leaf: TreeHash, index: Int, size: Int, proof: [TreeHash], root: TreeHash
    ) throws(ProofError) {
        guard index >= 0, index < size else {
            throw .indexBeyondSize(index: index, size: size)
        }
        // Below the point where the paths to the leaf and to the last leaf part, every step has a sibling.
        let inner = Int.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
        let border = (index >> inner).nonzeroBitCount
        guard proof.count == inner + border else {
            throw .lengthWrong(expected: inner + border, found: proof.count)
        }
        var hash = leaf
        for (height, sibling) in proof.prefix(inner).enumerated() {
            hash = index >> height & 1 == 0 ? .node(hash, sibling) : .node(sibling, hash)
        }
        for sibling in proof.dropFirst(inner) { hash = .node(sibling, hash) }
        guard hash == root else { throw .rootDiffers(stated: root, computed: hash) }
    }

    /// Throws unless `proof` shows that the older tree is the beginning of the newer one (§2.1.4.2).
    ///
    /// Nothing is to be shown of an empty older tree, nor of one tree: then the proof must be empty.
    public static func verifyConsistency(
        from old: Int, _ oldRoot: TreeHash, to new: Int, _ newRoot: TreeHash, proof: [TreeHash]
    ) throws(ProofError) {
        guard old >= 0, old <= new else { throw .sizesReversed(old: old, new: new) }
        if old == new || old == 0 {
            guard proof.isEmpty else { throw .lengthWrong(expected: 0, found: proof.count) }
            let known = old == 0 ? TreeHash.empty : newRoot
            guard oldRoot == known else { throw .rootDiffers(stated: oldRoot, computed: known) }
            return
        }
        try verifyGrowth(from: old, oldRoot, to: new, newRoot, proof: proof)
    }

    private static func verifyGrowth(
        from old: Int, _ oldRoot: TreeHash, to new: Int, _ newRoot: TreeHash, proof: [TreeHash]
    ) throws(ProofError) {
        // Where the older tree is one complete subtree, its root is the first hash of the path.
        let isComplete = old.nonzeroBitCount == 1
        let path = isComplete ? [oldRoot] + proof : proof
        var node = old - 1
        var last = new - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        let steps = stepCount(node, last)
        guard path.count == steps + 1, let first = path.first else {
            throw .lengthWrong(
                expected: steps + (isComplete ? 0 : 1), found: proof.count)
        }
        var older = first
        var newer = first
        for hash in path.dropFirst() {
            if node & 1 == 1 || node == last {
                older = .node(hash, older)
                newer = .node(hash, newer)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newer = .node(newer, hash)
            }
            node >>= 1
            last >>= 1
        }
        guard older == oldRoot else { throw .rootDiffers(stated: oldRoot, computed: older) }
        guard newer == newRoot else { throw .rootDiffers(stated: newRoot, computed: newer) }
    }

    /// How many hashes lead from that node to the root.
    private static func stepCount(_ node: Int, _ last: Int) -> Int {
        var (node, last) = (node, last)
        var count = 0
        while last != 0 {
            if node & 1 == 1 || node == last {
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            }
            node >>= 1
            last >>= 1
            count += 1
        }
        return count
    }
}
