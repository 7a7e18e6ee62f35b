import DeedbookCommands
import Foundation
import Synchronization
import Testing

/// The files of this machine, as commands make them.
struct FileAccessTests {
    /// A folder that is gone when the test is.
    private final class Folder: Sendable {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-files-\(UUID().uuidString)")

        init() throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func path(_ name: String) -> String { url.appendingPathComponent(name).path }

        var names: [String] {
            get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
        }
    }

    private static let leftover = "book.jsonl.new-0123456789abcdef"

    @Test func `what is begun and not finished is not at its place`() throws {
        let folder = try Folder()
        let sink = try FileAccess.system.create(folder.path("book.jsonl"), .newPrivate)
        try sink.write([1, 2, 3])
        #expect(try folder.names.count == 1)
        #expect(try !folder.names.contains("book.jsonl"))
        try sink.finish()
        #expect(try folder.names == ["book.jsonl"])
        let second = try FileAccess.system.create(folder.path("other"), .new)
        second.abandon()
        #expect(try folder.names == ["book.jsonl"])
    }

    @Test func `what a dead process left beside a place is removed, and nothing else`() throws {
        let folder = try Folder()
        let own = ["book.jsonl.new-friday", "book.jsonl.tmp", "other.new-0123456789abcdef"]
        for name in own + [Self.leftover] {
            try Data("half".utf8).write(to: folder.url.appendingPathComponent(name))
        }
        FileAccess.system.sweep([folder.path("book.jsonl"), folder.path("nowhere/else")])
        #expect(try folder.names == own.sorted())
    }

    @Test func `what a living process works on stays`() throws {
        let folder = try Folder()
        let sink = try FileAccess.system.create(folder.path("book.jsonl"), .newPrivate)
        try sink.write([1, 2, 3])
        FileAccess.system.sweep([folder.path("book.jsonl")])
        try sink.finish()
        #expect(try folder.names == ["book.jsonl"])
    }

    @Test func `a process that claims a folder waits until the one before gives it up`() throws {
        let folder = try Folder()
        let first = try FileAccess.system.claim(folder.url.path)
        let order = Mutex<[String]>([])
        let (isAsking, isDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread {
            isAsking.signal()
            let second = try? FileAccess.system.claim(folder.url.path)
            order.withLock { $0.append("second") }
            second?.release()
            isDone.signal()
        }.start()
        isAsking.wait()
        // So that one who does not wait is seen.
        for _ in 0..<1_000 { sched_yield() }
        order.withLock { $0.append("first") }
        first.release()
        isDone.wait()
        #expect(order.withLock(\.self) == ["first", "second"])
    }

    @Test func `a file that is replaced keeps its permissions, and the link that leads to it`()
        throws
    {
        let folder = try Folder()
        let file = folder.path("a.yaml")
        let sink = try FileAccess.system.create(file, .newPrivate)
        try sink.write([1])
        try sink.finish()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.yaml"), withDestinationPath: "a.yaml")
        let other = try FileAccess.system.create(folder.path("link.yaml"), .replacing)
        try other.write([2])
        try other.finish()
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data([2]))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.yaml"))
                == "a.yaml")
    }

    @Test
    func `a pipe in the place of a file that is written again is refused, and not waited for`()
        async throws
    {
        let shell = try Shell("pipes")
        defer { shell.remove() }
        await shell.expect("mkfifo a.yaml saved", 0)
        await shell.expect("timeout 60 deedbook attach a.yaml", 74, "no regular file")
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(files)'", 0)
        await shell.expect("timeout 60 deedbook verify --save saved", 74, "no regular file")
    }

    @Test func `export removes what a killed export left, and import leaves one file`() async throws
    {
        let shell = try Shell("leftovers")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(files)'", 0)
        await shell.expect("echo half > \(Self.leftover)", 0)
        await shell.expect("deedbook export --out book.jsonl", 0)
        await shell.expect("ls book.jsonl*", 0, "book.jsonl\n")
        await shell.expect("test -e \(Self.leftover)", 1)
        await shell.expect("deedbook import book.jsonl --book new.deedbook", 0)
        await shell.expect("test -e new.deedbook-wal || test -e new.deedbook-shm", 1)
    }
}
