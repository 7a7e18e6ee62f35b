import Amendments
import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Terms
import Testing

/// What is refused when a book is opened, and that nothing is made or changed by it.
struct OpeningTests {
    @Test func `a missing book is not made by reading`() throws {
        let scratch = try Scratch()
        #expect(throws: EventStoreError.inaccessible(path: scratch.book, detail: "there is no such file")) {
            try scratch.open(.readOnly)
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.book))
    }

    @Test(arguments: ["", "no book at all, but long enough to have a header"])
    func `a file that is not a book is refused and left alone`(_ text: String) throws {
        let scratch = try Scratch()
        try text.write(toFile: scratch.book, atomically: true, encoding: .utf8)
        #expect { try scratch.open() } throws: {
            if case .notABook? = $0 as? EventStoreError { true } else { false }
        }
        #expect(try String(contentsOfFile: scratch.book, encoding: .utf8) == text)
    }

    @Test func `another program's database is refused`() async throws {
        let scratch = try Scratch()
        try await scratch.raw().write { try $0.execute(sql: "CREATE TABLE other (x)") }
        #expect { try scratch.open() } throws: {
            if case .notABook? = $0 as? EventStoreError { true } else { false }
        }
    }

    @Test func `a book of a newer version is refused`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        try await scratch.raw().write { try $0.execute(sql: "PRAGMA user_version = 7") }
        #expect(throws: EventStoreError.newerFormat(path: scratch.book, found: 7, known: 1)) {
            try scratch.open(.readWrite)
        }
    }

    @Test func `a truncated book is refused`() async throws {
        let scratch = try Scratch()
        _ = try await scratch.open().append(notice("one"), by: "me", expecting: [:])
        let handle = try #require(FileHandle(forWritingAtPath: scratch.book))
        try handle.truncate(atOffset: 5_000)
        try handle.close()
        #expect { try scratch.open(.readWrite) } throws: {
            if case .notABook? = $0 as? EventStoreError { true } else { false }
        }
    }

    @Test func `a folder in the place of a book is refused`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.book, withIntermediateDirectories: false)
        #expect { try scratch.open() } throws: {
            if case .inaccessible? = $0 as? EventStoreError { true } else { false }
        }
    }

    @Test func `a folder that does not exist is named`() throws {
        let path = "/nowhere/at/all/book.deedbook"
        #expect { try SQLiteStore(path: path, mode: .create, clock: { Instant(microseconds: 0) }) } throws: {
            guard case .inaccessible(path, let detail)? = $0 as? EventStoreError else { return false }
            return detail.contains("/nowhere/at/all")
        }
    }

    @Test func `a book that another process holds is busy, and can be read all the same`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        let rival = try scratch.raw()
        try await rival.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
        }
        await #expect(throws: EventStoreError.busy(scratch.book)) {
            try await store.append(notice("two"), by: "me", expecting: [:])
        }
        #expect(try await scratch.open(.readOnly).head().position == Position(2))
        try await rival.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        let receipt = try await store.append(notice("two"), by: "me", expecting: [:])
        #expect(receipt.first == Position(3))
    }
}
