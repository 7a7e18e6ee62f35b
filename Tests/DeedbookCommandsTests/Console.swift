import Amendments
import Audit
import DeedbookCommands
import EventStore
import Foundation
import Journal
import Ledger
import Questions
import Synchronization
import Terms
import Transparency

/// Runs command lines in process, with books in memory, a fixed clock and captured streams.
final class Console: Sendable {
    /// What a command line did.
    struct Result: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// 2025-04-03 in Oslo already, when it still is 2025-04-02 in Los Angeles.
    static let instant = Instant("2025-04-02T22:30:00Z") ?? Instant(microseconds: 0)

    private let captured = Mutex(Captured())
    let files: MemoryFiles
    private let random = SeededBytes()
    /// What the last import made a book of.
    let restored = Mutex<Restored?>(nil)

    typealias Restored = (
        path: String, head: BookExport.Head, lines: [BookExport.Line],
        checkpoints: [SignedCheckpoint]
    )
    /// The witnesses that answer under a URL, and what witnesses remember.
    let witnesses = MemoryWitnesses()
    let memory = RememberedHeads()
    private let books: Mutex<[String: any TamperEvidentStore]>

    private struct Captured {
        var output = ""
        var errors = ""
    }

    /// - Parameter books: the books there are, by path.
    init(books: [String: any TamperEvidentStore] = [:], files: MemoryFiles = MemoryFiles()) {
        self.books = Mutex(books)
        self.files = files
    }

    func run(_ arguments: [String], variables: [String: String] = [:]) async -> Result {
        captured.withLock { $0 = Captured() }
        let status = await Deedbook.run(arguments, in: environment(variables: variables))
        return Result(status: status, output: written.output, errors: written.errors)
    }

    /// The same with the files of this machine.
    func runOnDisk(_ arguments: [String]) async -> Result {
        captured.withLock { $0 = Captured() }
        var environment = environment(variables: [:])
        environment.files = .system
        let status = await Deedbook.run(arguments, in: environment)
        return Result(status: status, output: written.output, errors: written.errors)
    }

    /// What was written to both streams since the last run began.
    var written: (output: String, errors: String) {
        captured.withLock { ($0.output, $0.errors) }
    }

    func environment(variables: [String: String] = [:]) -> CommandEnvironment {
        CommandEnvironment(
            openStore: { path, access throws(DeedbookError) in
                try self.store(at: path, makingIt: access == .create)
            },
            bookExists: { path in self.books.withLock { $0[path] != nil } },
            books: bookFiles, witnesses: witnesses.access, memory: memory.access,
            files: files.access,
            random: { self.random.next($0) }, clock: { Self.instant },
            variables: variables,
            output: OutputStream { text in self.captured.withLock { $0.output += text } },
            errors: OutputStream { text in self.captured.withLock { $0.errors += text } })
    }

    /// Puts another book in the place of what is at a path.
    func replace(_ path: String, with store: any TamperEvidentStore) {
        books.withLock { $0[path] = store }
    }

    /// The book at a path; nil where there is none.
    func store(_ path: String) -> (any TamperEvidentStore)? { books.withLock { $0[path] } }

    private var bookFiles: BookFiles {
        BookFiles(
            backUp: { book, copy throws(DeedbookError) in
                // Appending to one after the backup is distinguished from the other nowhere in these tests.
                let store = try self.store(at: book, makingIt: false)
                self.books.withLock { $0[copy] = store }
            },
            restore: { path, head, checkpoints, next throws(DeedbookError) in
                do {
                    var lines: [BookExport.Line] = []
                    while let more = try next() { lines += more }
                    self.restored.withLock { $0 = (path, head, lines, checkpoints) }
                } catch {
                    throw .inaccessible(path: path, detail: "\(error)")
                }
            },
            diagnose: { _, _ throws(DeedbookError) in
                [
                    Diagnosis("SQLite", "3.40.1", .good),
                    Diagnosis("journal_mode", "wal", .good, "readers go on while one writes"),
                    Diagnosis(
                        "file mode", "644", .doubtful,
                        "others may read or write it: chmod 600 book.deedbook"),
                    Diagnosis("synchronous", "1", .bad, "expected 2: FULL"),
                ]
            })
    }

    private func store(
        at path: String, makingIt: Bool
    ) throws(DeedbookError) -> any TamperEvidentStore {
        try books.withLock { books throws(DeedbookError) -> any TamperEvidentStore in
            if let store = books[path] { return store }
            guard makingIt else { throw .inaccessible(path: path, detail: "no such file") }
            let store = InMemoryStore(
                origin: TrustFixture.origin, clock: { Self.instant }, salt: fixedSalt)
            books[path] = store
            return store
        }
    }
}

/// Books that many tests read.
enum Fixture: String, Sendable {
    case none, tern, events, altered, earlier

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appendingPathComponent(path)

    /// From the package's folder, where tests are run: as long on every machine, so that what is fitted to a
    /// screen breaks at the same places.
    static let path = "Tests/DeedbookCommandsTests/Golden/Fixtures"

    static let eventsFolder = root.appendingPathComponent("Events")

    /// A console whose default book holds the fixture.
    func console() async throws -> Console {
        let files = MemoryFiles(
            try TrustFixture.files().merging(OCDSFixture.files()) { first, _ in first })
        let console = try await console(files)
        try TrustFixture.serve(console.witnesses)
        return console
    }

    private func console(_ files: MemoryFiles) async throws -> Console {
        switch self {
        case .none: return Console(files: files)
        case .altered:
            let store = AlteredStore(store: try await Self.store(Self.ternFolder))
            return Console(books: ["./book.deedbook": store], files: files)
        case .earlier:
            let store = FormedStore(store: try await Self.store(Self.ternFolder), .earlier)
            return Console(books: ["./book.deedbook": store], files: files)
        case .tern:
            let store = try await Self.store(Self.ternFolder)
            return Console(books: ["./book.deedbook": store], files: files)
        case .events:
            return Console(books: ["./book.deedbook": try await Shared.events.value], files: files)
        }
    }

    static var ternFolder: URL { folder.appendingPathComponent("tern") }

    /// The real record takes a while to fold, so it is recorded once.
    private enum Shared {
        static let events = Task { try await store(eventsFolder) }
    }

    /// - Parameter count: how many recordings it has of the folder; nil for all.
    static func store(
        _ folder: URL, first count: Int? = nil, of origin: String = TrustFixture.origin,
        by recorder: String = "ana"
    ) async throws -> InMemoryStore {
        let store = InMemoryStore(
            origin: origin, clock: { Console.instant }, salt: fixedSalt)
        let drafts = Journal.read(paths: [folder.path]).drafts
        for draft in drafts.prefix(count ?? drafts.count) {
            _ = try await Book(store: store).record(draft.recording, by: recorder)
        }
        return store
    }
}

/// The same for every payload, so that the entries of a test are the same in every run.
@Sendable private func fixedSalt() -> [UInt8] { Array(repeating: 7, count: 16) }
