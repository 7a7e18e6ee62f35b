import Audit
import DeedbookCommands
import EventStore
import Foundation
import StoreConformance
import Synchronization
import Testing
import Transparency

/// A book that is served as files (c2sp.org/tlog-tiles).
struct TilesTests {
    private static func console() async throws -> Console {
        let console = try await Fixture.tern.console()
        try await console.prepare(["checkpoint --key book.key"])
        return console
    }

    /// What lies in the folder.
    private static func served(_ console: Console, _ folder: String = "public") -> [String: [UInt8]]
    {
        console.files.all.filter { $0.key.hasPrefix(folder + "/") }.reduce(into: [:]) {
            $0[String($1.key.dropFirst(folder.count + 1))] = $1.value.bytes
        }
    }

    @Test func `the folder has the leaves, the entries and the newest checkpoint`() async throws {
        let console = try await Self.console()
        try await console.prepare(["tiles public"])
        let served = Self.served(console)
        let store = try #require(console.store("./book.deedbook"))
        let rows = try await store.rows(after: 0, limit: 100)
        #expect(
            Set(served.keys) == ["checkpoint", "tile/0/000.p/19", "tile/entries/000.p/19"])
        #expect(served["tile/0/000.p/19"] == rows.flatMap { TreeHash.leaf($0.entry).bytes })
        #expect(
            Tile.entries(in: try #require(served["tile/entries/000.p/19"])) == rows.map(\.entry))
        let newest = try #require(try await store.checkpoints().last)
        #expect(served["checkpoint"] == Array(newest.encoded.utf8))
        #expect(console.files["public/tile/0/000.p/19"]?.permissions == 0o644)
    }

    @Test func `a redaction and a later checkpoint change no tile that is there`() async throws {
        let console = try await Self.console()
        try await console.prepare(["tiles public"])
        let before = Self.served(console)
        // What was recorded since is not signed, so nothing is new; what it redacts is vouched for nevertheless.
        try await console.prepare(["record FIXTURES/redaction --recorder ben", "tiles public"])
        #expect(Self.served(console) == before)
        try await console.prepare(["checkpoint --key book.key", "tiles public"])
        let after = Self.served(console)
        #expect(
            Set(after.keys).subtracting(before.keys) == [
                "tile/0/000.p/20", "tile/entries/000.p/20",
            ]
        )
        for (path, bytes) in before where path != "checkpoint" { #expect(after[path] == bytes) }
        let note = try SignedCheckpoint(parsing: try #require(after["checkpoint"]))
        #expect(note.checkpoint.size == 20)
    }

    @Test func `a first run after several checkpoints has the partial tiles of each`() async throws
    {
        let console = try await Self.console()
        try await console.prepare([
            "record FIXTURES/redaction --recorder ben", "checkpoint --key book.key", "tiles public",
        ])
        let partial = Self.served(console).keys.filter { $0.hasPrefix("tile/0/") }
        #expect(partial.sorted() == ["tile/0/000.p/19", "tile/0/000.p/20"])
    }

    @Test func `a witness that cosigns later is in the checkpoint that is served`() async throws {
        let console = try await Self.console()
        try await console.prepare(["tiles public"])
        let before = Self.served(console)
        try await console.prepare([
            "checkpoint --key book.key --policy trust.policy --witness http://lumen.example",
            "tiles public",
        ])
        let after = Self.served(console)
        #expect(after["checkpoint"] != before["checkpoint"] && after.count == before.count)
        let note = try SignedCheckpoint(parsing: try #require(after["checkpoint"]))
        #expect(note.note.signatures.count == 2)
    }

    @Test(arguments: ["tile/0/000.p/19", "tile/entries/000.p/19"])
    func `a tile that is not the book's is left as it is, and nothing is served anew`(path: String)
        async throws
    {
        let console = try await Self.console()
        try await console.prepare(["tiles public"])
        console.files["public/" + path] = MemoryFiles.File("another")
        console.files["public/checkpoint"] = nil
        let before = Self.served(console)
        let answer = await console.run(["tiles", "public"])
        #expect(answer.status == 65)
        #expect(answer.errors.hasPrefix("public/\(path): error: this is no tile of the book"))
        #expect(Self.served(console) == before)
    }

    @Test func `a tile that another one writes meanwhile is there already`() async throws {
        let console = try await Self.console()
        try await console.prepare(["tiles public"])
        let served = Self.served(console)
        for path in served.keys { console.files["public/" + path] = nil }
        var environment = console.environment()
        let create = environment.files.create
        environment.files.create = { path, placement throws(FileFailure) in
            if path.hasPrefix("public/tile/"), let bytes = served[String(path.dropFirst(7))] {
                console.files[path] = MemoryFiles.File(bytes: bytes, permissions: 0o644)
            }
            return try create(path, placement)
        }
        #expect(await Deedbook.run(["tiles", "public"], in: environment) == 0)
        #expect(console.written.output.contains("1 files written, 2 there already"))
        #expect(Self.served(console) == served)
    }

    @Test func `who waited for another serves no older checkpoint than the other`() async throws {
        let console = try await Self.console()
        try await console.prepare([
            "tiles public", "record FIXTURES/redaction --recorder ben",
            "checkpoint --key book.key",
        ])
        let before = Self.served(console)
        try await console.prepare(["tiles public"])
        let after = Self.served(console)
        #expect(after["checkpoint"] != before["checkpoint"])
        for path in after.keys {
            console.files["public/" + path] = before[path].map {
                MemoryFiles.File(bytes: $0, permissions: 0o644)
            }
        }
        // Until the folder is claimed no one has signed the newest events.
        let store = try #require(console.store("./book.deedbook") as? InMemoryStore)
        let isSigned = Mutex(false)
        console.replace(
            "./book.deedbook",
            with: LateStore(store: store) { isSigned.withLock(\.self) })
        var environment = console.environment()
        environment.files.claim = { _ in
            isSigned.withLock { $0 = true }
            for (path, bytes) in after {
                console.files["public/" + path] = MemoryFiles.File(
                    bytes: bytes, permissions: 0o644)
            }
            return FolderClaim {}
        }
        #expect(await Deedbook.run(["tiles", "public"], in: environment) == 0)
        #expect(Self.served(console) == after)
    }

    @Test func `of a book whose rows do not check nothing is written`() async throws {
        let console = try await Self.console()
        let store = try #require(console.store("./book.deedbook") as? InMemoryStore)
        console.replace("./book.deedbook", with: AlteredStore(store: store))
        let answer = await console.run(["tiles", "public"])
        #expect(answer.status == 65 && answer.errors.contains("#4 cannot be read back"))
        #expect(Self.served(console).isEmpty)
    }

    @Test func `of a checkpoint that is not over the entries nothing is written`() async throws {
        let console = try await Self.console()
        let store = try #require(console.store("./book.deedbook") as? InMemoryStore)
        console.replace("./book.deedbook", with: MissignedStore(store: store))
        let answer = await console.run(["tiles", "public"])
        #expect(answer.status == 65 && answer.errors.contains("not over the entries"))
        #expect(Self.served(console).isEmpty)
    }

    /// A book whose newest checkpoint is only there once it is signed.
    private struct LateStore: ForwardingStore, TamperEvidentStore {
        let store: InMemoryStore
        let isSigned: @Sendable () -> Bool

        func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
            let all = try await store.checkpoints()
            return isSigned() ? all : all.dropLast()
        }
    }

    /// A book whose newest checkpoint is a genuine one of another history.
    private struct MissignedStore: ForwardingStore, TamperEvidentStore {
        let store: InMemoryStore

        func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
            do {
                return [
                    try SignedCheckpoint(
                        Checkpoint(origin: origin, size: 10, root: .leaf([10])),
                        signedBy: [try TrustFixture.book()])
                ]
            } catch {
                throw .problems(.fault, [])
            }
        }
    }
}
