import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Subprocesses
import Terms
import Testing

/// Several stores and programs at one book.
struct SharingTests {
    @Test func `two connections append to one book without a gap`() async throws {
        let scratch = try Scratch()
        let stores = [("a", try scratch.open()), ("b", try scratch.open(.readWrite))]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (name, store) in stores {
                group.addTask {
                    for index in 0..<20 {
                        let key = try #require(RecordingKey("\(name)-\(index)"))
                        _ = try await store.append(notice(key), by: name, expecting: [:])
                    }
                }
            }
            try await group.waitForAll()
        }
        let events = try await stores[0].1.events(after: Position(0), limit: .max)
        #expect(events.map(\.position.number) == Array(1...80))
        for pair in stride(from: 0, to: events.count, by: 2) {
            #expect(events[pair].recording.key == events[pair + 1].recording.key)
        }
    }

    @Test func `of many who make one book, all get the same one`() async throws {
        let scratch = try Scratch()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let store = try scratch.open(.create)
                    let key = try #require(RecordingKey("number-\(index)"))
                    _ = try await store.append(notice(key), by: "me", expecting: [:])
                }
            }
            try await group.waitForAll()
        }
        #expect(try await scratch.open(.readWrite).head() == Position(16))
        #expect(try scratch.files == ["book.deedbook"])
    }

    @Test func `a book that another process holds is busy, and can be read`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open(waitLimit: .milliseconds(20))
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        let rival = try scratch.raw()
        try await rival.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await #expect(throws: DeedbookError.busy(scratch.book)) {
            try await store.append(notice("two"), by: "me", expecting: [:])
        }
        #expect(try await scratch.open(.readOnly).head() == Position(2))
        try await rival.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        let receipt = try await store.append(notice("two"), by: "me", expecting: [:])
        #expect(receipt.first == Position(3))
    }

    @Test func `a book that another process does not share is busy when opened`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let rival = try scratch.raw()
        try await rival.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "BEGIN IMMEDIATE")
        }
        for mode in [SQLiteStore.Mode.readOnly, .readWrite, .create] {
            #expect(throws: DeedbookError.busy(scratch.book)) {
                try scratch.open(mode, waitLimit: .milliseconds(20))
            }
        }
        try await rival.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }

    /// A second store that opens and closes must not drop the locks of the first: another process would
    /// then take the log away from under it.
    @Test func `a process that closes the book leaves the log to the others`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        for mode in [SQLiteStore.Mode.readOnly, .readWrite, .create] { _ = try scratch.open(mode) }
        let visit = try await Python.run(Self.visitor, [scratch.book])
        #expect(visit.status == 0, "\(visit)")
        #expect(FileManager.default.fileExists(atPath: scratch.book + "-wal"))
        _ = try await store.append(notice("two"), by: "me", expecting: [:])
        #expect(try await scratch.open(.readOnly).head() == Position(4))
    }

    private static let visitor = """
        import sqlite3, sys
        book = sqlite3.connect(sys.argv[1])
        assert book.execute("SELECT count(*) FROM event").fetchone() == (2,)
        book.close()
        """
}
