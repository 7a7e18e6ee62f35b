import Terms
import Transparency

extension FuzzTarget {
    /// Policies: what is read believes no one without a signature, and says so quickly.
    static let policies = FuzzTarget(
        "policies", seeds: [TrustSamples.policy, "quorum none\n"],
        words: TrustSamples.vkeys + [
            "log ", "witness ", "group ", "quorum ", "recorder ", "..", "2025-01-01", "none", "all",
            "any", "2", "\n", "\t", " ",
            "#",
            "w1", "w2", "g", "h", "\u{212A}", "K", "\r\n",
        ]
    ) { bytes throws(Broken) in
        let text = String(decoding: bytes, as: UTF8.self)
        let policy: TrustPolicy
        do throws(PolicyError) { policy = try TrustPolicy(parsing: text) } catch {
            let lines = text.utf8.count { $0 == 0x0A } + 1
            try hold((1...lines).contains(error.line), "line \(error.line) is one of \(lines)")
            return .refused
        }
        try hold(
            policy.quorum.description.utf8.count <= 2 * bytes.count + 64, "a rule is no larger")
        for recorder in policy.recorders {
            let bounds = [recorder.from, recorder.through].compactMap(\.self)
            try hold(bounds == bounds.sorted(), "no key's time ends before it begins")
            try hold(bounds.allSatisfy(recorder.counts), "a time has its first and last instant")
        }
        guard let checkpoint = TrustSamples.signed(300) else { return .accepted }
        let verdict = policy.judge(checkpoint)
        try hold(verdict.forgeries.isEmpty, "no signature is a forgery")
        let log = TrustSamples.log?.verifier
        let knowsLog = policy.logs.contains { $0.key == log }
        try hold(!verdict.isAccepted || knowsLog, "nothing is believed without its log")
        return .accepted
    }

    /// Proofs for a tree of 300 leaves: `in INDEX SIZE` or `from OLD NEW`, then a hash a line.
    ///
    /// Only the one proof that the tree itself makes may hold.
    static let proofs = FuzzTarget(
        "proofs",
        seeds: [(0, 1), (3, 300), (299, 300), (255, 256)].map { index, size in
            let proof = MerkleTree.inclusionProof(of: index, size: size, from: TrustSamples.tiles)
            return written("in \(index) \(size)", proof)
        }
            + [(1, 300), (255, 300), (256, 300), (7, 8)].map { old, new in
                let proof = MerkleTree.consistencyProof(
                    from: old, to: new, from: TrustSamples.tiles)
                return written("from \(old) \(new)", proof)
            },
        words: [
            "in ", "from ", "9223372036854775807", "4611686018427387904", "256", "300", "-1", "\n",
        ]
    ) { bytes throws(Broken) in
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3, let one = Int(words[1]), let two = Int(words[2]) else {
            return .refused
        }
        let proof = lines.dropFirst().compactMap { TreeHash(base64: String($0)) }
        return words[0] == "in"
            ? try checkInclusion(of: one, size: two, proof)
            : try checkConsistency(from: one, to: two, proof)
    }

    private static func written(_ head: String, _ proof: [TreeHash]) -> String {
        ([head] + proof.map(\.base64)).joined(separator: "\n")
    }

    private static func checkInclusion(
        of index: Int, size: Int, _ proof: [TreeHash]
    ) throws(Broken) -> Outcome {
        let (leaves, roots) = (TrustSamples.leaves, TrustSamples.roots)
        let isInside = roots.indices.contains(size) && leaves.indices.contains(index)
        let root = isInside ? roots[size] : .empty
        let leaf = isInside ? leaves[index] : .empty
        guard
            (try? MerkleProof.verifyInclusion(
                of: leaf, index: index, size: size, proof: proof, root: root)) != nil
        else { return .refused }
        try hold(isInside && index < size, "a leaf \(index) of no tree of \(size)")
        let genuine = MerkleTree.inclusionProof(of: index, size: size, from: TrustSamples.tiles)
        try hold(proof == genuine, "another proof of leaf \(index) of \(size)")
        return .accepted
    }

    private static func checkConsistency(
        from old: Int, to new: Int, _ proof: [TreeHash]
    ) throws(Broken) -> Outcome {
        let roots = TrustSamples.roots
        let isInside = roots.indices.contains(old) && roots.indices.contains(new)
        guard
            (try? MerkleProof.verifyConsistency(
                from: old, isInside ? roots[old] : .leaf([1]), to: new,
                isInside ? roots[new] : .leaf([2]), proof: proof)) != nil
        else { return .refused }
        try hold(isInside && old <= new, "a tree of \(new) that begins with one of \(old)")
        let genuine = MerkleTree.consistencyProof(from: old, to: new, from: TrustSamples.tiles)
        try hold(proof == genuine, "another proof from \(old) to \(new)")
        return .accepted
    }
}
