import Amendments
import EventStore
import Foundation
import Journal
import Ledger
import Questions
import Terms
import Testing

/// The record in `Events/` can be recorded, file after file, in the order of reading.
@Suite struct WholeRecordTests {
    @Test func `every file is taken by the book, and taken once`() async throws {
        let events = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Events")
        let book = Book(store: InMemoryStore(clock: { Instant(microseconds: 0) }))
        let drafts = Journal.read(paths: [events.path]).drafts
        for draft in drafts {
            do {
                let receipt = try await book.record(draft.recording, by: "test")
                #expect(!receipt.isRepeated, "\(draft.file)")
            } catch {
                Issue.record("\(draft.file): \(error)")
            }
        }
        let head = try await book.head()
        #expect(head.number == drafts.map(\.recording.events.count).reduce(0, +))
        for draft in drafts {
            #expect(try await book.record(draft.recording, by: "test").isRepeated)
        }
        #expect(try await book.head() == head)
    }
}
