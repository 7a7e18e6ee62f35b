import Amendments
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// A preview shows what recording would do, also that it would be refused.
struct PreviewTests {
    private static func book() async throws -> Book {
        let book = Book(store: InMemoryStore(clock: { Instant(microseconds: 0) }))
        _ = try await book.record(Sample.opened(10, from: "2025-01-01"), by: "clerk")
        return book
    }

    private func preview(_ recordings: Recording..., in book: Book) async throws -> [Redline] {
        try await book.preview(
            recordings, by: "clerk", at: Instant(microseconds: 0)
        ) { _, _ in "2025-06-01" }
    }

    @Test func `what is recorded already changes nothing`() async throws {
        let book = try await Self.book()
        #expect(try await preview(Sample.opened(10, from: "2025-01-01"), in: book).isEmpty)
    }

    @Test func `a key recorded with other content is refused`() async throws {
        let book = try await Self.book()
        await #expect(throws: DeedbookError.keyReused("opening", recordedAt: Position(1))) {
            try await preview(Sample.opened(11, from: "2025-01-01"), in: book)
        }
    }

    @Test func `a scheduled change shows, and nothing is written`() async throws {
        let book = try await Self.book()
        let redlines = try await preview(
            Sample.amended("raise", to: 12, from: "2026-01-01"), in: book)
        #expect(redlines.flatMap(\.lines).map(\.after?.displayText) == ["12"])
        #expect(try await book.head() == Position(4))
    }

    @Test func `what could not be recorded is refused`() async throws {
        let book = try await Self.book()
        await #expect(throws: DeedbookError.self) {
            try await preview(Sample.amended("early", to: 12, from: "2024-01-01"), in: book)
        }
    }
}
