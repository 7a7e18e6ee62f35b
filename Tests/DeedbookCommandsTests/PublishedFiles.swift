import Foundation
import Transparency

/// Proofs and notes of logs that are no books, and whom to believe of them.
///
/// Tessera's test log (Apache-2.0), of which the tests of `Transparency` say more; the note of c2sp.org/signed-note (CC
/// BY 4.0); a checkpoint of Go's checksum database, whose origin is not the name of its key.
enum PublishedFiles {
    static func all() throws -> [String: MemoryFiles.File] {
        var files = try tessera()
        files.merge(try notes()) { $1 }
        return files.mapValues { MemoryFiles.File($0) }
    }

    private static let index = 4

    private static func tessera() throws -> [String: String] {
        let file = Fixture.root.appendingPathComponent(
            "Tests/TransparencyTests/Vectors/tessera-log.json")
        let log = try JSONDecoder().decode(Log.self, from: try Data(contentsOf: file))
        let tiles = TilesInMemory(leaves: log.leaves.map { TreeHash.leaf(Array($0.utf8)) })
        func proof(_ checkpoint: SignedCheckpoint) -> String {
            ProofFile(
                extra: nil, index: index,
                proof: MerkleTree.inclusionProof(of: index, size: 15, from: tiles),
                checkpoint: checkpoint
            ).encoded
        }
        let signed = try SignedCheckpoint(parsing: Array(log.checkpoints[15].utf8))
        var cosigned = signed
        let witness = try TrustFixture.lumen()
        cosigned.add(try witness.cosign(signed.note.text, at: 1_767_225_600))
        return [
            "tessera.tlog-proof": proof(signed), "cosigned.tlog-proof": proof(cosigned),
            "extended.tlog-proof": proof(try extended(signed.checkpoint)),
            "tessera.pub": log.vkey + "\n",
            "tessera.policy": "log \(log.vkey)\nquorum none\n",
            "witnessed.policy": """
            log \(log.vkey)
            witness lumen \(witness.verifier)
            quorum lumen

            """,
            "five.leaf": log.leaves[index], "eight.leaf": log.leaves[7],
        ]
    }

    /// With a line after the root, as a log may write it though it should not.
    private static func extended(_ checkpoint: Checkpoint) throws -> SignedCheckpoint {
        let text = checkpoint.text + "Timestamp: 1767225600\n"
        let key = try TrustFixture.key(checkpoint.origin, 9)
        return try SignedCheckpoint(
            note: try SignedNote(text: text, signatures: [try key.sign(text)]),
            extensions: .ignored)
    }

    private static func notes() throws -> [String: String] {
        let example = """
            This is an example message.

            \u{2014} example.com/foo \
            Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

            """
        let sums = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
        return [
            "example.note": example,
            "altered.note": example.replacingOccurrences(of: "an example", with: "a changed"),
            "example.pub":
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
            "sums.note": """
            go.sum database tree
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u{2014} sum.golang.org \
            Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

            """,
            "sums.pub": sums + "\n", "sums.policy": "log \(sums)\nquorum none\n",
            "extended.pub": "\(try TrustFixture.key("example.com/log/testdata", 9).verifier)\n",
        ]
    }

    private struct Log: Decodable {
        var vkey: String
        var leaves: [String]
        var checkpoints: [String]
    }
}
