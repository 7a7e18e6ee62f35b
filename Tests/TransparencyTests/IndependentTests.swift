import Foundation
import Subprocesses
import Testing
import Transparency

/// Python with `cryptography`, and nothing of our own, verifies what we made; and we what it made.
struct IndependentTests {
    private struct Task: Codable {
        var entries: [String]
        var vkeys: [String]
        var checkpoint: String
        var proofs: [String] = []
        /// From each size, beginning with 1, to that of the checkpoint.
        var growth: [[String]] = []
        var count = 13
    }

    private struct Made: Codable {
        var entries: [String]
        var vkeys: [String]
        var checkpoint: String
        var proofs: [String]
        var growth: [[String]]
    }

    private static let size = 21

    /// A log with a witness, and everything that can be shown of it.
    private static func task() throws -> Task {
        let log = try CheckpointTests.key("example.com/log", 1)
        let witness = try CheckpointTests.key("witness.example", 2, .cosignatureV1)
        let entries = (0..<size).map { Array("an entry: \($0)".utf8) }
        let tiles = TilesInMemory(leaves: entries.map { TreeHash.leaf($0) })
        let root = MerkleTree.root(size: size, from: tiles)
        var signed = try SignedCheckpoint(
            Checkpoint(origin: "example.com/log", size: size, root: root), signedBy: [log])
        signed.add(try witness.cosign(signed.note.text, at: 1_767_225_600))
        return Task(
            entries: entries.map { Data($0).base64EncodedString() },
            vkeys: [log.verifier.description, witness.verifier.description],
            checkpoint: signed.encoded,
            proofs: entries.indices.map { index in
                ProofFile(
                    extra: index.isMultiple(of: 2) ? entries[index] : nil, index: index,
                    proof: MerkleTree.inclusionProof(of: index, size: size, from: tiles),
                    checkpoint: signed
                ).encoded
            },
            growth: (1...size).map { old in
                MerkleTree.consistencyProof(from: old, to: size, from: tiles).map(\.base64)
            })
    }

    @Test func `an independent implementation verifies our notes and proofs, and we verify its`()
        async throws
    {
        let done = try await Self.check(try Self.task())
        try #require(done.status == 0, "\(done.errors)")
        let made = try JSONDecoder().decode(Made.self, from: Data(done.output.utf8))
        let theirs = try SignedCheckpoint(parsing: Array(made.checkpoint.utf8))
        let keys = try made.vkeys.map { try VerifierKey(vkey: $0) }
        #expect(try theirs.note.verified(by: keys) == keys)
        #expect(theirs.checkpoint.size == 13)
        var (tree, roots) = (CompactTree(), [TreeHash]())
        let entries = try made.entries.map { [UInt8](try #require(Data(base64Encoded: $0))) }
        for entry in entries {
            tree.append(.leaf(entry))
            roots.append(tree.root)
        }
        #expect(theirs.checkpoint.root == tree.root)

        let policy = try TrustPolicy(
            parsing: "log \(made.vkeys[0])\nwitness w \(made.vkeys[1])\nquorum w\n")
        #expect(made.proofs.count == 13)
        for (index, text) in made.proofs.enumerated() {
            let file = try ProofFile(parsing: Array(text.utf8))
            #expect(file.index == index && file.extra == entries[index])
            #expect(file.encoded == text)
            try file.verify(entries[index])
            #expect(policy.judge(file.checkpoint).isAccepted)
        }
        #expect(made.growth.count == 13)
        for (index, proof) in made.growth.enumerated() {
            try MerkleProof.verifyConsistency(
                from: index + 1, roots[index], to: 13, tree.root,
                proof: try proof.map { try #require(TreeHash(base64: $0)) })
        }
    }

    private enum Change: String, CaseIterable {
        case size = "InvalidSignature"
        case keyID = "key id of"
        case entry = "AssertionError: root"
        case proof = "AssertionError: path: another root"
        case longProof = "AssertionError: path: too"
        case growth = "AssertionError: growth: another root"
        case unsigned = "KeyError"
    }

    /// What it says shows that it refused for the change, and not for want of Python or of a package.
    @Test(arguments: Change.allCases)
    private func `the independent implementation refuses what was changed`(change: Change)
        async throws
    {
        var task = try Self.task()
        let other = TreeHash.leaf([7]).base64
        switch change {
        case .size:
            task.checkpoint = task.checkpoint.replacingOccurrences(of: "\n21\n", with: "\n22\n")
        case .keyID:
            task.vkeys[0] = task.vkeys[0].replacingOccurrences(of: "/log+", with: "/lag+")
        case .entry: task.entries[20] = Data("another".utf8).base64EncodedString()
        case .proof:
            let lines = task.proofs[4].split(separator: "\n", omittingEmptySubsequences: false)
            task.proofs[4] = task.proofs[4].replacingOccurrences(of: lines[4], with: other)
        case .longProof:
            task.proofs[4] = task.proofs[4].replacingOccurrences(
                of: "index 4\n", with: "index 4\n\(other)\n")
        case .growth: task.growth[6][1] = other
        case .unsigned:
            task.vkeys.append(
                try CheckpointTests.key("stranger.example", 9).verifier.description)
        }
        let done = try await Self.check(task)
        #expect(done.status != 0 && done.errors.contains(change.rawValue), "\(done)")
    }

    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("independent_check.py")

    private static func check(_ task: Task) async throws -> Subprocess {
        let input = String(decoding: try JSONEncoder().encode(task), as: UTF8.self)
        return try await Python.run(script, input: input)
    }
}
