import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// What is refused when a book is opened, and that nothing is made or changed by it.
struct OpeningTests {
    @Test(arguments: [SQLiteStore.Mode.readOnly, .readWrite])
    func `a missing book is not made unless that was asked for`(_ mode: SQLiteStore.Mode) throws {
        let scratch = try Scratch()
        let expected = DeedbookError.inaccessible(
            path: scratch.book, detail: "there is no such file")
        #expect(throws: expected) { try scratch.open(mode) }
        #expect(try scratch.files == [])
    }

    @Test func `a new book is one file`() throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        #expect(try scratch.files == ["book.deedbook"])
    }

    @Test func `two books never have the same origin`() async throws {
        var origins: Set<String> = []
        for _ in 0..<2 {
            let scratch = try Scratch()
            _ = try scratch.open()
            let origin = try await scratch.raw().read {
                try String.fetchOne($0, sql: "SELECT origin FROM book")
            }
            origins.insert(try #require(origin))
        }
        #expect(origins.count == 2)
    }

    @Test(arguments: ["", "no book", "no book at all, but long enough to have a header of SQLite"])
    func `a file that is not a book is refused and left alone`(_ text: String) throws {
        let scratch = try Scratch()
        try text.write(toFile: scratch.book, atomically: true, encoding: .utf8)
        for mode in [SQLiteStore.Mode.readOnly, .readWrite, .create] {
            #expect { try scratch.open(mode) } throws: { $0.isNotABook(at: scratch.book) }
        }
        #expect(try String(contentsOfFile: scratch.book, encoding: .utf8) == text)
        #expect(try scratch.files == ["book.deedbook"])
    }

    @Test(arguments: [SQLiteStore.Mode.readOnly, .readWrite, .create])
    func `another program's database is refused and left alone`(_ mode: SQLiteStore.Mode) throws {
        let scratch = try Scratch()
        try scratch.raw().write { try $0.execute(sql: "CREATE TABLE other (x)") }
        let before = FileManager.default.contents(atPath: scratch.book)
        let expected = DeedbookError.notABook(
            path: scratch.book, detail: "it is another program's database")
        #expect(throws: expected) { try scratch.open(mode) }
        #expect(FileManager.default.contents(atPath: scratch.book) == before)
    }

    @Test func `a database that only says that it is a book is refused`() throws {
        let scratch = try Scratch()
        try scratch.raw().write { db in
            try db.execute(sql: "PRAGMA application_id = 0x44424F4B")
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        #expect { try scratch.open() } throws: { $0.isNotABook(at: scratch.book) }
    }

    @Test(arguments: [SQLiteStore.Mode.readOnly, .readWrite, .create])
    func `a book of a version before the first release is refused`(
        _ mode: SQLiteStore.Mode
    ) throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        try scratch.raw().write { try $0.execute(sql: "PRAGMA user_version = 1") }
        #expect(throws: DeedbookError.olderFormat(path: scratch.book, found: 1, known: 3)) {
            try scratch.open(mode)
        }
    }

    @Test(arguments: [SQLiteStore.Mode.readOnly, .readWrite, .create])
    func `a book of a newer version is refused`(_ mode: SQLiteStore.Mode) throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        try scratch.raw().write { try $0.execute(sql: "PRAGMA user_version = 7") }
        #expect(throws: DeedbookError.newerFormat(path: scratch.book, found: 7, known: 3)) {
            try scratch.open(mode)
        }
    }

    @Test(arguments: [1, 100, 512, 4_096, 5_000, 8_192, 20_000])
    func `a truncated book is refused`(_ length: UInt64) async throws {
        let scratch = try Scratch()
        _ = try await scratch.open().append(notice("one"), by: "me", expecting: [:])
        let handle = try #require(FileHandle(forWritingAtPath: scratch.book))
        try handle.truncate(atOffset: length)
        try handle.close()
        for mode in [SQLiteStore.Mode.readOnly, .readWrite, .create] {
            #expect { try scratch.open(mode) } throws: { $0.isNotABook(at: scratch.book) }
        }
    }

    @Test func `a folder in the place of a book is refused`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.book, withIntermediateDirectories: false)
        let expected = DeedbookError.inaccessible(path: scratch.book, detail: "it is a folder")
        #expect(throws: expected) { try scratch.open() }
    }

    @Test func `a pipe in the place of a book is refused, and no one waits for it`() throws {
        let scratch = try Scratch()
        try #require(mkfifo(scratch.book, 0o600) == 0)
        let expected = DeedbookError.inaccessible(
            path: scratch.book, detail: "it is not a plain file")
        #expect(throws: expected) { try scratch.open() }
    }

    enum Odd: CaseIterable {
        case pipe, folder, device, link

        func put(at path: String) throws {
            let manager = FileManager.default
            switch self {
            case .pipe: try #require(mkfifo(path, 0o600) == 0)
            case .folder:
                try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
            case .device:
                try manager.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
            case .link: try manager.createSymbolicLink(atPath: path, withDestinationPath: path)
            }
        }
    }

    @Test(arguments: ["-journal", "-wal", "-shm"], Odd.allCases)
    func `what stands beside a book and is no plain file is named, and no one waits for it`(
        _ end: String, _ odd: Odd
    ) async throws {
        let scratch = try Scratch()
        let folder = scratch.folder.path
        // SQLite keeps its files beside the one that a link leads to.
        let real = (realpath(folder, nil).map { String(cString: $0) } ?? folder) + "/book.deedbook"
        let other = folder + "/other"
        func isRefused(_ path: String, by open: () throws -> Void) {
            #expect {
                try open()
            } throws: { error in
                "\(error)".contains("\(real)\(end) beside it is not a plain file")
            }
        }
        try odd.put(at: scratch.book + end)
        #expect(throws: DeedbookError.self, "a new one") { try scratch.open(.create) }
        unlink(scratch.book + end)
        rmdir(scratch.book + end)
        _ = try scratch.open(.create)
        try odd.put(at: scratch.book + end)
        for mode in [SQLiteStore.Mode.readOnly, .audit, .readWrite, .create] {
            isRefused(scratch.book) { _ = try scratch.open(mode) }
        }
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: real)
        isRefused(other) { try openOnly(other) }
        let found = await SQLiteStore.diagnose(scratch.book, now: Instant(microseconds: 0))
        #expect(found.first?.verdict == .bad)
    }

    @Test(arguments: [SQLiteStore.Mode.readOnly, .audit, .readWrite, .create])
    func `a rollback journal beside a book is named, and nothing of it is written to the book`(
        _ mode: SQLiteStore.Mode
    ) throws {
        let scratch = try Scratch()
        _ = try scratch.open(.create)
        let before = FileManager.default.contents(atPath: scratch.book)
        try Data("what another program began".utf8).write(
            to: URL(fileURLWithPath: scratch.book + "-journal"))
        #expect {
            try scratch.open(mode)
        } throws: { error in
            "\(error)".contains("book.deedbook-journal stands beside it, a rollback journal")
        }
        #expect(FileManager.default.contents(atPath: scratch.book) == before)
        #expect(try scratch.files == ["book.deedbook", "book.deedbook-journal"])
    }

    @Test func `a folder that does not exist is named`() throws {
        let path = "/nowhere/at/all/book.deedbook"
        let expected = DeedbookError.inaccessible(
            path: path, detail: "there is no folder /nowhere/at/all")
        #expect(throws: expected) { try openOnly(path) }
    }

    @Test func `a folder in which nothing can be made is refused`() throws {
        // No privilege makes files there.
        let path = "/proc/book.deedbook"
        #expect { try openOnly(path) } throws: { $0.isInaccessible(at: path) }
    }

    @Test(.enabled(if: geteuid() != 0, "a superuser may do everything"))
    func `permissions are respected`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o400], ofItemAtPath: scratch.book)
        #expect { try scratch.open(.readWrite) } throws: { $0.isInaccessible(at: scratch.book) }
        #expect(try await scratch.open(.readOnly).head() == Position(0))
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: scratch.book)
        #expect { try scratch.open(.readOnly) } throws: { $0.isInaccessible(at: scratch.book) }
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.book)
        try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.folder.path)
        #expect { try scratch.open(.readWrite) } throws: { $0.isInaccessible(at: scratch.book) }
        let other = scratch.folder.appendingPathComponent("other").path
        #expect { try openOnly(other) } throws: { $0.isInaccessible(at: other) }
    }

    private func openOnly(_ path: String) throws {
        _ = try SQLiteStore(path: path, mode: .create, clock: { Instant(microseconds: 0) })
    }
}

extension Error {
    fileprivate func isNotABook(at expected: String) -> Bool {
        guard case .notABook(let path, let detail)? = self as? DeedbookError else { return false }
        return path == expected && !detail.isEmpty
    }

    fileprivate func isInaccessible(at expected: String) -> Bool {
        guard case .inaccessible(let path, let detail)? = self as? DeedbookError else {
            return false
        }
        return path == expected && !detail.isEmpty
    }
}
