import Amendments
import DeedbookTesting
import Effort
import EventStore
import GRDB
import Ledger
import Questions
import StoreSQLite
import Terms
import Testing

/// The table of steps: what it lets a store read gives the answers of the whole history, and it is found out where
/// it is not what the events give.
struct StepTableTests {
    /// Amendments of every manner, and acts upon them, at random.
    static func recordings(seed: Int) throws -> [Recording] {
        var random = Seeded(UInt64(seed))
        func day() -> Day {
            Day("2020-01-02").adding(days: Int.random(in: 0...900, using: &random))
        }
        let others = try (1...16).map { number -> Recording in
            let amount = "amount: USD \(Int.random(in: 1...3, using: &random))"
            let target = "r\(Int.random(in: 1...16, using: &random))#1"
            let plain = "- term-amended: { term: fee, set: { \(amount) } }"
            let events = [
                plain, plain, plain, "- term-amended: { term: fee, set: { per: P1Y, \(amount) } }",
                "- term-amended: { term: fee, set: { \(amount) }, lasts: { through: \(day()) } }",
                "- event-rescinded: { event: \(target), reason: x }",
                "- effective-date-moved: { event: \(target), to: { on: \(day()) } }",
                "- payload-redacted: { event: \(target), authority: x }",
                "- event-corrected: { event: \(target), reason: x, replacement: { term-amended: "
                    + "{ term: fee, set: { amount: USD 9 } } } }",
            ]
            let rare = Int.random(in: 0..<3, using: &random) == 0
            let event = events[Int.random(in: 0..<(rare ? events.count : 4), using: &random)]
            return try PieceTableTests.recording("r\(number)", on: "\(day())", event)
        }
        return try [PieceTableTests.opening()] + others
    }

    @Test(arguments: 0..<12)
    func `a book that reads by steps answers as one that folds its whole history`(
        seed: Int
    ) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        // What cannot be is not taken.
        for recording in try Self.recordings(seed: seed) {
            _ = try? await store.append(recording, by: "clerk", expecting: [:])
        }
        #expect(await store.pieceFaults() == [])
        let (book, history) = (
            Book(store: store), try await store.events(of: "story", through: nil)
        )
        var random = Seeded(UInt64(seed))
        func day() -> Day {
            Day("2019-12-30").adding(days: Int.random(in: 0...930, using: &random))
        }
        for _ in 0..<20 {
            let vantage = Vantage(
                on: day(), disclosedBy: Bool.random(using: &random) ? nil : day(),
                recordedAt: Position(Int.random(in: 4...history.count, using: &random)))
            let resolved = try await book.resolve(vantage.recordedAt)
            let view = AgreementView(
                "story", history: history, from: vantage, resolvedTo: resolved, countsLater: false)
            let later = view.on(day())
            let redliner = Redliner(from: view.side(), to: later.side())
            #expect(try await book.conformedCopy(of: "story", from: vantage) == view.copy())
            #expect(
                try await book.redline(of: "story", from: vantage, to: later.vantage)
                    == redliner.redline(), "\(vantage) \(later.vantage)")
            #expect(
                try await book.steps(of: "story", from: vantage, to: later.vantage)
                    == redliner.steps(), "\(vantage) \(later.vantage)")
            let term = try await book.timeline(of: "story", term: "fee", from: vantage)
            #expect(term == [view.history(of: "fee")].compactMap(\.self))
        }
    }

    @Test(arguments: 0..<6)
    func `recorded one by one, each by a program that has read nothing before, a book is the same`(
        seed: Int
    ) async throws {
        let (one, many) = (try Scratch(), try Scratch())
        let together = try one.open()
        for recording in try Self.recordings(seed: seed) {
            let alone = try many.open()
            let receipt = try? await Book(store: together).record(recording, by: "clerk")
            let other = try? await Book(store: alone).record(recording, by: "clerk")
            #expect(receipt?.first == other?.first, "\(seed) \(recording.key)")
            #expect(await alone.pieceFaults() == [], "\(seed) \(recording.key)")
        }
        #expect(try PieceTableTests.rows(one) == PieceTableTests.rows(many))
        for (table, columns) in [
            ("step", "agreement, term, field, begins, agreed, number, position, disclosed, next"),
            ("seal", "scope, next"),
        ] {
            #expect(
                try DerivedTableTests.rows(one, of: table, columns)
                    == DerivedTableTests.rows(many, of: table, columns))
        }
    }

    @Test func `what a question reads does not grow with the amendments before and after`()
        async throws
    {
        var counts: [Int] = []
        for amendments in [20, 80] {
            let scratch = try Scratch()
            let store = try scratch.open()
            try await PieceTableTests.append([PieceTableTests.opening()], to: store)
            #expect(try await Self.found(in: store, on: "2020-01-02").isWhole)
            for number in 1...amendments {
                let day = Day("2020-01-02").adding(days: number)
                try await PieceTableTests.append(
                    [PieceTableTests.raised("a\(number)", to: "USD \(number)", on: "\(day)")],
                    to: store)
            }
            let middle = Day("2020-01-02").adding(days: amendments / 2)
            let found = try await Self.found(in: store, on: middle)
            #expect(!found.isWhole)
            counts.append(found.events.count)
        }
        #expect(counts == [7, 7])
    }

    private static func found(in store: SQLiteStore, on day: Day) async throws -> DecisiveEvents {
        let found = try await store.decisiveEvents(
            of: "story", on: DecisiveDays(day...day), through: store.head(), disclosedBy: nil)
        return try #require(found)
    }

    @Test func `a book of before has none, and answers`() async throws {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        try await scratch.raw().write { db in try db.execute(sql: "DROP TABLE step") }
        let old = try scratch.open(.readOnly)
        let day = DecisiveDays(("2021-06-01" as Day)..."2021-06-01")
        #expect(
            try await old.decisiveEvents(
                of: "story", on: day, through: old.head(), disclosedBy: nil) == nil)
        let copy = try await Book(store: old).conformedCopy(
            of: "story", from: Vantage(on: "2021-06-01"))
        #expect(copy.term("fee")?.field("amount")?.value.displayText == "USD 20")
    }

}
