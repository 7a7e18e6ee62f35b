import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// What a doctor says of a book's file and machine.
struct DoctorTests {
    private static let now = Instant(microseconds: 1_800_000_000_000_000)

    private static func named(_ name: String, in found: [Diagnosis]) throws -> Diagnosis {
        try #require(found.first { $0.name == name }, "\(found.map(\.name))")
    }

    @Test(arguments: [SQLiteStore.Mode.readWrite, .readOnly])
    func `a sound book has nothing bad`(_ mode: SQLiteStore.Mode) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        let found = try await scratch.open(mode).diagnose(now: Self.now)
        #expect(found.filter { $0.verdict == .bad } == [])
        for name in [
            "SQLite", "WAL-reset bug", "journal_mode", "synchronous", "defensive", "pages",
            "derived tables", "hidden bytes", "size",
            "file mode", "owner", "write-ahead log", "mode of -wal", "mode of -shm", "folder mode",
            "free space", "file system", "last recording",
        ] { _ = try Self.named(name, in: found) }
        #expect(try Self.named("file mode", in: found).value == "600")
        #expect(try Self.named("mode of -wal", in: found).value == "600")
    }

    @Test func `a clock that was set back is bad`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let receipt = try await store.append(notice("one"), by: "me", expecting: [:])
        let before = Instant(microseconds: receipt.recordedAt.microseconds - 1)
        #expect(
            try Self.named("last recording", in: await store.diagnose(now: before)).verdict == .bad)
        let same = try await store.diagnose(now: receipt.recordedAt)
        #expect(try Self.named("last recording", in: same).verdict == .good)
    }

    @Test func `modes that let others in are doubtful`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.book)
        try manager.setAttributes([.posixPermissions: 0o777], ofItemAtPath: scratch.folder.path)
        let found = try await store.diagnose(now: Self.now)
        #expect(try Self.named("file mode", in: found).verdict == .doubtful)
        #expect(try Self.named("file mode", in: found).remark?.contains("chmod 600") ?? false)
        #expect(try Self.named("folder mode", in: found).verdict == .doubtful)
    }

    @Test func `copies from before a rebuild are reported, for redactions do not reach them`()
        async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        let found = try await store.diagnose(now: Self.now)
        #expect(!found.contains { $0.name == "copies" })
        try Data("a copy".utf8).write(
            to: URL(fileURLWithPath: scratch.book + ".before-rebuild-at-3"))
        let copies = try Self.named("copies", in: try await store.diagnose(now: Self.now))
        #expect(copies.verdict == .doubtful)
        #expect(copies.value.contains("1 beside the book") && copies.value.hasSuffix("-at-3"))
    }

    @Test func `a book with a second name is bad`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try FileManager.default.linkItem(atPath: scratch.book, toPath: scratch.book + "-too")
        let found = try await store.diagnose(now: Self.now)
        #expect(try Self.named("names", in: found).verdict == .bad)
        for name in [scratch.book, scratch.book + "-too"] {
            let reader = try SQLiteStore(path: name, mode: .readOnly, clock: { Self.now })
            #expect(reader.unseen?.contains("hard links") == true)
        }
        try FileManager.default.removeItem(atPath: scratch.book + "-too")
        #expect(try scratch.open(.readOnly).unseen == nil)
    }

    #if os(Linux)
        @Test func `other programs that have the book open are named`() async throws {
            let scratch = try Scratch()
            let store = try scratch.open()
            _ = try await store.append(notice("one"), by: "me", expecting: [:])
            let found = try await store.diagnose(now: Self.now)
            #expect(try Self.named("in use by", in: found).value == "no other process")
            let visitor = Process()
            let (input, output) = (Pipe(), Pipe())
            visitor.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            visitor.arguments = ["python3", "-c", Self.visitor, scratch.book]
            (visitor.standardInput, visitor.standardOutput) = (input, output)
            try visitor.run()
            _ = output.fileHandleForReading.availableData
            // The system's list skips lines while others take and leave locks: look more than once.
            var told: Set<String> = []
            for _ in 0..<1_000 {
                let shared = try await store.diagnose(now: Self.now)
                told.insert(try Self.named("in use by", in: shared).value)
                if told.contains("processes \(visitor.processIdentifier)") { break }
            }
            #expect(told.contains("processes \(visitor.processIdentifier)"), "\(told)")
            try input.fileHandleForWriting.close()
            visitor.waitUntilExit()
        }
    #endif

    private static let visitor = """
        import fcntl, sqlite3, sys
        book = sqlite3.connect(sys.argv[1])
        book.execute("SELECT count(*) FROM event").fetchone()
        # More locks than one page of the system's list has room for.
        others = [open(f"{sys.argv[1]}.{number}", "w") for number in range(200)]
        for other in others: fcntl.lockf(other, fcntl.LOCK_EX)
        print("open", flush=True)
        sys.stdin.read()
        """

    @Test func `a book that cannot be opened is still looked at`() async throws {
        let scratch = try Scratch()
        try "no book at all".write(toFile: scratch.book, atomically: true, encoding: .utf8)
        let found = await SQLiteStore.diagnose(scratch.book, now: Self.now)
        #expect(try Self.named("book", in: found).verdict == .bad)
        #expect(try Self.named("size", in: found).value == "14 bytes")
        let missing = await SQLiteStore.diagnose(scratch.book + "x", now: Self.now)
        #expect(try Self.named("file", in: missing).verdict == .bad)
        #expect(try scratch.files == ["book.deedbook"])
    }
}
