import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// The recorded coordinate: a recording is all or nothing for readers too.
struct BookPointTests {
    static let chapters = [
        firstChapter(fee()),  // #1 to #4
        chapter("raise", "2022-01-01", "\(amends("amount: USD 20"))\n\(amends("per: P1Y"))"),
        chapter("again", "2023-01-01", amends("amount: USD 30")),  // #7
    ]

    /// A book of those recordings, each a second after the one before.
    private func book(_ chapters: [String] = chapters) async throws -> Book {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        for recording in try recordings(yaml: chapters) {
            _ = try await book.record(recording, by: "ana")
        }
        return book
    }

    @Test(arguments: [(0, 0), (1, 0), (3, 0), (4, 4), (5, 4), (6, 6), (7, 7)])
    func `a position inside a recording resolves down`(_ asked: Int, _ resolved: Int) async throws {
        #expect(try await book().resolve(Position(asked)) == Position(resolved))
    }

    @Test func `no position means the head`() async throws {
        #expect(try await book().resolve(nil) == Position(7))
    }

    @Test func `beyond the head there is no answer`() async throws {
        let book = try await book()
        await #expect(
            throws: DeedbookError.beyondHead(asked: Position(8), head: Position(7))
        ) { try await book.resolve(Position(8)) }
        await #expect(
            throws: DeedbookError.beyondHead(asked: Position(8), head: Position(7))
        ) {
            try await book.conformedCopy(
                of: "story", from: Vantage(on: "2022-01-01", recordedAt: Position(8)))
        }
    }

    @Test(arguments: [
        (
            0,
            "the book said nothing yet: its first recording is 'opening' (#1 to #4)"
        ),
        (
            3,
            "position #3 lies inside the recording 'opening' (#1 to #4), before whose end the book said nothing"
        ),
    ])
    func `before the end of the first recording there is no answer, and it is named`(
        _ asked: Int, _ sentence: String
    ) async throws {
        let book = try await book()
        let refusal = DeedbookError.beforeFirst(
            asked: Position(asked), "opening", last: Position(4))
        #expect(refusal.account.sentence == sentence)
        await #expect(throws: refusal) {
            try await book.conformedCopy(
                of: "story", from: Vantage(on: "2022-01-01", recordedAt: Position(asked)))
        }
    }

    @Test func `a book without recordings has no agreement before them either`() async throws {
        await #expect(throws: DeedbookError.unknownAgreement("story", known: [])) {
            try await Book(store: InMemoryStore(clock: { TestClock().now() })).conformedCopy(
                of: "story", from: Vantage(on: "2022-01-01", recordedAt: Position(0)))
        }
    }

    @Test func `an answer says which position it rests on`() async throws {
        let vantage = Vantage(on: "2022-06-01", recordedAt: Position(5))
        let book = try await book()
        let copy = try await book.conformedCopy(of: "story", from: vantage)
        #expect(copy.resolved.position == Position(4))
        #expect(copy.term("fee")?.field(.amount)?.value.displayText == "USD 10")
        #expect(copy.resolved.hiddenByPosition == nil)
        let counted = try await book.countingLater().conformedCopy(of: "story", from: vantage)
        #expect(counted.resolved.hiddenByPosition == 2)
    }

    @Test func `an instant resolves to the last whole recording`() async throws {
        let book = try await book()
        let second = try await book.recording("raise").header.recordedAt
        func position(_ offset: Int) async throws -> Int {
            try await book.position(
                at: Instant(microseconds: second.microseconds + offset),
                now: Instant(microseconds: second.microseconds + 60_000_000)
            ).number
        }
        #expect(try await position(0) == 6)
        #expect(try await position(-1) == 4)
        #expect(try await position(999_999) == 6)
        #expect(try await position(1_000_000) == 7)
        #expect(try await position(-10_000_000) == 0)
        #expect(try await position(10_000_000) == 7)
    }

    /// b-r9: what is recorded until then is not known yet.
    @Test func `an instant that is not past is refused, unless something was recorded then`()
        async throws
    {
        let book = try await book()
        let last = try await book.recording("again").header.recordedAt
        let later = Instant(microseconds: last.microseconds + 1)
        await #expect(throws: DeedbookError.beyondNow(asked: later, now: later)) {
            try await book.position(at: later, now: later)
        }
        await #expect(throws: DeedbookError.beyondNow(asked: later, now: last)) {
            try await book.position(at: later, now: last)
        }
        #expect(try await book.position(at: last, now: last).number == 7)
        let past = Instant(microseconds: later.microseconds + 1)
        #expect(try await book.position(at: later, now: past).number == 7)
        let empty = Book(store: InMemoryStore(clock: { last }))
        await #expect(throws: DeedbookError.beyondNow(asked: later, now: last)) {
            try await empty.position(at: later, now: last)
        }
    }

    @Test func `a story resolves positions as the book does`() throws {
        let story = try given(yaml: Self.chapters)
        let moment = story.on("2022-06-01", recordedAt: 5)
        #expect(moment.feeAmount == "USD 10")
        #expect(moment.copy.resolved.position == Position(4))
        #expect(try story.position(of: "raise#2") == 6)
        #expect(story.steps.map(\.head.number) == [4, 6, 7])
        #expect(
            story.steps.map { $0.on("2024-01-01").feeAmount } == ["USD 10", "USD 20", "USD 30"])
        #expect(try story.after("raise").on("2024-01-01").feeAmount == "USD 20")
    }

    static let other = chapter(
        "other", "2020-01-01", agreement: "other",
        """
        - agreement-recorded: { title: Other, zone: UTC }
        - party-admitted: { party: a, name: A }
        - term-added: { term: rent, kind: liability-cap, set: { obligor: a, amount: USD 1 } }
        """)
    static let both = chapter(
        "both", "2022-01-01",
        """
        \(amends("amount: USD 20"))
        - term-amended: { agreement: other, term: rent, set: { amount: USD 2 } }
        \(amends("per: P1Y"))
        """)

    @Test func `one recording may touch several agreements, and is whole in each`() async throws {
        let book = try await book([firstChapter(fee()), Self.other, Self.both])
        func amount(_ agreement: AgreementID, _ term: TermID, at position: Int) async throws
            -> String?
        {
            try await book.conformedCopy(
                of: agreement, from: Vantage(on: "2023-01-01", recordedAt: Position(position))
            ).term(term)?.field(.amount)?.value.displayText
        }
        #expect(try await amount("story", "fee", at: 10) == "USD 20")
        #expect(try await amount("other", "rent", at: 10) == "USD 2")
        for position in 7...9 {
            #expect(try await amount("story", "fee", at: position) == "USD 10")
            #expect(try await amount("other", "rent", at: position) == "USD 1")
        }
        #expect(try await book.log(of: "other").recordings.map(\.header.key) == ["other", "both"])
        #expect(try await book.agreements().agreements.map(\.events) == [4, 6])
    }

    @Test func `what is refused in one agreement is recorded in none`() async throws {
        let book = try await book([firstChapter(fee()), Self.other])
        let broken = try recordings(yaml: [
            Self.both.replacing("term: rent", with: "term: lease")
        ])
        await #expect(throws: DeedbookError.self) {
            try await book.record(broken[0], by: "ana")
        }
        #expect(try await book.head() == Position(7))
    }

    @Test func `the same recording twice is recorded once`() async throws {
        let book = try await book()
        let again = try recordings(yaml: [Self.chapters[2]])
        let receipt = try await book.record(again[0], by: "ana")
        #expect(receipt.isRepeated)
        #expect(receipt.first == Position(7))
        #expect(try await book.head() == Position(7))
    }

    @Test func `an unknown agreement names the known ones`() async throws {
        let book = try await book()
        await #expect(throws: DeedbookError.unknownAgreement("stroy", known: ["story"])) {
            try await book.conformedCopy(of: "stroy", from: Vantage(on: "2022-01-01"))
        }
    }
}
