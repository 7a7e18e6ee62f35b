import Amendments
import Deadlines
import DeedbookTesting
import Effort
import EventStore
import GRDB
import Ledger
import Questions
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// The table of days on which something may fall: what it lets a calendar leave out changes no answer.
struct DueTests {
    /// An agreement with one term, which ends with a day.
    private static func ending(_ agreement: String, through day: String) throws -> Recording {
        try PieceTableTests.recording(
            "opening-\(agreement)", on: "2020-01-01", of: agreement,
            """
            - agreement-recorded: { title: \(agreement), zone: UTC }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, ends: { through: \(day) } } }
            """)
    }

    @Test(arguments: 0..<Rounds.of(80))
    func `whatever a calendar shows from any vantage lies in the days of an event`(
        seed: Int
    ) throws {
        let story = try DatedHistory(seed: seed, length: 8).story
        let blocks = story.events.reduce(into: Set<DayBlock>()) { $0.formUnion($1.dueDays) }
        var random = Seeded(UInt64(seed))
        for _ in 0..<4 {
            let position = story.events[Int.random(in: story.events.indices, using: &random)]
            let vantage = Vantage(
                on: .first, disclosedBy: Bool.random(using: &random) ? nil : "2020-06-01",
                recordedAt: Bool.random(using: &random) ? nil : position.position)
            let view = AgreementView(
                "story", history: story.events, from: vantage,
                resolvedTo: vantage.recordedAt ?? story.head)
            for deadline in view.deadlines(in: ("2019-06-01" as Day)..."2027-06-01") {
                guard let days = deadline.when.days else {
                    #expect(blocks.contains(.calendar), "\(deadline.key) \(deadline.when)")
                    continue
                }
                let (first, last) = (days.first ?? .first, days.last ?? .last)
                let middle = first.adding(days: first.days(until: last) / 2)
                for day in [first, middle, last] {
                    #expect(
                        blocks.contains { $0.overlaps(day...day) },
                        "\(deadline.key) \(deadline.when) on \(day)")
                }
            }
        }
    }

    @Test(arguments: 0..<Rounds.of(80))
    func `what falls into some days is the same without the terms that are quiet then`(
        seed: Int
    ) throws {
        let story = try DatedHistory(seed: seed, length: 6).story
        var random = Seeded(UInt64(seed))
        for _ in 0..<12 {
            let first = Day("2019-12-01").adding(days: Int.random(in: 0...1600, using: &random))
            let span = first...first.adding(days: Int.random(in: 0...60, using: &random))
            let vantage = Vantage(
                on: first, disclosedBy: Bool.random(using: &random) ? nil : "2020-06-01")
            let whole = AgreementView(
                "story", history: story.events, from: vantage, resolvedTo: story.head)
            let part = AgreementView(
                "story", history: story.events, from: vantage, resolvedTo: story.head, drafts: [],
                countsLater: true, dueIn: span)
            #expect(part.deadlines(in: span) == whole.deadlines(in: span), "\(span)")
            #expect(part.point == whole.point)
        }
    }

    @Test func `of an agreement only the terms are folded that may have something in the days`()
        throws
    {
        let terms = (1...6).map { month in
            "- term-added: { term: fee.m\(month), kind: fee, set: { payer: a, payee: b, amount: USD 5, "
                + "ends: { through: 2021-0\(month)-15 } } }"
        }
        let story = Story([
            try Self.ending("story", through: "2021-09-15"),
            try PieceTableTests.recording(
                "more", on: "2020-02-01", terms.joined(separator: "\n")),
        ])
        let month: ClosedRange<Day> = "2021-03-01"..."2021-03-31"
        let view = AgreementView(
            "story", history: story.events, from: Vantage(on: .first), resolvedTo: story.head,
            drafts: [], countsLater: false, dueIn: month)
        #expect(view.reading.terms.map(\.record.identity) == ["fee.m3"])
        #expect(view.deadlines(in: month).map(\.key) == ["story/fee.m3/ends/1"])
    }

    @Test(arguments: 0..<Rounds.of(12))
    func `a calendar is that of a book that reads every agreement`(seed: Int) async throws {
        let scratch = try Scratch()
        let clock = TestClock()
        let (store, plain) = (try scratch.open(), InMemoryStore(clock: { clock.now() }))
        for number in 0..<6 {
            let history = try DatedHistory(
                seed: seed * 6 + number, length: 5, agreement: "a\(number)")
            for recording in history.recordings {
                _ = try await store.append(recording, by: "clerk", expecting: [:])
                _ = try await plain.append(recording, by: "clerk", expecting: [:])
            }
        }
        #expect(await store.pieceFaults() == [])
        let (book, whole) = (Book(store: store), Book(store: plain))
        let head = try await book.head()
        var random = Seeded(UInt64(seed))
        for _ in 0..<8 {
            let first = Day("2019-12-01").adding(days: Int.random(in: 0...1600, using: &random))
            let span = first...first.adding(days: Int.random(in: 0...40, using: &random))
            let vantage = Vantage(
                on: .first, disclosedBy: Int.random(in: 0...3, using: &random) == 0 ? first : nil,
                recordedAt: Position(Int.random(in: 1...head.number, using: &random)))
            let own = try await book.deadlines(of: [], in: CalendarDays(span), from: vantage)
            let other = try await whole.deadlines(of: [], in: CalendarDays(span), from: vantage)
            #expect(own.agreements == other.agreements && own.span == other.span)
            #expect(own.position == other.position && own.deadlines == other.deadlines)
            #expect(try await book.entries(of: own) == whole.entries(of: other))
        }
    }

    @Test func `a calendar of a month reads the agreements that may have something in it`()
        async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        for (agreement, day) in [
            ("june", "2021-06-30"), ("july", "2021-07-31"), ("year", "2021"), ("later", "2022"),
        ] {
            try await PieceTableTests.append(
                [try Self.ending(agreement, through: day)], to: store)
        }
        let month: ClosedRange<Day> = "2021-06-01"..."2021-06-30"
        let book = Book(store: store)
        let calendar = try await book.deadlines(
            of: [], in: CalendarDays(month), from: Vantage(on: .first))
        #expect(calendar.read.map(\.id) == ["june", "year"])
        #expect(calendar.deadlines.map(\.what) == [.ends, .ends])
        // What is left out of each agreement is counted, so each is read.
        let early = try await book.deadlines(
            of: [], in: CalendarDays(month), from: Vantage(on: .first, disclosedBy: "2020-06-01"))
        #expect(early.read.count == 4)
        let old = try await book.deadlines(
            of: [], in: CalendarDays(month), from: Vantage(on: .first, recordedAt: Position(4)))
        #expect(old.read.map(\.id) == ["june"])
    }

    @Test func `a book of before has none, and answers`() async throws {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        try await scratch.raw().write { db in try db.execute(sql: "DROP TABLE due") }
        let old = try scratch.open(.readOnly)
        let days: ClosedRange<Day> = "1999-01-01"..."1999-01-31"
        #expect(try await old.agreements(dueIn: days) == nil)
        let calendar = try await Book(store: old).deadlines(
            of: [], in: CalendarDays(days), from: Vantage(on: .first))
        #expect(calendar.others.map(\.id) == ["story"])
    }

    @Test func `a term that a restatement leaves out has its last day in the calendar of the book`()
        async throws
    {
        let store = try Scratch().open()
        try await PieceTableTests.append(
            [
                try Self.ending("story", through: "2031-06-30"),
                try PieceTableTests.recording(
                    "anew", on: "2025-06-15",
                    """
                    - agreement-restated:
                        terms:
                          - { term: other, kind: fee, set: { payer: a, payee: b } }
                    """),
            ], to: store)
        let month: ClosedRange<Day> = "2025-06-01"..."2025-06-30"
        let calendar = try await Book(store: store).deadlines(
            of: [], in: CalendarDays(month), from: Vantage(on: .first))
        #expect(calendar.deadlines.contains { $0.subject == "fee" && $0.what == .ends })
    }

    @Test func `an index that reaches beyond its book is made again`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        try await scratch.raw().write { db in
            try db.execute(sql: "UPDATE piece_head SET position = position + 1; DELETE FROM due")
        }
        try await PieceTableTests.append(
            [PieceTableTests.raised("late", to: "USD 4", on: "2022-06-01")], to: scratch.open())
        #expect(await store.pieceFaults() == [])
    }

    @Test func `an index that is behind its book is not believed`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        let days: ClosedRange<Day> = "2021-01-01"..."2021-01-01"
        #expect(try await store.agreements(dueIn: days)?.map(\.id) == ["story"])
        try await scratch.raw().write { db in
            try db.execute(sql: "UPDATE piece_head SET position = position - 1")
        }
        #expect(try await store.agreements(dueIn: days) == nil)
    }

    @Test func `what is taken out of an event is withheld on every day`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.append(
            [
                try Self.ending("story", through: "2021-06-30"),
                try PieceTableTests.recording(
                    "taken", on: "2020-02-01", of: "other",
                    """
                    - agreement-recorded: { title: Other, zone: UTC }
                    - party-admitted: { party: a, name: A }
                    """),
            ], to: store)
        let days: ClosedRange<Day> = "2023-01-01"..."2023-01-31"
        #expect(try await store.agreements(dueIn: days)?.isEmpty == true)
        let redaction = try PieceTableTests.recording(
            "redacted", on: "2020-03-01",
            "- payload-redacted: { event: opening-story#4, authority: x }")
        let book = Book(store: store)
        let proposal = try await book.proposing(
            [redaction], by: "clerk", at: Instant(microseconds: 0))
        let question = CalendarDays(days)
        let drafted = try await proposal.deadlines(of: [], in: question, from: Vantage(on: .first))
        #expect(drafted.deadlines.map(\.when) == [.withheld(.ends)])
        try await PieceTableTests.append([redaction], to: store)
        let calendar = try await book.deadlines(of: [], in: question, from: Vantage(on: .first))
        #expect(calendar.read.map(\.id) == ["story"])
        #expect(calendar.deadlines.map(\.when) == [.withheld(.ends)])
        #expect(await store.pieceFaults() == [])
    }

    @Test func `drafts are in the calendar`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.append([try Self.ending("old", through: "2021-06-30")], to: store)
        let book = try await Book(store: store).proposing(
            [
                try Self.ending("new", through: "2022-06-30"),
                try PieceTableTests.recording(
                    "later", on: "2021-01-01", of: "old",
                    "- term-amended: { term: fee, set: { ends: { through: 2022-06-15 } } }"),
            ], by: "clerk", at: Instant(microseconds: 0))
        let month: ClosedRange<Day> = "2022-06-01"..."2022-06-30"
        let calendar = try await book.deadlines(
            of: [], in: CalendarDays(month), from: Vantage(on: .first))
        #expect(calendar.agreements.map(\.id) == ["new", "old"])
    }
}
