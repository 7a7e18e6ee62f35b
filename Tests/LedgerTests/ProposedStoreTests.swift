import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// A book with drafts on top reads as the book in which they are recorded.
struct ProposedStoreTests {
    private static let base = [
        Sample.opened(10, from: "2025-01-01"), Sample.amended("raise", to: 12, from: "2026-01-01"),
    ]
    private static let instant = Instant(microseconds: 7)

    private static func book(_ recordings: [Recording]) async throws -> Book {
        let book = Book(store: InMemoryStore(clock: { instant }))
        for recording in recordings { _ = try await book.record(recording, by: "clerk") }
        return book
    }

    private static var drafts: [Recording] {
        let redaction = Recording(
            key: "order", agreement: base[0].agreement,
            instrument: Instrument(kind: .order, title: "Order", effective: .on("2025-02-01")),
            disclosed: "2025-02-01", sources: base[0].sources,
            events: [
                Event(
                    PayloadRedacted(
                        event: EventReference(recording: "raise", ordinal: 1), authority: "a court")
                )
            ])
        return [
            Sample.amended("again", to: 13, from: "2027-01-01"), redaction,
            Sample.amended("last", to: 14, from: "2028-01-01"),
        ]
    }

    @Test func `every page of events is the one of the book in which they are recorded`()
        async throws
    {
        let proposed = try await Self.book(Self.base).proposing(
            Self.drafts, by: "clerk", at: Self.instant)
        let recorded = try await Self.book(Self.base + Self.drafts)
        let head = try await recorded.head()
        #expect(try await proposed.head() == head)
        for position in 0...head.number + 1 {
            for limit in 0...head.number + 1 {
                let (shown, known) = (
                    try await proposed.store.events(after: Position(position), limit: limit),
                    try await recorded.store.events(after: Position(position), limit: limit)
                )
                #expect(shown == known, "after \(position), \(limit) at most")
                #expect(shown.map(\.recording) == known.map(\.recording))
            }
            for agreement in try await recorded.agreements(at: nil) {
                let (shown, known) = (
                    try await proposed.store.events(of: agreement, through: Position(position)),
                    try await recorded.store.events(of: agreement, through: Position(position))
                )
                #expect(shown == known, "\(agreement) through \(position)")
            }
        }
    }

    @Test func `agreements, versions and recordings are those of a book that has them`()
        async throws
    {
        let proposed = try await Self.book(Self.base).proposing(
            Self.drafts, by: "clerk", at: Self.instant
        ).store
        let recorded = try await Self.book(Self.base + Self.drafts).store
        let all = try await recorded.agreements(after: nil, limit: 100)
        for limit in 0...all.count + 1 {
            for after in [nil] + all.map(\.id) {
                #expect(
                    try await proposed.agreements(after: after, limit: limit)
                        == recorded.agreements(after: after, limit: limit))
            }
        }
        for head in all { #expect(try await proposed.version(of: head.id) == head.version) }
        for head in all {
            for version in 0...head.version {
                for limit in 0...head.version {
                    #expect(
                        try await proposed.events(of: head.id, after: version, limit: limit)
                            == recorded.events(of: head.id, after: version, limit: limit))
                }
            }
            for kind in EventKind.allCases {
                #expect(
                    try await proposed.events(of: head.id, kinds: [kind])
                        == recorded.events(of: head.id, kinds: [kind]))
            }
        }
        for key in (Self.base + Self.drafts).map(\.key) + ["unknown"] {
            #expect(try await proposed.recording(key) == recorded.recording(key))
        }
    }

    @Test func `what others append meanwhile is not seen`() async throws {
        let book = try await Self.book(Self.base)
        let proposed = try await book.proposing(Self.drafts, by: "clerk", at: Self.instant)
        let before = try await proposed.store.events(after: Position(0), limit: 1_000)
        _ = try await book.record(Sample.amended("other", to: 20, from: "2029-01-01"), by: "clerk")
        #expect(try await proposed.store.events(after: Position(0), limit: 1_000) == before)
    }

    @Test func `nothing can be appended to a book with drafts`() async throws {
        let proposed = try await Self.book(Self.base).proposing(
            Self.drafts, by: "clerk", at: Self.instant)
        await #expect(throws: DeedbookError.self) {
            try await proposed.record(
                Sample.amended("other", to: 20, from: "2029-01-01"), by: "clerk")
        }
    }

    @Test func `the draft that would be refused is named`() async throws {
        let book = try await Self.book(Self.base)
        let early = Sample.amended("early", to: 12, from: "2024-01-01")
        let refused = await #expect(throws: DeedbookError.self) {
            try await book.proposing([Self.drafts[0], early], by: "clerk", at: Self.instant)
        }
        #expect(refused?.account.place == .recording("early"))
    }

    @Test func `a key taken in another agreement is refused as record refuses it`() async throws {
        let book = try await Self.book(Self.base)
        var other = Sample.opened(10, from: "2025-01-01")
        other.agreement = "elsewhere"
        let refused = await #expect(throws: DeedbookError.self) {
            try await book.proposing([other], by: "clerk", at: Self.instant)
        }
        let error = try #require(refused)
        await #expect(throws: error) { try await book.record(other, by: "clerk") }
    }

    @Test func `drafts on drafts count all of them`() async throws {
        let one = try await Self.book(Self.base).proposing(
            [Self.drafts[0]], by: "clerk", at: Self.instant)
        #expect(one.drafts.map(\.key) == ["again"])
        #expect(one.headBelowDrafts == (try await Self.book(Self.base).head()))
    }
}
