import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Synchronization
import Testing
import Transparency

/// What a witness saw, in its file: never put back, even when another asks at the same time or is killed when.
struct WitnessMemoryTests {
    private static func path(in scratch: Scratch) -> String {
        scratch.folder.appendingPathComponent("seen.witness").path
    }

    /// The memory of a new witness.
    private static func made(at path: String) throws -> SQLiteWitnessMemory {
        try SQLiteWitnessMemory.make(at: path)
        return try SQLiteWitnessMemory(path: path)
    }

    /// Another process, which may hold a transaction open for longer than one access.
    private static func rival(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    @Test func `a restart keeps what was seen`() async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        try SQLiteWitnessMemory.make(at: path)
        for (old, new) in [(0, 5), (5, 5), (5, 9)] {
            let memory = try SQLiteWitnessMemory(path: path)
            #expect(try await Numbers.ask(memory, old, new) == .cosign)
        }
        let memory = try SQLiteWitnessMemory(path: path)
        #expect(try await Numbers.ask(memory, 5, 7) == .wrongOldSize(known: 9))
        #expect(try await Numbers.ask(memory, 0, 9, "other.example/log") == .cosign)
        #expect(try await Numbers.ask(memory, 0, 9) == .wrongOldSize(known: 9))
        #expect(try scratch.files == ["seen.witness"])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    /// Steps 1 to 6 of the race in c2sp.org/tlog-witness, forced: both requests wait for the same lock, which
    /// lets readers pass. One that checked before the lock and stored after it would cosign both.
    @Test(arguments: [true, false])
    func `of two requests that were there together one is cosigned`(
        byOneProcess: Bool
    ) async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        let waiting = Waiting()
        try SQLiteWitnessMemory.make(at: path)
        func memory(_ number: Int) throws -> SQLiteWitnessMemory {
            try SQLiteWitnessMemory(path: path, waitLimit: Scratch.withoutEnd) {
                waiting.add(number)
            }
        }
        let first = try memory(1)
        let second = byOneProcess ? first : try memory(2)
        let rival = try Self.rival(path)
        var known = 0
        for _ in 0..<5 {
            try await rival.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            waiting.reset()
            let (small, large) = (known + 1, known + 4)
            let before = known
            async let one: WitnessDecision = Numbers.ask(first, before, small)
            async let other: WitnessDecision = Numbers.ask(second, before, large)
            // Of one process, the second is behind the first.
            while waiting.count < (byOneProcess ? 1 : 2) {
                try await Task.sleep(for: .milliseconds(1))
            }
            try await rival.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            let decisions = [try await one, try await other]
            #expect(decisions.count { $0 == .cosign } == 1)
            known = decisions[0] == .cosign ? small : large
            #expect(decisions.contains(.wrongOldSize(known: known)))
        }
    }

    @Test func `a memory that is held for too long is an error, and nothing is signed`()
        async throws
    {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        try SQLiteWitnessMemory.make(at: path)
        let memory = try SQLiteWitnessMemory(path: path, waitLimit: .milliseconds(50))
        let rival = try Self.rival(path)
        try await rival.writeWithoutTransaction { db in try db.execute(sql: "BEGIN EXCLUSIVE") }
        let refusal = WitnessMemoryError.failed("\(path): another process has held it for too long")
        await #expect(throws: refusal) { try await Numbers.ask(memory, 0, 5) }
        try await rival.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
        #expect(try await Numbers.ask(memory, 0, 5) == .cosign)
    }

    @Test(arguments: [
        "DELETE FROM cosigned", "UPDATE cosigned SET size = 4",
        "UPDATE cosigned SET root = zeroblob(32)", "UPDATE cosigned SET origin = 'x'",
        "UPDATE cosigned SET size = -1", "UPDATE cosigned SET root = x'00', size = 9",
        "UPDATE cosigned SET size = 'many'",
    ])
    func `the file itself does not go back`(sql: String) async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        let memory = try Self.made(at: path)
        #expect(try await Numbers.ask(memory, 0, 5) == .cosign)
        let rival = try DatabaseQueue(path: path)
        await #expect(throws: DatabaseError.self) {
            try await rival.write { try $0.execute(sql: sql) }
        }
        #expect(try await Numbers.ask(memory, 5, 9) == .cosign)
    }

    @Test func `what cannot be read is not nothing`() async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        let memory = try Self.made(at: path)
        #expect(try await Numbers.ask(memory, 0, 5) == .cosign)
        try await DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA ignore_check_constraints = ON;
                    DROP TRIGGER cosigned_update;
                    UPDATE cosigned SET root = x'00';
                    """)
        }
        let refusal = WitnessMemoryError.failed(
            "\(path): of 'example.com/log' it has the size 5 and a root of 1 bytes, where a size from 0 and "
                + "a root of 32 bytes should be")
        for request in [(0, 5), (5, 9)] {
            await #expect(throws: refusal) {
                try await Numbers.ask(memory, request.0, request.1)
            }
        }
        #expect(throws: WitnessMemoryError.self) { try SQLiteWitnessMemory(path: path) }
    }

    @Test func `a memory that is not there is not made by the way, and is missed`() throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        #expect(throws: WitnessMemoryError.missing(path)) { try SQLiteWitnessMemory(path: path) }
        #expect(try scratch.files == [])
    }

    @Test func `a memory is made once, and what it holds is not made anew`() async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        let memory = try Self.made(at: path)
        #expect(try await Numbers.ask(memory, 0, 5) == .cosign)
        #expect(throws: WitnessMemoryError.exists(path)) { try SQLiteWitnessMemory.make(at: path) }
        #expect(try await Numbers.ask(memory, 0, 5) == .wrongOldSize(known: 5))
    }

    @Test func `a memory that was deleted while it is used is missed, and nothing is signed`()
        async throws
    {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        let memory = try Self.made(at: path)
        unlink(path)
        let refusal = WitnessMemoryError.failed(
            "\(path): the file was moved or deleted since it was opened: put it back, and start again"
        )
        await #expect(throws: refusal) { try await Numbers.ask(memory, 0, 5) }
        #expect(try scratch.files == [])
    }

    @Test func `a memory without its table is reported as one, and not as a book`() async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        let memory = try Self.made(at: path)
        try await DatabaseQueue(path: path).write { try $0.execute(sql: "DROP TABLE cosigned") }
        await #expect(throws: WitnessMemoryError.failed("\(path): no such table: cosigned")) {
            try await Numbers.ask(memory, 0, 5)
        }
    }

    @Test func `where no memory can be made it is said where and why`() throws {
        let folder = try Scratch().folder.appendingPathComponent("nowhere").path
        let refusal = WitnessMemoryError.notMade(
            "\(folder)/seen.witness: there is no folder \(folder)")
        #expect(throws: refusal) { try SQLiteWitnessMemory.make(at: "\(folder)/seen.witness") }
    }

    enum Other: String, CaseIterable {
        case empty, text, database, book, folder, newer

        /// What is said of it, after its path.
        var words: String {
            switch self {
            case .empty: "the file is empty"
            case .text: "it is not an SQLite file"
            case .database, .book: "it is another program's database, and no witness's memory"
            case .folder: "it is a folder"
            case .newer: "it has version 3 of a witness's memory; this program reads 1 and 2"
            }
        }
    }

    @Test(arguments: Other.allCases)
    func `a file that is something else is refused with what it is, and left alone`(
        other: Other
    ) async throws {
        let scratch = try Scratch()
        let path = Self.path(in: scratch)
        switch other {
        case .empty: try Data().write(to: URL(fileURLWithPath: path))
        case .text:
            try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: path))
        case .database:
            try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE x (y)") }
        case .book:
            _ = try scratch.open()
            try FileManager.default.moveItem(atPath: scratch.book, toPath: path)
        case .folder:
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false)
        case .newer:
            try SQLiteWitnessMemory.make(at: path)
            try await DatabaseQueue(path: path).write {
                try $0.execute(sql: "PRAGMA user_version = 3")
            }
        }
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: WitnessMemoryError.failed("\(path): \(other.words)")) {
            try SQLiteWitnessMemory(path: path)
        }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test func `a memory is no book`() throws {
        let scratch = try Scratch()
        try SQLiteWitnessMemory.make(at: scratch.book)
        let expected = DeedbookError.notABook(
            path: scratch.book, detail: "it is another program's database")
        #expect(throws: expected) { try scratch.open() }
    }

    /// A cosignature is given only for what is on the disk: whenever the process is killed, the memory holds the
    /// last checkpoint that was cosigned, or the next one, whose cosignature was not given yet.
    @Test func `killed at any time, a witness remembers all that it cosigned`() async throws {
        let folder = Killed.folder(of: ProcessInfo.processInfo.processIdentifier)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try SQLiteWitnessMemory.make(at: Killed.memory(in: folder))
        var last = 0
        for _ in 0..<6 {
            await #expect(processExitsWith: .signal(SIGKILL)) { try await Killed.run() }
            let memory = try SQLiteWitnessMemory(path: Killed.memory(in: folder))
            let cosigned = try Killed.cosigned(in: folder)
            #expect(cosigned > last)
            let known = try await Numbers.known(memory)
            #expect((cosigned...cosigned + 1).contains(known))
            last = cosigned
        }
    }
}

/// Which memories wait for the lock.
private final class Waiting: Sendable {
    private let numbers = Mutex<Set<Int>>([])

    var count: Int { numbers.withLock(\.count) }

    func add(_ number: Int) { numbers.withLock { _ = $0.insert(number) } }

    func reset() { numbers.withLock { $0 = [] } }
}

/// The process that is killed: it cosigns one checkpoint after the other, and notes each when it is signed.
private enum Killed {
    static func folder(of process: Int32) -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("killed-witness-\(process)")
    }

    static func memory(in folder: URL) -> String {
        folder.appendingPathComponent("seen.witness").path
    }

    private static func notes(in folder: URL) -> String {
        folder.appendingPathComponent("cosigned").path
    }

    /// The last that was noted whole.
    static func cosigned(in folder: URL) throws -> Int {
        let text = try String(contentsOfFile: notes(in: folder), encoding: .utf8)
        let whole = text[..<(text.lastIndex(of: "\n") ?? text.startIndex)]
        return whole.split(separator: "\n").last.flatMap { Int($0) } ?? 0
    }

    static func run() async throws {
        let folder = folder(of: getppid())
        let memory = try SQLiteWitnessMemory(path: memory(in: folder))
        let cosigner = try Cosigner(
            key: try SigningKey(
                name: "witness.example", algorithm: .cosignatureV1,
                seed: Array(repeating: 2, count: 32)),
            logs: [try Numbers.key().verifier], memory: memory)
        let notes = open(notes(in: folder), O_CREAT | O_WRONLY | O_APPEND, 0o600)
        var size = try await Numbers.known(memory)
        let delay = UInt32.random(in: 0..<30_000)
        var isStarted = false
        while true {
            let request = Array(try Numbers.request(size, size + 1).encoded.utf8)
            guard await cosigner.answer(request, at: 1_700_000_000).status == 200 else { exit(1) }
            size += 1
            _ = "\(size)\n".withCString { write(notes, $0, strlen($0)) }
            guard !isStarted else { continue }
            isStarted = true
            Thread.detachNewThread {
                usleep(delay)
                kill(getpid(), SIGKILL)
            }
        }
    }
}

/// A log whose leaves are numbers, as a witness sees it.
enum Numbers {
    private static let tiles = Mutex(TilesInMemory())

    static func key(_ origin: String = "example.com/log") throws -> SigningKey {
        try SigningKey(name: origin, seed: Array(repeating: 1, count: 32))
    }

    static func request(
        _ old: Int, _ new: Int, _ origin: String = "example.com/log"
    ) throws -> AddCheckpoint {
        let (root, proof) = tiles.withLock { tiles in
            while tiles.size < new { tiles.append(.leaf(Array("\(tiles.size)".utf8))) }
            return (
                MerkleTree.root(size: new, from: tiles),
                MerkleTree.consistencyProof(from: old, to: new, from: tiles)
            )
        }
        return AddCheckpoint(
            oldSize: old, proof: proof,
            checkpoint: try SignedCheckpoint(
                Checkpoint(origin: origin, size: new, root: root), signedBy: [try key(origin)]))
    }

    static func ask(
        _ memory: SQLiteWitnessMemory, _ old: Int, _ new: Int,
        _ origin: String = "example.com/log"
    ) async throws -> WitnessDecision {
        try await memory.decide(
            on: try request(old, new, origin), keys: [try key(origin).verifier])
    }

    /// The size that the memory has, as it states one that is too large to be.
    static func known(_ memory: SQLiteWitnessMemory) async throws -> Int {
        let large = 1 << 20
        let request = AddCheckpoint(
            oldSize: large, proof: [],
            checkpoint: try SignedCheckpoint(
                Checkpoint(origin: "example.com/log", size: large, root: .empty),
                signedBy: [try key()]))
        let decision = try await memory.decide(on: request, keys: [try key().verifier])
        guard case .wrongOldSize(let known) = decision else { return large }
        return known
    }
}
