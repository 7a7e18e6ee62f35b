import Amendments
import EventStore
import Foundation
import StoreSQLite
import Testing

/// What stands beside a book where somebody died while a book of that name was made.
struct LeftoverTests {
    private func names(in scratch: Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    @Test func `what a dead process left is removed by whoever makes the book`() throws {
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

    @Test(arguments: ["-wal", "-journal"])
    func `a log without its book is not taken for the new book's`(_ end: String) throws {
        let scratch = try Scratch()
        try Data("somebody's last recordings".utf8).write(
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
