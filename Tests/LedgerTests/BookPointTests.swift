import Amendments
import DeedbookTesting
import Ledger
import Synchronization
import Terms
import Testing

/// The recorded coordinate: a recording is all or nothing for readers too.
struct BookPointTests {
    static let chapters = [
        firstChapter(fee()),  // #1 to #4
        chapter("raise", "2022-01-01", "\(amends("amount: USD 20"))\n\(amends("per: P1Y"))"),
        chapter("again", "2023-01-01", amends("amount: USD 30")),  // #7
    ]

    /// A book whose clock goes on by a second with every recording.
    private func book(_ chapters: [String] = chapters) async throws -> Book {
        let seconds = Mutex(0)
        let tick = Tick()
        let book = Book(
            store: InMemoryStore(clock: { Instant(microseconds: tick.next() * 1_000_000) }))
        _ = seconds
        for recording in try recordings(chapters) { _ = try await book.record(recording, by: "t") }
        return book
    }
}
