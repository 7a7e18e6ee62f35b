import EventStore
import Foundation
import Journal
import Questions
import Synchronization
import Terms
import Testing

/// People read and write instants to the second, and what is recorded is recorded somewhere in one.
struct WholeSecondTests {
    /// The tern mill's book: its three recordings are of 12:00:00.3, 12:00:00.7 and 12:00:01.1.
    private static func console() async throws -> Console {
        let begins = try #require(Instant("2025-01-01T12:00:00.3Z"))
        let now = Mutex(begins)
        let store = InMemoryStore(clock: { now.withLock { $0 } })
        for draft in Journal.read(paths: [Fixture.ternFolder.path]).drafts {
            _ = try await Book(store: store).record(draft.recording, by: "ana")
            now.withLock { $0 = Instant(microseconds: $0.microseconds + 400_000) }
        }
        return Console(books: ["./book.deedbook": store])
    }

    @Test(arguments: [
        // The whole second, as it stands in an answer.
        ("2025-01-01T12:00:00Z", "#18"), ("2025-01-01T12:00:01Z", "#19"),
        // As exact as it is written.
        ("2025-01-01T12:00:00.3Z", "#10"), ("2025-01-01T12:00:00.699999Z", "#10"),
        ("2025-01-01T12:00:00.7Z", "#18"),
    ])
    func `an instant to the second counts all that was recorded in that second`(
        instant: String, position: String
    ) async throws {
        let result = try await Self.console().run([
            "terms", "tern-mill", "--recorded-at", instant,
        ])
        #expect(result.output.contains("recorded at      \(position)\n"), "\(result)")
    }

    @Test func `a second that is not over is refused: more may be recorded in it`() async throws {
        let console = try await Self.console()
        let result = await console.run([
            "terms", "tern-mill", "--recorded-at", Console.instant.toTheSecond,
        ])
        #expect(result.status == 65 && result.output.isEmpty, "\(result)")
    }

    @Test func `people read seconds, and programs the instant as it is`() async throws {
        let console = try await Self.console()
        let rows = await console.run(["log", "--format", "csv"]).output
        #expect(rows.contains("2025-01-01T12:00:01Z") && !rows.contains("12:00:01.1"), "\(rows)")
        let text = await console.run(["log", "--full"]).output
        #expect(text.contains("2025-01-01T12:00:00Z by ana"), "\(text)")
        let json = await console.run(["log", "--format", "json"]).output
        #expect(json.contains("2025-01-01T12:00:00.300000Z"), "\(json)")
    }
}
