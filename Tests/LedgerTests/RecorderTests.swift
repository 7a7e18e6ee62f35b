import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// Recording one after the other is recording each by itself.
struct RecorderTests {
    private static let recordings = [
        Sample.opened(10, from: "2025-01-01"), Sample.amended("raise", to: 12, from: "2026-01-01"),
        Sample.amended("again", to: 13, from: "2027-01-01"),
        Sample.amended("earlier", to: 11, from: "2025-06-01"),
    ]

    private static func book() -> Book {
        Book(store: InMemoryStore(clock: { Instant(microseconds: 7) }))
    }

    private static func refusal(
        _ body: () async throws(DeedbookError) -> Receipt
    ) async -> DeedbookError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test func `a series gets the receipts and the events of single recordings`() async throws {
        let (one, other) = (Self.book(), Self.book())
        var recorder = Recorder(one)
        for recording in Self.recordings + Self.recordings {
            let receipt = try await recorder.record(recording, by: "clerk")
            #expect(try await other.record(recording, by: "clerk") == receipt)
        }
        let all = try await one.store.events(after: Position(0), limit: 100)
        #expect(try await other.store.events(after: Position(0), limit: 100) == all)
    }

    @Test func `what cannot hold is refused for the same reasons, and what follows is not spoiled`()
        async throws
    {
        let (one, other) = (Self.book(), Self.book())
        var recorder = Recorder(one)
        for recording in Self.recordings.prefix(2) {
            _ = try await recorder.record(recording, by: "clerk")
            _ = try await other.record(recording, by: "clerk")
        }
        let wrong = Sample.amended("wrong", to: 9, from: "2020-01-01")
        let found = await Self.refusal { () async throws(DeedbookError) in
            try await recorder.record(wrong, by: "clerk")
        }
        let expected = await Self.refusal { () async throws(DeedbookError) in
            try await other.record(wrong, by: "clerk")
        }
        #expect(found != nil)
        #expect(found == expected)
        let next = try await recorder.record(Self.recordings[2], by: "clerk")
        #expect(try await other.record(Self.recordings[2], by: "clerk") == next)
    }

    @Test func `what another process appended in between counts`() async throws {
        let book = Self.book()
        var recorder = Recorder(book)
        _ = try await recorder.record(Self.recordings[0], by: "clerk")
        let ended = Recording(
            key: "end", agreement: Self.recordings[0].agreement,
            instrument: Instrument(kind: .amendment, title: "End", effective: .on("2026-01-01")),
            disclosed: "2025-12-01", sources: Self.recordings[0].sources,
            events: [Event(TermRemoved(term: Sample.term))])
        _ = try await book.record(ended, by: "another")
        let late = Sample.amended("late", to: 14, from: "2027-06-01")
        let found = await Self.refusal { () async throws(DeedbookError) in
            try await recorder.record(late, by: "clerk")
        }
        let expected = await Self.refusal { () async throws(DeedbookError) in
            try await book.record(late, by: "clerk")
        }
        #expect(found == expected)
    }
}
