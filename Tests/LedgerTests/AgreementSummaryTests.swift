import Amendments
import DeedbookTesting
import Effort
import EventStore
import Foundation
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// An agreement in a line is what its whole history adds up to, though little of that is read.
struct AgreementSummaryTests {
    /// The record that the book ships with.
    private static let events = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Events").path

    private static func book(_ recordings: [Recording]) async throws -> Book {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        for recording in recordings { _ = try await book.record(recording, by: "ana") }
        return book
    }

    /// The same by folding every event.
    private static func folded(_ id: AgreementID, in book: Book) async throws -> [String?] {
        let reading = try await book.reading(of: id, from: Vantage(on: .first))
        let parties = reading.state.parties.values.sorted { $0.id < $1.id }
        let names: [String?] = parties.map { $0.names.last?.name ?? $0.id.text }
        let line: [String?] = [
            id.text, reading.state.title ?? id.text, reading.state.zone ?? "UTC",
            String(try await book.store.version(of: id)), reading.events.last?.recording.key.text,
        ]
        return line + names
    }

    private static func expectFolded(_ book: Book) async throws {
        for found in try await book.agreements().agreements {
            let line: [String?] = [
                found.id.text, found.title, found.zone, String(found.events),
                found.lastInstrument?.key.text,
            ]
            let folded = try await folded(found.id, in: book)
            #expect(line + found.parties == folded)
        }
    }

    @Test(arguments: 0..<Rounds.of(60))
    func `a random history reads so`(_ seed: Int) async throws {
        try await Self.expectFolded(
            Self.book(RandomHistory(seed: seed, length: 12, revises: true).recordings))
    }

    @Test func `the record that the book ships with reads so`() async throws {
        let recordings = try recordings(folder: Self.events)
        let book = try await Self.book(recordings)
        try await Self.expectFolded(book)
        let agreements = Set(recordings.map(\.agreement))
        #expect(Set(try await book.agreements().agreements.map(\.id)) == agreements)
    }

    @Test func `names that were corrected, taken back or taken out read as they are now`()
        async throws
    {
        let book = try await Self.book(
            recordings(yaml: [
                firstChapter(fee()),
                chapter("bee", "2021-01-01", "- party-renamed: { party: b, name: Bee }"),
                chapter("cee", "2021-02-01", "- party-renamed: { party: a, name: Ay }"),
                chapter(
                    "fixes", "2022-01-01", kind: "correction",
                    """
                    - event-rescinded: { event: bee#1, reason: never }
                    - event-corrected: { event: cee#1, reason: misread, replacement: \
                    { party-renamed: { party: a, name: Aye } } }
                    - event-corrected: { event: opening#1, reason: misread, replacement: \
                    { agreement-recorded: { title: Tale, zone: Europe/Oslo } } }
                    """),
                chapter(
                    "again", "2023-01-01", "- party-succeeded: { party: b, successor: c, name: C }"),
                chapter(
                    "order", "2024-01-01", "- payload-redacted: { event: again#1, authority: x }"),
            ]))
        try await Self.expectFolded(book)
        let line = try #require(try await book.agreements().agreements.first)
        #expect((line.title, line.zone) == ("Tale", "Europe/Oslo"))
        #expect(line.parties.prefix(2) == ["Aye", "B"])
        #expect(line.parties.count == 3)
        #expect(line.lastInstrument?.key == "order")
    }

    @Test func `pages follow each other, and the last one says so`() async throws {
        let recordings = try recordings(folder: Self.events)
        let book = try await Self.book(recordings)
        let all = try await book.agreements()
        #expect(!all.hasMore)
        for limit in 1...6 {
            var found: [AgreementSummary] = []
            while true {
                let page = try await book.agreements(after: found.last?.id, limit: limit)
                found += page.agreements
                #expect(page.hasMore == (found.count < all.agreements.count))
                if !page.hasMore { break }
                #expect(page.agreements.count == limit)
            }
            #expect(found == all.agreements)
        }
    }
}
