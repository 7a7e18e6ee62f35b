import Foundation
import NewFiles
import Synchronization
import Testing

/// A file that is being made, while others look for what dead processes left.
struct NewFileTests {
    private let folder: URL
    private var place: String { folder.appendingPathComponent("book").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("new-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func finish() throws { try FileManager.default.removeItem(at: folder) }

    @Test func `what is reserved stays, though others look for leftovers at that moment`() throws {
        let others = Clearing(place, with: ["-journal"])
        for _ in 0..<300 {
            let (name, descriptor) = try #require(NewFile(place).reserved(with: ["-journal"]))
            let journal = open(name + "-journal", O_CREAT | O_EXCL | O_RDWR, 0o600)
            #expect(journal >= 0)
            sched_yield()
            // As SQLite ends a transaction: a journal that is gone is an error to it.
            #expect(unlink(name + "-journal") == 0)
            #expect(unlink(name) == 0)
            close(journal)
            close(descriptor)
            NewFile.finished(name, with: ["-journal"])
        }
        others.end()
        try finish()
    }

    /// Between making a file and locking it, its maker may have to wait for a processor.
    @Test
    func `who locks a file that is still there keeps it, though others took it for a leftover`()
        throws
    {
        let others = Clearing(place)
        for number in 0..<30 {
            // Never one of before: a name is random.
            let name = place + ".new-00000000000" + String(number + 0x10000, radix: 16)
            let descriptor = open(name, O_CREAT | O_EXCL | O_RDWR, 0o600)
            #expect(descriptor >= 0)
            // Until someone else has the lock, or had it.
            while isLocked(descriptor), hasName(descriptor) { flock(descriptor, LOCK_UN) }
            while !isLocked(descriptor) {}
            if hasName(descriptor) {
                sched_yield()
                #expect(unlink(name) == 0)
            }
            close(descriptor)
        }
        others.end()
        try finish()
    }

    private func isLocked(_ descriptor: Int32) -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    private func hasName(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }
}

/// Someone who removes leftovers without a pause.
private final class Clearing: Sendable {
    private let ends = Atomic(false)
    private let ended = DispatchSemaphore(value: 0)

    init(_ place: String, with companions: [String] = []) {
        Thread.detachNewThread { [self] in
            while !ends.load(ordering: .relaxed) {
                NewFile.removeLeftovers(of: [place], with: companions)
            }
            ended.signal()
        }
    }

    func end() {
        ends.store(true, ordering: .relaxed)
        ended.wait()
    }
}
