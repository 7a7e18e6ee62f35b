import Foundation
import Testing
import Transparency

/// Verifiers refuse what shows nothing, and never trap on hostile input.
struct MerkleProofTests {
    @Test func `every published probe of a proof is judged as published`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Vectors/rfc6962-proofs.json")
        let vectors = try JSONDecoder().decode(Vectors.self, from: try Data(contentsOf: file))
        #expect(vectors.inclusion.count == 98)
        #expect(vectors.consistency.count == 98)
        for probe in vectors.inclusion {
            #expect(probe.holds == !probe.wantErr, "\(probe.desc)")
        }
        for probe in vectors.consistency {
            #expect(probe.holds == !probe.wantErr, "\(probe.desc)")
        }
    }

    @Test(arguments: [2, 3, 7, 8, 13, 64, 100])
    func `a proof that was changed anywhere is refused`(size: Int) {
        let leaves = Naive.leaves(size)
        let tiles = TilesInMemory(leaves: leaves)
        let root = MerkleTree.root(size: size, from: tiles)
        for index in stride(from: 0, to: size, by: max(1, size / 7)) {
            let proof = MerkleTree.inclusionProof(of: index, size: size, from: tiles)
            for changed in Self.changes(of: proof) {
                #expect(throws: ProofError.self) {
                    try MerkleProof.verifyInclusion(
                        of: leaves[index], index: index, size: size, proof: changed, root: root)
                }
            }
            for (other, of) in [(index + 1, size), (index, size * 2), (index ^ 1, size)] {
                #expect(throws: ProofError.self) {
                    try MerkleProof.verifyInclusion(
                        of: leaves[index], index: other, size: of, proof: proof, root: root)
                }
            }
        }
    }

    @Test(arguments: [(1, 2), (3, 7), (4, 8), (6, 8), (7, 13), (32, 64), (63, 100), (99, 100)])
    func `a proof of growth that was changed anywhere is refused`(old: Int, new: Int) {
        let leaves = Naive.leaves(new)
        let tiles = TilesInMemory(leaves: leaves)
        let (first, last) = (
            MerkleTree.root(size: old, from: tiles), MerkleTree.root(size: new, from: tiles)
        )
        let proof = MerkleTree.consistencyProof(from: old, to: new, from: tiles)
        func verify(
            _ old: Int, _ first: TreeHash, _ new: Int, _ last: TreeHash, _ proof: [TreeHash]
        ) throws {
            try MerkleProof.verifyConsistency(from: old, first, to: new, last, proof: proof)
        }
        for changed in Self.changes(of: proof) {
            #expect(throws: ProofError.self) { try verify(old, first, new, last, changed) }
        }
        #expect(throws: ProofError.self) { try verify(old, last, new, first, proof) }
        #expect(throws: ProofError.self) { try verify(old, first, new, first, proof) }
        #expect(throws: ProofError.self) { try verify(new, first, old, last, proof) }
        #expect(throws: ProofError.self) { try verify(old - 1, first, new, last, proof) }
    }

    @Test func `nothing is to be shown of an empty tree, nor of one tree`() throws {
        let root = TreeHash.leaf([1])
        try MerkleProof.verifyConsistency(from: 0, .empty, to: 5, root, proof: [])
        try MerkleProof.verifyConsistency(from: 5, root, to: 5, root, proof: [])
        #expect(throws: ProofError.lengthWrong(expected: 0, found: 1)) {
            try MerkleProof.verifyConsistency(from: 0, .empty, to: 5, root, proof: [root])
        }
        #expect(throws: ProofError.rootDiffers(stated: root, computed: .empty)) {
            try MerkleProof.verifyConsistency(from: 5, root, to: 5, .empty, proof: [])
        }
    }

    @Test(arguments: [-1, 0, 1, .max, .min])
    func `no number makes a verifier trap`(number: Int) {
        let hash = TreeHash.leaf([])
        for other in [-1, 0, 1, 7, Int.max - 1, .max, .min] {
            #expect(throws: (any Error).self) {
                try MerkleProof.verifyInclusion(
                    of: hash, index: number, size: other,
                    proof: Array(repeating: hash, count: 64), root: hash)
            }
            #expect(throws: (any Error).self) {
                try MerkleProof.verifyConsistency(
                    from: number, hash, to: other, .empty,
                    proof: Array(repeating: hash, count: 64))
            }
        }
    }

    /// Every hash with each of its bytes flipped, left out, put twice or swapped, and one more at either end.
    private static func changes(of proof: [TreeHash]) -> [[TreeHash]] {
        var changed: [[TreeHash]] = [proof + [.empty], [.empty] + proof]
        for index in proof.indices {
            for byte in 0..<32 {
                var bytes = proof[index].bytes
                bytes[byte] ^= 1 << (byte % 8)
                var flipped = proof
                flipped[index] = TreeHash(bytes) ?? .empty
                changed.append(flipped)
            }
            var short = proof
            short.remove(at: index)
            changed.append(short)
            var long = proof
            long.insert(proof[index], at: index)
            changed.append(long)
            if index > 0 {
                var swapped = proof
                swapped.swapAt(index - 1, index)
                changed.append(swapped)
            }
        }
        return changed
    }
}

private struct Vectors: Decodable {
    let inclusion: [Inclusion]
    let consistency: [Consistency]

    /// A hash of a wrong length is refused where it is read.
    static func hashes(_ texts: [String]?) -> [TreeHash]? {
        let hashes = (texts ?? []).map { TreeHash(base64: $0) }
        return hashes.contains(nil) ? nil : hashes.compactMap(\.self)
    }

    /// Numbers of sixty-four bits without a sign that do not fit are no sizes.
    static func size(_ number: UInt64) -> Int { Int(exactly: number) ?? -1 }

    struct Inclusion: Decodable {
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: String
        let leafHash: String
        let proof: [String]?
        let desc: String
        let wantErr: Bool

        var holds: Bool {
            guard let root = TreeHash(base64: root), let leaf = TreeHash(base64: leafHash),
                let proof = hashes(proof)
            else { return false }
            return
                (try? MerkleProof.verifyInclusion(
                    of: leaf, index: size(leafIdx), size: size(treeSize), proof: proof, root: root))
                != nil
        }
    }

    struct Consistency: Decodable {
        let size1: UInt64
        let size2: UInt64
        let root1: String
        let root2: String
        let proof: [String]?
        let desc: String
        let wantErr: Bool

        var holds: Bool {
            // These libraries refuse to prove anything of an empty tree; a witness must not (C2SP).
            guard size1 > 0, let proof = hashes(proof) else { return false }
            // A root that is no hash stands for any that is unlike the others.
            let first = TreeHash(base64: root1) ?? .sha256(Array(root1.utf8))
            let second = TreeHash(base64: root2) ?? .sha256(Array(root2.utf8))
            return
                (try? MerkleProof.verifyConsistency(
                    from: size(size1), first, to: size(size2), second, proof: proof)) != nil
        }
    }
}
