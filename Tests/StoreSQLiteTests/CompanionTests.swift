import Amendments
import EventStore
import Foundation
import StoreSQLite
import Terms
import Testing

/// The files that SQLite keeps beside a book.
struct CompanionTests {
    /// SQLite removes them with the last connection that may write: for that it locks the book as writers do, which a
    /// connection that only reads cannot. No one else may remove them, for another may open the book at that moment.
    @Test func `what a reader leaves beside a book is empty, and gone after the next who writes`()
        async throws
    {
        let scratch = try Scratch()
        do {
            let store = try scratch.open()
            _ = try await store.append(notice("one"), by: "me", expecting: [:])
        }
        #expect(try scratch.files == ["book.deedbook"])
        do {
            let reader = try scratch.open(.readOnly)
            #expect(try await reader.head().number == 2)
        }
        #expect(try scratch.files == ["book.deedbook", "book.deedbook-shm", "book.deedbook-wal"])
        let log = try Data(contentsOf: URL(fileURLWithPath: scratch.book + "-wal"))
        #expect(log.isEmpty)
        do {
            let store = try scratch.open(.readWrite)
            #expect(try await store.head().number == 2)
        }
        #expect(try scratch.files == ["book.deedbook"])
    }
}
