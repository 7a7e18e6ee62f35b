import Amendments
import Audit
import EventStore
import Foundation
import Ledger
import StoreSQLite
import Terms
import Testing
import Transparency

/// What stands beside a book where someone died while a book of that name was made.
struct LeftoverTests {
    private func names(in scratch: Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    @Test func `what a dead process left is removed by the one that makes the book`() throws {
        let scratch = try Scratch()
        for end in ["", "-wal", "-journal"] {
            try Data("half".utf8).write(
                to: URL(fileURLWithPath: scratch.book + ".new-0123456789abcdef" + end))
        }
        _ = try scratch.open(.create)
        #expect(try names(in: scratch) == ["book.deedbook"])
    }

    @Test func `what a living process works on stays`() throws {
        let scratch = try Scratch()
        let name = scratch.book + ".new-0123456789abcdef"
        let descriptor = open(name, O_CREAT | O_RDWR, 0o600)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        _ = try scratch.open(.create)
        #expect(try names(in: scratch) == ["book.deedbook", "book.deedbook.new-0123456789abcdef"])
    }

    @Test
    func `a process that is ended while making a book leaves nothing, and ends by the signal`()
        async throws
    {
        let folder = Told.folder(of: ProcessInfo.processInfo.processIdentifier)
        defer { try? FileManager.default.removeItem(at: folder) }
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        await #expect(processExitsWith: .signal(SIGINT)) { try Told.toEnd(by: SIGINT) }
        #expect(try names() == [])
        await #expect(processExitsWith: .signal(SIGTERM)) { try Told.toEnd(by: SIGTERM) }
        #expect(try names() == [])
        await #expect(processExitsWith: .signal(SIGHUP)) { try Told.toEnd(by: SIGHUP) }
        #expect(try names() == [])
        // No one hears of that one; who makes the book next removes what is left.
        await #expect(processExitsWith: .signal(SIGKILL)) { try Told.toEnd(by: SIGKILL) }
        #expect(try names().contains { $0.hasPrefix("book.deedbook.new-") })
        _ = try SQLiteStore(
            path: Told.book(in: folder), mode: .create, clock: { Instant(microseconds: 0) })
        #expect(try names() == ["book.deedbook"])
    }

    @Test func `who ignores a signal goes on making a book`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGHUP, SIG_IGN)
            let scratch = try Scratch()
            let path = scratch.book
            try SQLiteStore.restore(
                to: path, Told.head, checkpoints: [],
                next: {
                    kill(getpid(), SIGHUP)
                    return nil
                })
            guard try scratch.files == ["book.deedbook"] else { exit(1) }
        }
    }

    @Test(arguments: ["-wal", "-journal"])
    func `a log without its book is not taken for the new book's`(_ end: String) throws {
        let scratch = try Scratch()
        try Data("another process's last recordings".utf8).write(
            to: URL(fileURLWithPath: scratch.book + end))
        #expect {
            _ = try scratch.open(.create)
        } throws: { error in
            "\(error)".contains("the log of a book that is not")
        }
        #expect(try names(in: scratch) == ["book.deedbook\(end)"])
        // An empty one has nothing in it.
        try Data().write(to: URL(fileURLWithPath: scratch.book + end))
        _ = try scratch.open(.create)
    }

    @Test func `a book with a second name is read, and not written`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open(.create)
        try await PieceTableTests.told(store)
        let other = scratch.folder.appendingPathComponent("other.deedbook").path
        #expect(link(scratch.book, other) == 0)
        #expect(try await scratch.open(.readOnly).head().number > 0)
        #expect {
            _ = try scratch.open(.readWrite)
        } throws: { error in
            "\(error)".contains("hard links")
        }
        unlink(other)
        _ = try scratch.open(.readWrite)
    }

    @Test func `the name that a book had first does not count`() throws {
        let scratch = try Scratch()
        _ = try scratch.open(.create)
        #expect(link(scratch.book, scratch.book + ".new-0123456789abcdef") == 0)
        _ = try scratch.open(.readWrite)
        #expect(try names(in: scratch).contains("book.deedbook.new-0123456789abcdef"))
    }
}

/// The process that gets the signal to end while it makes a book.
private enum Told {
    /// What is to be made: a book of nothing.
    static let head = BookExport.Head(origin: "example.com/book", size: 0)

    static func folder(of process: Int32) -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("ended-by-signal-\(process)")
    }

    static func book(in folder: URL) -> String {
        folder.appendingPathComponent("book.deedbook").path
    }

    static func toEnd(by signal: Int32) throws {
        // Who runs the tests in the background has the first of them ignored.
        Foundation.signal(signal, SIG_DFL)
        try SQLiteStore.restore(
            to: book(in: folder(of: getppid())), head, checkpoints: [],
            next: {
                // Threads of a pool hold signals back: the process gets it, and its first thread hears it.
                kill(getpid(), signal)
                while true { sleep(1) }
            })
    }
}
