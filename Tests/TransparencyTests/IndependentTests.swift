import Foundation
import Testing
import Transparency

/// Python with `cryptography`, and nothing of our own, verifies what we made; and we what it made.
struct IndependentTests {
    private struct Task: Codable {
        var entries: [String]
        var vkeys: [String]
        var checkpoint: String
        var proofs: [String] = []
        var count = 13
    }

    private struct Made: Codable {
        var entries: [String]
        var vkeys: [String]
        var checkpoint: String
    }

    @Test func `an independent implementation verifies our notes and proofs, and we verify its`()
        throws
    {
        let log = try CheckpointTests.key("example.com/log", 1)
        let witness = try CheckpointTests.key("witness.example", 2, .cosignatureV1)
        let entries = (0..<21).map { Array("an entry: \($0)".utf8) }
        let tiles = TilesInMemory(leaves: entries.map { TreeHash.leaf($0) })
        let root = MerkleTree.root(size: 21, from: tiles)
        var signed = try SignedCheckpoint(
            Checkpoint(origin: "example.com/log", size: 21, root: root), signedBy: [log])
        signed.add(try witness.cosign(signed.note.text, at: 1_767_225_600))
        let proofs = entries.indices.map { index in
            ProofFile(
                extra: entries[index], index: index,
                proof: MerkleTree.inclusionProof(of: index, size: 21, from: tiles),
                checkpoint: signed
            ).encoded
        }
        let task = Task(
            entries: entries.map { Data($0).base64EncodedString() },
            vkeys: [log.verifier.description, witness.verifier.description],
            checkpoint: signed.encoded, proofs: proofs)
        let made = try JSONDecoder().decode(Made.self, from: try Self.run(task))

        let theirs = try SignedCheckpoint(parsing: Array(made.checkpoint.utf8))
        let keys = try made.vkeys.map { try VerifierKey(vkey: $0) }
        #expect(try theirs.note.verified(by: keys) == keys)
        var tree = CompactTree()
        for entry in made.entries {
            tree.append(.leaf([UInt8](try #require(Data(base64Encoded: entry)))))
        }
        #expect(theirs.checkpoint.root == tree.root)
        #expect(theirs.checkpoint.size == 13)
    }

    @Test func `the independent implementation refuses what was changed`() throws {
        let log = try CheckpointTests.key("example.com/log", 1)
        let signed = try CheckpointTests.signed(3, by: [log])
        var task = Task(
            entries: [], vkeys: [log.verifier.description], checkpoint: signed.encoded)
        #expect(throws: Failure.self) { try Self.run(task) }
        task.checkpoint = signed.encoded.replacingOccurrences(of: "\n3\n", with: "\n4\n")
        #expect(throws: Failure.self) { try Self.run(task) }
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static func run(_ task: Task) throws -> Data {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let own = tests.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(".build-python/bin/python3").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            FileManager.default.isExecutableFile(atPath: own) ? own : "python3",
            tests.appendingPathComponent("independent_check.py").path,
        ]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        input.fileHandleForWriting.write(try JSONEncoder().encode(task))
        try input.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: complaint, as: UTF8.self))
        }
        return answer
    }
}
