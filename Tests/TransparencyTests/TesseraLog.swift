import Foundation
import Testing
import Transparency

/// The log that others made and published: every checkpoint of it from 0 to 15 leaves, its last tile and bundle.
struct TesseraLog: Decodable {
    struct Resource: Decodable {
        var path: String
        var bytes: Data
    }

    var vkey: String
    var leaves: [String]
    var checkpoints: [String]
    var tile: Resource
    var bundle: Resource

    static func read() throws -> TesseraLog {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Vectors/tessera-log.json")
        return try JSONDecoder().decode(TesseraLog.self, from: try Data(contentsOf: file))
    }

    var tiles: TilesInMemory {
        TilesInMemory(leaves: leaves.map { TreeHash.leaf(Array($0.utf8)) })
    }
}

struct TesseraLogTests {
    @Test func `every published checkpoint is signed, and of the tree that we make of the leaves`()
        throws
    {
        let log = try TesseraLog.read()
        let policy = TrustPolicy(trusting: [try VerifierKey(vkey: log.vkey)])
        #expect(log.checkpoints.count == 16 && log.leaves.count == 15)
        for (size, text) in log.checkpoints.enumerated() {
            let signed = try SignedCheckpoint(parsing: Array(text.utf8))
            #expect(signed.checkpoint.size == size)
            #expect(signed.checkpoint.root == MerkleTree.root(size: size, from: log.tiles))
            #expect(policy.judge(signed).isAccepted)
            #expect(!policy.judge(signed, of: "example.com/other").isAccepted)
        }
    }

    @Test func `every leaf is proved under every published checkpoint, and no other leaf is`()
        throws
    {
        let log = try TesseraLog.read()
        for (size, text) in log.checkpoints.enumerated() {
            for index in 0..<size {
                let file = ProofFile(
                    extra: nil, index: index,
                    proof: MerkleTree.inclusionProof(of: index, size: size, from: log.tiles),
                    checkpoint: try SignedCheckpoint(parsing: Array(text.utf8)))
                let read = try ProofFile(parsing: Array(file.encoded.utf8))
                try read.verify(Array(log.leaves[index].utf8))
                #expect(throws: ProofError.self) { try read.verify(Array("nine".utf8)) }
            }
        }
    }

    @Test func `the published tile and bundle are what we make, to the byte`() throws {
        let log = try TesseraLog.read()
        let tiles = Tile.all(ofSize: 15)
        #expect(tiles.map(\.path) == [log.tile.path, log.bundle.path])
        let hashes = log.tiles.hashes(level: 0, tiles[0].range)
        #expect(Tile.bytes(of: hashes) == Array(log.tile.bytes))
        let entries = log.leaves.map { Array($0.utf8) }
        #expect(Tile.bytes(ofEntries: entries) == Array(log.bundle.bytes))
        #expect(Tile.entries(in: Array(log.bundle.bytes)) == entries)
    }
}
