import Foundation
import Subprocesses
import Testing
import Transparency

/// A client of such logs that has nothing of ours reads what we write, and refuses what was changed in it.
struct TilesClientTests {
    /// A folder with made-up entries, served as a log.
    private struct Folder {
        let url: URL
        let key: SigningKey

        init() throws {
            url = FileManager.default.temporaryDirectory
                .appendingPathComponent("deedbook-tiles-\(UInt64.random(in: 0 ... .max))")
            key = try CheckpointTests.key("example.com/log", 1)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }

        func remove() { try? FileManager.default.removeItem(at: url) }

        func file(_ path: String) -> URL { url.appendingPathComponent(path) }

        static func entry(_ index: Int) -> [UInt8] { Array("made-up entry \(index)".utf8) }

        /// Writes the log at a size, and beside its folder the checkpoint of that size.
        func write(_ size: Int, older: [Int] = []) throws {
            let entries = (0..<size).map(Self.entry)
            let hashes = TilesInMemory(leaves: entries.map { TreeHash.leaf($0) })
            for tile in Tile.all(ofSize: size, older: older) {
                let bytes =
                    switch tile.content {
                    case .hashes(let level):
                        Tile.bytes(of: hashes.hashes(level: level, tile.range))
                    case .entries: Tile.bytes(ofEntries: entries[tile.range])
                    }
                try put(bytes, tile.path)
            }
            let root = MerkleTree.root(size: size, from: hashes)
            let signed = try SignedCheckpoint(
                Checkpoint(origin: key.verifier.name, size: size, root: root), signedBy: [key])
            try put(Array(signed.encoded.utf8), "checkpoint")
            try put(Array(signed.encoded.utf8), "kept/\(size)")
        }

        func put(_ bytes: [UInt8], _ path: String) throws {
            let file = file(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }

        func check(
            _ arguments: [String] = [], as key: VerifierKey? = nil
        ) async throws -> Subprocess {
            try await Python.run(
                TilesClientTests.client,
                [url.path, (key ?? self.key.verifier).description] + arguments)
        }
    }

    private static let client = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("tiles_client.py")

    private static func withFolder(_ body: (Folder) async throws -> Void) async throws {
        let folder = try Folder()
        defer { folder.remove() }
        try await body(folder)
    }

    @Test(arguments: [0, 1, 3, 255, 256, 257, 70_000])
    func `every entry is proved from what is served`(size: Int) async throws {
        try await Self.withFolder { folder in
            try folder.write(size)
            try folder.put(
                Tile.bytes(ofEntries: (0..<size).map(Folder.entry)), "kept/entries")
            let answer = try await folder.check(["--entries", folder.file("kept/entries").path])
            #expect(answer.status == 0, "\(answer.text)")
            #expect(answer.text == "verified \(size) entries\n")
        }
    }

    @Test(arguments: [[3, 256], [3, 5, 257], [256, 257], [200, 300, 513], [255, 66_000]])
    func `a log that grew continues what was served before`(sizes: [Int]) async throws {
        try await Self.withFolder { folder in
            for (index, size) in sizes.enumerated() {
                try folder.write(size, older: Array(sizes[..<index]))
            }
            for old in sizes.dropLast() {
                let kept = folder.file("kept/\(old)").path
                let grown = try await folder.check(["--since", kept])
                #expect(grown.status == 0 && grown.text.hasPrefix("continues \(old)\n"), "\(grown)")
                // One who has the older checkpoint reads that tree, too.
                let then = try await folder.check(["--checkpoint", kept])
                #expect(then.status == 0 && then.text == "verified \(old) entries\n", "\(then)")
            }
        }
    }

    private enum Change: String, CaseIterable {
        case tile, upperTile, missingTile, missingPartial, bundle, shortBundle, longBundle
        case checkpoint, otherKey, fork

        /// What the client says of it, so that it refused for that reason.
        var complaint: String {
            switch self {
            // Its hash in the tile above is right, so it is found by the path of the first entry below it.
            case .tile: "entry 0 is not in the tree"
            case .upperTile: "the tiles make another root"
            case .missingTile: "tile/0/000 of width 256 is not there"
            case .missingPartial: "tile/0/001 of width 44 is not there"
            case .bundle: "entry 7 is not its leaf"
            case .shortBundle: "bundle 1 is too short"
            case .longBundle: "bundle 0 is too long"
            case .checkpoint: "the signature is not of the checkpoint"
            case .otherKey: "the checkpoint is not signed by the key"
            case .fork: "the tree does not continue what it was"
            }
        }

        /// The file that it changes, and how.
        func apply(to folder: Folder) throws {
            switch self {
            case .tile: try edit("tile/0/000", folder) { $0[32 * 200] ^= 1 }
            case .upperTile: try edit("tile/1/000.p/1", folder) { $0[0] ^= 1 }
            case .missingTile: try FileManager.default.removeItem(at: folder.file("tile/0/000"))
            case .missingPartial:
                try FileManager.default.removeItem(at: folder.file("tile/0/001.p/44"))
            case .bundle: try edit("tile/entries/000", folder) { $0[7 * 17 + 2] ^= 1 }
            case .shortBundle: try edit("tile/entries/001.p/44", folder) { $0.removeLast() }
            case .longBundle: try edit("tile/entries/000", folder) { $0.append(0) }
            case .checkpoint: try edit("checkpoint", folder) { $0[17] ^= 1 }
            case .otherKey: break
            case .fork:
                try folder.put(
                    Array(
                        try SignedCheckpoint(
                            Checkpoint(
                                origin: folder.key.verifier.name, size: 9, root: .leaf([9])),
                            signedBy: [folder.key]
                        ).encoded.utf8), "kept/9")
            }
        }

        private func edit(
            _ path: String, _ folder: Folder, _ change: (inout [UInt8]) -> Void
        ) throws {
            var bytes = [UInt8](try Data(contentsOf: folder.file(path)))
            change(&bytes)
            try folder.put(bytes, path)
        }
    }

    @Test(arguments: Change.allCases)
    private func `what was changed is refused`(change: Change) async throws {
        try await Self.withFolder { folder in
            try folder.write(300)
            #expect(try await folder.check().status == 0)
            try change.apply(to: folder)
            let key = change == .otherKey ? try CheckpointTests.key("example.com/log", 2) : nil
            let since = change == .fork ? ["--since", folder.file("kept/9").path] : []
            let answer = try await folder.check(since, as: key?.verifier)
            #expect(
                answer.status == 1 && answer.text == "wrong: \(change.complaint)\n", "\(answer)")
        }
    }
}
