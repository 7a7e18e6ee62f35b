import DeedbookCommands
import EventStore
import Foundation
import StoreConformance
import Testing
import Transparency

/// What a command reads of a book, counted: no more for a larger book, and nothing twice.
struct ReadOnceTests {
    /// One agreement with a document.
    private static func deed(_ number: Int) -> String {
        InventedBook.opening(
            agreement: "x-\(number)", key: "deed-\(number)",
            "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 5 } }"
        ).replacing(
            "publisher: the parties }",
            with: "publisher: the parties, file: deed.pdf, sha256: \(DocumentProcessTests.abc) }")
    }

    /// Of how many agreements documents are looked for where one more recording with one comes into a book.
    private static func documentReads(besides count: Int) async throws -> Int {
        var files = ["deed.pdf": "abc"]
        for number in 0...count { files["deed-\(number).yaml"] = deed(number) }
        return try await InventedBook.withFiles(files) { folder in
            let counted = CountedStore(InMemoryStore(clock: { Console.instant }))
            let book = "\(folder)/book.deedbook"
            let console = Console(books: [book: counted])
            func record(_ numbers: Range<Int>) async {
                let paths = numbers.map { "\(folder)/deed-\($0).yaml" }
                let result = await console.runOnDisk(["record"] + paths + ["--book", book])
                #expect(result.status == 0, "\(result)")
            }
            await record(0..<count)
            _ = counted.counts()
            await record(count..<count + 1)
            return counted.counts().documentReads
        }
    }

    @Test
    func
        `a recording with a document reads the documents of the agreements it touches, however many there are`()
        async throws
    {
        let small = try await Self.documentReads(besides: 2)
        #expect(small == 1)
        #expect(try await Self.documentReads(besides: 24) == small)
    }

    @Test func `the root is worked out as often with --trust as without it`() async throws {
        let fixture = try await Fixture.tern.console()
        #expect(
            await fixture.run(["checkpoint", "--key", "book.key", "--out", "own.checkpoint"]).status
                == 0)
        let store = try #require(fixture.store("./book.deedbook") as? InMemoryStore)
        let counted = CountedStore(store)
        fixture.replace("./book.deedbook", with: counted)
        func heads(_ arguments: String...) async -> Int {
            _ = counted.counts()
            let result = await fixture.run(arguments)
            #expect(result.status == 0, "\(result)")
            return counted.counts().heads
        }
        let bare = await heads("log")
        #expect(bare >= 1)
        #expect(await heads("log", "--trust", "own.checkpoint") == bare)
    }
}

/// Where nothing can be remembered, every command that would look at it says so, once.
struct ForgetfulTests {
    private static func run(
        _ arguments: [String], in console: Console, remembering: Bool = false
    ) async -> Console.Result {
        var environment = console.environment()
        environment.files = console.files.access
        if !remembering { environment.memory = .none }
        let before = console.written.errors
        let status = await Deedbook.run(arguments, in: environment)
        return Console.Result(
            status: status, output: console.written.output,
            errors: String(console.written.errors.dropFirst(before.count)))
    }

    private static func notes(_ errors: String) -> Int {
        errors.split(separator: "\n").count { $0.hasPrefix("note: nothing is remembered") }
    }

    @Test(
        arguments: ReaderMemoryTests.commands.filter { $0.first != "keygen" } + [
            ["verify"]
        ])
    func `a command that cannot remember says so once, and what to do`(_ command: [String])
        async throws
    {
        let console = try await Fixture.tern.console()
        let result = await Self.run(command, in: console)
        #expect(Self.notes(result.errors) == 1, "\(result)")
        #expect(result.errors.contains("set XDG_STATE_HOME"))
        #expect(result.errors.contains("--trust FILE"))
        #expect(!result.output.contains("nothing is remembered"))
    }

    @Test func `nothing is said of it where it does not matter`() async throws {
        let console = try await Fixture.tern.console()
        #expect(
            await console.run(["checkpoint", "--key", "book.key", "--out", "own.checkpoint"]).status
                == 0)
        #expect(await console.run(["export", "--out", "book.jsonl"]).status == 0)
        // What the book must continue is given; what is remembered is not looked at; it can be remembered.
        for command in [
            ["log", "--trust", "own.checkpoint"], ["import", "book.jsonl", "--check"], ["schema"],
        ] {
            let result = await Self.run(command, in: console)
            #expect(Self.notes(result.errors) == 0, "\(result)")
        }
        let remembered = await Self.run(["log"], in: console, remembering: true)
        #expect(Self.notes(remembered.errors) == 0)
        #expect(ReaderMemory.system(["HOME": "/accounts/ana"]).isKept)
        #expect(ReaderMemory.system(["XDG_STATE_HOME": "/state"]).isKept)
        // The specification has relative paths ignored.
        #expect(!ReaderMemory.system(["XDG_STATE_HOME": "state", "HOME": "ana"]).isKept)
        #expect(!ReaderMemory.system([:]).isKept)
    }
}
