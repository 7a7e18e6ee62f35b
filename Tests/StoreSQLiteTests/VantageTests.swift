import Amendments
import Effort
import EventStore
import Foundation
import GRDB
import Ledger
import Portfolio
import Questions
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// Whatever is asked, from whatever vantage: a book that reads what is derived answers byte for byte as one that folds
/// its events; also one that another process went on with, whose appends died, that was rebuilt, or whose derived
/// rows are gone.
struct VantageTests {
    /// Worlds of `size` vantages each; with DEEDBOOK_VANTAGES=10000, so many vantages in all.
    static let worlds =
        (ProcessInfo.processInfo.environment["DEEDBOOK_VANTAGES"].flatMap { Int($0) } ?? 16) / size
    static let size = 8
    /// The first world: to go on from one, or to come back to it.
    static let first = ProcessInfo.processInfo.environment["DEEDBOOK_SEED"].flatMap { Int($0) } ?? 0

    @Test(arguments: first..<first + worlds)
    func `every question is answered as by the fold`(_ seed: Int) async throws {
        let world = try await RecordedWorld(seed)
        #expect(await world.store.pieceFaults() == [], "world \(seed)")
        try await world.expectDerived()
        let pages = try await world.pages(Self.size)
        await expectFolded(pages, in: world.store, "world \(seed)")
        #expect(try await world.store.rebuildPieces())
        await expectFolded(Array(pages.prefix(2)), in: world.store, "world \(seed) rebuilt")
        try await world.alter(
            "DELETE FROM piece; DELETE FROM step; DELETE FROM common; DELETE FROM due; "
                + "DELETE FROM piece_head")
        await expectFolded(Array(pages.suffix(1)), in: world.store, "world \(seed) without rows")
    }

    private func expectFolded(
        _ pages: [RecordedWorld.Page], in store: SQLiteStore, _ place: String
    ) async {
        for page in pages {
            for difference in await page.differences(in: store) {
                Issue.record("\(place): \(difference)")
            }
        }
    }
}

/// A book of recordings at random, as far as they can hold.
private struct RecordedWorld {
    let scratch: Scratch
    let store: SQLiteStore
    let events: [RecordedEvent]
    private let random: Seeded

    /// Questions, and what the fold answers.
    struct Page {
        let questions: RandomQuestions
        let answers: [String]

        /// What a book answers otherwise.
        func differences(in store: SQLiteStore) async -> [String] {
            await questions.differences(from: answers, in: store)
        }
    }

    init(_ seed: Int) async throws {
        scratch = try Scratch()
        let clock = TestClock()
        // Recordings are made in June 2021, before the moment at which questions are asked.
        clock.goBack(seconds: 75_000_000)
        var random = Seeded(UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 3)
        try await Self.record(
            try RandomWorld(seed: UInt64(seed)).recordings, in: scratch, clock, &random)
        store = try scratch.open(clock: clock)
        events = try await store.events(after: Position(0), limit: Int.max)
        self.random = random
    }

    func alter(_ sql: String) async throws {
        try await scratch.raw().write { try $0.execute(sql: sql) }
    }

    func pages(_ count: Int) async throws -> [Page] {
        var random = random
        var pages: [Page] = []
        for _ in 0..<count {
            let questions = try RandomQuestions(&random, events)
            pages.append(
                Page(
                    questions: questions,
                    answers: await questions.answers(of: FoldedStore(store: store))))
        }
        return pages
    }

    /// That the store answers from what is derived, so that there is something to compare.
    func expectDerived() async throws {
        let head = try await store.head()
        for agreement in RandomWorld.agreements.compactMap({ AgreementID($0) }) {
            let found = try await store.decisiveEvents(
                of: agreement, on: DecisiveDays(("2021-01-01" as Day)..."2021-01-01"),
                through: head, disclosedBy: nil)
            #expect(found != nil)
        }
        #expect(
            try await store.knownTerms(for: TermPredicate("kind = fee"), on: "2021-01-01", at: nil)
                != nil)
        #expect(try await store.neighbours(on: [.party("a")]) != nil)
    }

    /// Records what can hold, through one store after the other; some appends die at their last statement first.
    private static func record(
        _ recordings: [Recording], in scratch: Scratch, _ clock: TestClock,
        _ random: inout Seeded
    ) async throws {
        let stores = [try scratch.open(clock: clock), try scratch.open(clock: clock)]
        for recording in recordings {
            let book = Book(store: random.pick(stores))
            if Int.random(in: 0..<8, using: &random) == 0 {
                try await scratch.raw().write { try $0.execute(sql: trap) }
                await #expect(throws: DeedbookError.self) {
                    try await book.record(recording, by: "clerk")
                }
                try await scratch.raw().write { try $0.execute(sql: "DROP TRIGGER trap") }
            }
            _ = try? await book.record(recording, by: "clerk")
        }
    }

    private static let trap =
        "CREATE TRIGGER trap BEFORE INSERT ON piece_head BEGIN SELECT RAISE(ABORT, ''); END"
}
