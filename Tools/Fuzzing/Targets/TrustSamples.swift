import Transparency

/// Keys, a tree and signed things, the same in every run.
enum TrustSamples {
    static let size = 300
    static let leaves = (0..<size).map { TreeHash.leaf(Array("leaf \($0)".utf8)) }
    static let tiles = TilesInMemory(leaves: leaves)

    /// The root of every size up to all leaves.
    static let roots: [TreeHash] = {
        var tree = CompactTree()
        return [tree.root]
            + leaves.map { leaf in
                tree.append(leaf)
                return tree.root
            }
    }()

    static let log = try? SigningKey(
        name: "example.com/log", seed: [UInt8](repeating: 7, count: 32))
    static let witness = try? SigningKey(
        name: "witness.example", algorithm: .cosignatureV1, seed: [UInt8](repeating: 9, count: 32))

    /// The head of the first `size` leaves.
    static func checkpoint(of size: Int) -> Checkpoint {
        Checkpoint(origin: "example.com/log", size: size, root: roots[size])
    }

    static func signed(_ size: Int) -> SignedCheckpoint? {
        let checkpoint = checkpoint(of: size)
        guard let log, let witness,
            var signed = try? SignedCheckpoint(checkpoint, signedBy: [log]),
            let cosignature = try? witness.cosign(checkpoint.text, at: 1_777_000_000)
        else { return nil }
        signed.add(cosignature)
        return signed
    }

    static func proofFile(_ index: Int, of size: Int) -> String {
        signed(size).map {
            ProofFile(
                extra: Array("leaf \(index)".utf8), index: index,
                proof: MerkleTree.inclusionProof(of: index, size: size, from: tiles), checkpoint: $0
            ).encoded
        } ?? ""
    }

    static func request(from old: Int, to new: Int) -> String {
        signed(new).map {
            AddCheckpoint(
                oldSize: old, proof: MerkleTree.consistencyProof(from: old, to: new, from: tiles),
                checkpoint: $0
            ).encoded
        } ?? ""
    }

    static var vkeys: [String] { [log, witness].compactMap { $0?.verifier.description } }

    /// A policy of four witnesses in two groups, and a recorder.
    static var policy: String {
        var lines = ["# whom we believe", "log \(vkeys.first ?? "") https://example.com/log"]
        for number: UInt8 in 1...4 {
            let key = try? SigningKey(
                name: "w\(number)", algorithm: .cosignatureV1,
                seed: [UInt8](repeating: number, count: 32))
            lines.append("witness w\(number) \(key?.verifier.description ?? "")")
        }
        lines += ["group g any w1 w2", "group h 2 g w3 w4", "quorum h"]
        lines.append("recorder \(vkeys.first ?? "") 2025-01-01 2026-05-12T09:14:03Z")
        return lines.joined(separator: "\n") + "\n"
    }
}
