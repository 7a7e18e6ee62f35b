import Amendments
import DeedbookCommands
import EventStore
import Foundation
import Ledger
import StoreConformance
import Synchronization
import Testing
import Transparency

@Suite("What a reader saw of a book")
struct ReaderMemoryTests {
    private static let book = "./book.deedbook"

    /// Every command that opens a book and is not there to find what is wrong with it.
    static let commands: [[String]] = [
        ["agreements"], ["terms", "tern-mill"], ["terms", "tern-mill", "--on", "2024-02-01"],
        ["diff", "tern-mill", "2024-02-01", "2025-04-01"],
        ["why", "tern-mill", "royalty.paper"], ["timeline", "tern-mill", "royalty.paper"],
        ["show", "2024-01-10-supply"], ["log"], ["find", "kind = royalty"], ["calendar"],
        ["conflicts"], ["payable", "tern-mill", "royalty.paper", "--figures", "invented.csv"],
        ["export"], ["export", "--agreement", "tern-mill", "--format", "csv"],
        ["prove", "inclusion", "1"], ["prove", "consistency", "forked.checkpoint"],
        ["checkpoint"], ["checkpoint", "--key", "book.key"], ["checkpoint", "--list"],
        ["backup", "copy.deedbook"], ["rebuild"], ["check", Fixture.ternFolder.path],
        ["record", Fixture.ternFolder.path], ["record", Fixture.ternFolder.path, "--dry-run"],
        ["new", "amendment", "tern-mill", "royalty.paper"],
        ["new", "correction", "2024-01-10-supply#1"], ["keygen", "--out", "other.key"],
    ]

    /// The books that may have taken the place of the one that was read.
    enum Other: CaseIterable, Sendable {
        case shorter, forked, foreign

        func store() async throws -> any TamperEvidentStore {
            switch self {
            case .shorter: try await Fixture.store(Fixture.ternFolder, first: 2)
            case .forked: try await Fixture.store(Fixture.ternFolder, by: "eve")
            case .foreign: try await Fixture.store(Fixture.ternFolder, of: "another")
            }
        }
    }

    private func read() async throws -> Console {
        let console = try await Fixture.tern.console()
        #expect(await console.run(["agreements"]).status == 0)
        return console
    }

    @Test(
        "A book that does not continue what was read is refused by every command, with both heads",
        arguments: commands)
    func everyCommandRefuses(_ command: [String]) async throws {
        for other in Other.allCases {
            let console = try await read()
            let seen = try #require(console.memory[Self.book])
            let before = try Checkpoint(parsing: seen)
            let store = try await other.store()
            console.replace(Self.book, with: store)
            let result = await console.run(command)
            #expect(result.status == 5, "\(other): \(result)")
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(before.root.base64))
            let now = try await store.checkpoint(at: other == .forked ? before.size : nil)
            #expect(result.errors.contains(now.root.base64))
            #expect(console.memory[Self.book] == seen)
        }
    }

    @Test(
        "A book taken as it is now is the one to be continued from then on",
        arguments: Other.allCases)
    func acceptedOnce(_ other: Other) async throws {
        let console = try await read()
        console.replace(Self.book, with: try await other.store())
        #expect(await console.run(["agreements", "--accept-rollback"]).status == 0)
        #expect(await console.run(["agreements"]).status == 0)
        console.replace(Self.book, with: try await Fixture.store(Fixture.ternFolder, first: 1))
        #expect(await console.run(["agreements"]).status == 5)
    }

    @Test(
        "verify reports that a book was rolled back, with everything else it finds",
        arguments: Other.allCases)
    func auditReports(_ other: Other) async throws {
        let console = try await read()
        console.replace(Self.book, with: try await other.store())
        let result = await console.run(["verify"])
        #expect(result.status == 5)
        #expect(result.output.contains("head read before"))
        #expect(await console.run(["verify", "--accept-rollback"]).status == 0)
        #expect(await console.run(["verify"]).status == 0)
    }

    @Test("A book that grew is read, and remembered as it is now")
    func continued() async throws {
        let console = Console(
            books: [Self.book: try await Fixture.store(Fixture.ternFolder, first: 1)])
        #expect(await console.run(["log"]).status == 0)
        let first = try #require(console.memory[Self.book])
        console.replace(Self.book, with: try await Fixture.store(Fixture.ternFolder))
        #expect(await console.run(["log"]).status == 0)
        #expect(console.memory[Self.book] != first)
        console.replace(Self.book, with: try await Fixture.store(Fixture.ternFolder, first: 1))
        #expect(await console.run(["log"]).status == 5)
    }

    @Test("What was recorded here is remembered, though nothing was read since")
    func recorded() async throws {
        let console = try await Fixture.none.console()
        #expect(await console.run(["record", Fixture.ternFolder.path]).status == 0)
        console.replace(Self.book, with: try await Fixture.store(Fixture.ternFolder, first: 2))
        #expect(await console.run(["log"]).status == 5)
    }

    @Test("A new book made where another was is not held to it")
    func madeAnew() async throws {
        let console = try await Fixture.none.console()
        console.memory[Self.book] =
            Checkpoint(
                origin: "another", size: 99, root: .empty
            ).text
        let made = await console.run(["record", Fixture.ternFolder.path])
        #expect(made.status == 0)
        #expect(made.errors.contains("is not there any more (99 events"))
        #expect(await console.run(["log"]).status == 0)
    }

    @Test("A memory that cannot be read is reported, and nothing is answered")
    func unreadable() async throws {
        let console = try await read()
        console.memory[Self.book] = "nonsense"
        let result = await console.run(["log"])
        #expect(result.status == 65)
        #expect(result.errors.contains("--accept-rollback"))
        #expect(await console.run(["log", "--accept-rollback"]).status == 0)
    }

    @Test("A memory that cannot be written is reported beside the answer")
    func unwritable() async throws {
        let console = try await Fixture.tern.console()
        var environment = console.environment()
        environment.memory.replace = { _, _, _ throws(FileFailure) in throw .refused("no space") }
        #expect(await Deedbook.run(["log"], in: environment) == 0)
        #expect(console.written.errors.contains("no space"))
    }

    @Test("The memory is a private file for each path, in the folder for state")
    func onDisk() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let memory = ReaderMemory.system(["XDG_STATE_HOME": folder.path, "HOME": "/nowhere"])
        #expect(try memory.recall("a.deedbook") == nil)
        #expect(try memory.replace("a.deedbook", nil, "one\n"))
        #expect(try memory.replace("a.deedbook", Array("one\n".utf8), "two\n"))
        #expect(try memory.replace("b.deedbook", nil, "three\n"))
        #expect(try memory.recall("./a.deedbook") == Array("two\n".utf8))
        let books = folder.appendingPathComponent("deedbook/books")
        #expect(try FileManager.default.contentsOfDirectory(atPath: books.path).count == 2)
        let mode = try FileManager.default.attributesOfItem(atPath: books.path)[.posixPermissions]
        #expect(mode as? Int == 0o700)
        // The folder is the one that the path leads to.
        let manager = FileManager.default
        let (inner, link) = (
            folder.appendingPathComponent("real/sub"), folder.appendingPathComponent("link")
        )
        try manager.createDirectory(at: inner, withIntermediateDirectories: true)
        try manager.createSymbolicLink(at: link, withDestinationURL: inner)
        #expect(try memory.replace(link.path + "/../c.deedbook", nil, "four\n"))
        #expect(
            try memory.recall(folder.path + "/real/c.deedbook") == Array("four\n".utf8))
        #expect(try memory.recall(folder.path + "/c.deedbook") == nil)
        let nobody = ReaderMemory.system([:])
        #expect(try nobody.replace("a.deedbook", nil, "one\n"))
        #expect(try nobody.recall("a.deedbook") == nil)
    }

    @Test(
        "What another command recorded and remembered meanwhile is not taken back",
        arguments: [["log"], ["verify"]])
    func neverBack(_ command: [String]) async throws {
        let whole = try await Fixture.store(Fixture.ternFolder)
        let later = try await whole.checkpoint(at: nil).text
        let store = GrowingStore(store: whole)
        let console = Console(books: [Self.book: store])
        var environment = console.environment()
        let replace = environment.memory.replace
        environment.memory.replace = { book, recalled, text throws(FileFailure) in
            // The other one comes in between.
            store.grow()
            console.memory[book] = later
            return try replace(book, recalled, text)
        }
        #expect(await Deedbook.run(command, in: environment) == 0)
        #expect(console.memory[Self.book] == later)
    }

    @Test("What another command remembered meanwhile of another book is a rollback")
    func rolledBackMeanwhile() async throws {
        let console = try await Fixture.tern.console()
        let other = try await Fixture.store(Fixture.ternFolder, by: "eve").checkpoint(at: nil).text
        var environment = console.environment()
        let replace = environment.memory.replace
        environment.memory.replace = { book, recalled, text throws(FileFailure) in
            console.memory[book] = other
            return try replace(book, recalled, text)
        }
        #expect(await Deedbook.run(["verify"], in: environment) == 5)
        #expect(console.memory[Self.book] == other)
    }

    @Test("What is remembered on the disk gives way only to who recalled it")
    func comparedOnDisk() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let memory = ReaderMemory.system(["XDG_STATE_HOME": folder.path])
        #expect(try memory.replace("a.deedbook", nil, "later\n"))
        #expect(try memory.replace("a.deedbook", nil, "older\n") == false)
        #expect(try memory.recall("a.deedbook") == Array("later\n".utf8))
    }

    @Test("A memory that cannot be looked at is not one of a book that was never read")
    func notLookedAt() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let memory = ReaderMemory.system(["XDG_STATE_HOME": folder.path])
        let path = try #require(memory.place("a.deedbook"))
        let books = folder.appendingPathComponent("deedbook/books").path
        try FileManager.default.createDirectory(atPath: books, withIntermediateDirectories: true)
        // It leads to itself, so that no privilege looks at it.
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        #expect {
            _ = try memory.recall("a.deedbook")
        } throws: { error in
            guard case .refused(let words) = error as? FileFailure else { return false }
            return words.hasPrefix("\(path): ")
        }
    }
}

@Suite("What a book is held to by --trust")
struct BookTrustTests {
    private func run(_ arguments: [String], in fixture: Fixture = .tern) async throws
        -> Console.Result
    {
        let console = try await fixture.console()
        #expect(
            await console.run(["checkpoint", "--key", "book.key", "--out", "own.checkpoint"]).status
                == 0)
        return await console.run(arguments)
    }

    @Test("A book is read that continues the checkpoint, and is signed by the policy's log")
    func believed() async throws {
        #expect(try await run(["log", "--trust", "own.checkpoint"]).status == 0)
    }

    @Test(
        "A book that does not continue the checkpoint is refused with both heads",
        arguments: ["longer.checkpoint", "forked.checkpoint", "foreign.checkpoint"])
    func discontinued(_ file: String) async throws {
        let result = try await run(["terms", "tern-mill", "--trust", file])
        #expect(result.status == 5)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("the checkpoint:"))
        #expect(result.errors.contains("the book:"))
    }

    @Test("A book without the signatures that the policy asks for is refused")
    func unsigned() async throws {
        let result = try await run(["log", "--trust", "trust.policy"])
        #expect(result.status == 3)
        #expect(result.errors.contains("lacks witnesses"))
        let console = try await Fixture.tern.console()
        let bare = await console.run(["log", "--trust", "trust.policy"])
        #expect(bare.status == 3)
        #expect(bare.errors.contains("no checkpoint"))
    }

    @Test("A checkpoint that no log of the policy signed is refused")
    func forged() async throws {
        let result = try await run(
            ["log", "--trust", "trust.policy", "--trust", "forged.checkpoint"])
        #expect(result.status == 3)
        #expect(result.errors.contains("forged.checkpoint"))
    }

    @Test(
        "A policy without a log believes no one, so every command refuses it, and an audit, too",
        arguments: [
            ["log"], ["verify"], ["verify", "--key", "book.pub"], ["doctor"],
            ["import", "book.jsonl", "--check"],
        ])
    func logless(_ command: [String]) async throws {
        let result = try await run(command + ["--trust", "keyless.policy"])
        #expect(result.status == 3)
        #expect(result.output.isEmpty)
        #expect(
            result.errors.contains(
                "is not signed by a log of the policy: keyless.policy has none"), "\(result)")
    }

    @Test(
        "A new book continues nothing, so none is made",
        arguments: ["own.checkpoint", "trust.policy"])
    func new(_ file: String) async throws {
        let result = try await run([
            "record", Fixture.ternFolder.path, "--book", "new.deedbook", "--trust", file,
        ])
        #expect(result.status == 66)
        #expect(result.errors.contains("no book at new.deedbook"))
    }

    @Test(
        "An export is held to what --trust names",
        arguments: ["foreign.checkpoint", "longer.checkpoint"])
    func imported(_ file: String) async throws {
        let console = try await Fixture.tern.console()
        #expect(await console.run(["export", "--out", "book.jsonl"]).status == 0)
        let result = await console.run([
            "import", "book.jsonl", "--book", "new.deedbook", "--trust", file,
        ])
        #expect(result.status == 5)
        let absent = await console.run(["import", "book.jsonl", "--check", "--trust", "nowhere"])
        #expect(absent.status == 66)
    }

    @Test(
        "A command that shows who signed refuses a recording signed with another key than the policy pins",
        arguments: [
            ["log"], ["show", "2024-01-10-supply"], ["why", "tern-mill", "royalty.paper"],
        ])
    func signedByAnother(_ command: [String]) async throws {
        let console = try await Fixture.none.console()
        try await console.prepare([
            "record FIXTURES/tern --sign-with ana.key", "checkpoint --key book.key",
        ])
        let pinned = await console.run(command + ["--trust", "recorders.policy"])
        #expect(pinned.status == 0, "\(pinned.errors)")
        let other = await console.run(command + ["--trust", "other-recorder.policy"])
        #expect(other.status == 3)
        #expect(other.output.isEmpty)
        #expect(other.errors.contains("the policy pins other keys of ana"))
        #expect(await console.run(command).status == 0, "without a policy")
    }

    @Test("What --trust names is read once, also by who records")
    func readOnce() async throws {
        let console = try await Fixture.tern.console()
        try await console.prepare(["checkpoint --key book.key --out own.checkpoint"])
        for file in ["own.checkpoint", "recorders.policy"] {
            let reads = Mutex(0)
            var environment = console.environment()
            let open = environment.files.open
            environment.files.open = { path throws(FileFailure) in
                if path == file { reads.withLock { $0 += 1 } }
                return try open(path)
            }
            let line = ["record", Fixture.ternFolder.path, "--trust", file]
            #expect(await Deedbook.run(line, in: environment) == 0)
            #expect(reads.withLock { $0 } == 1, "\(file)")
        }
    }

    @Test("Two policies, and two checkpoints for an audit, are refused")
    func twice() async throws {
        #expect(
            try await run(["log", "--trust", "trust.policy", "--trust", "both.policy"]).status == 64
        )
        #expect(
            try await run([
                "verify", "--against", "own.checkpoint", "--trust", "own.checkpoint",
            ]).status == 64)
    }
}

/// A book of which the last event is recorded later: the only one of its recording.
private final class GrowingStore: ForwardingStore, TamperEvidentStore {
    let store: InMemoryStore
    private let isGrown = Mutex(false)

    init(store: InMemoryStore) { self.store = store }

    func grow() { isGrown.withLock { $0 = true } }

    private func size() async throws(DeedbookError) -> Int {
        try await store.head().number - (isGrown.withLock { $0 } ? 0 : 1)
    }

    func head() async throws(DeedbookError) -> Position { Position(try await size()) }

    func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        if let size { return try await store.checkpoint(at: size) }
        return try await store.checkpoint(at: try await self.size())
    }

    func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow] {
        let size = try await size()
        return try await store.rows(after: position, limit: limit).filter { $0.position <= size }
    }
}
