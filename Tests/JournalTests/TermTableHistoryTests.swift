import Amendments
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Terms
import Testing

/// What became of an agreement goes out as a table and comes back with the same answers on each day.
struct TermTableHistoryTests {
    private static func chapter(
        _ key: String, _ disclosed: String, _ instrument: String,
        sources: String = "[{ id: s, grade: executed-text, publisher: the parties }]",
        _ events: [String]
    ) -> String {
        """
        recording: \(key)
        agreement: x
        instrument: { \(instrument) }
        disclosed: \(disclosed)
        sources: \(sources)
        events:
        \(events.map { "  - \($0)" }.joined(separator: "\n"))
        """
    }

    private static let opening = chapter(
        "opening", "2024-01-10",
        "kind: definitive, title: Master agreement, signed: 2024-01-02, effective: { on: 2024-02-01 }",
        [
            "agreement-recorded: { title: X and Y, zone: Europe/Oslo }",
            "party-admitted: { party: p, name: P Ltd, role: licensor }",
            "party-admitted: { party: q, name: Q GmbH }",
            "condition-defined: { condition: c, text: The merger closes }",
            "term-added: { term: fee, kind: fee, set: { payer: p, payee: q, amount: USD 10, per: P1Y, "
                + "ends: { through: 2030 } } }",
            "term-added: { term: use, kind: license-grant, set: { grantor: p, grantee: q, subject: s, "
                + "territories: { only: [de, at] } } }",
            "term-added: { term: cap, kind: cap, effective: { upon: c }, set: { on: fee, amount: USD 30 } }",
        ])

    private static let changes = [
        chapter(
            "first", "2024-06-01", "kind: amendment, title: Amendment, number: 1, signed: unknown",
            [
                "term-amended: { term: fee, set: { amount: USD 12 } }",
                "term-amended: { term: fee, effective: { on: 2025-03-01 }, set: { amount: USD 15 }, "
                    + "lasts: { through: 2025-05-31 }, clause: '2.1', note: for a time }",
                "term-suspended: { term: use, ground: audit, lasts: { through: 2024-08 } }",
            ]),
        chapter(
            "second", "2024-07-01", "kind: amendment, title: Amendment, number: 2",
            sources:
                "[{ id: a, grade: named-press, publisher: The Daily, url: 'https://example.org/a' }, "
                + "{ id: b, grade: regulatory-filing, publisher: Registry }]",
            [
                "value-reported: { term: fee, field: per, value: P1Q, lasts: { through: 2024-12-31 } }",
                "condition-satisfied: { condition: c, effective: { on: 2024-09-01 } }",
                "term-removed: { term: use, ground: convenience, effective: { on: 2026-01-01 } }",
            ]),
        chapter(
            "third", "2026-03-01",
            "kind: amendment, title: Second life, effective: { on: 2026-03-01 }",
            [
                "term-added: { term: use, kind: license-grant, set: { grantor: p, grantee: q, "
                    + "subject: t } }", "term-reaffirmed: { term: fee }",
            ]),
    ]

    private static func book(of recordings: [Recording]) async throws -> Book {
        let book = Book(store: InMemoryStore(clock: { Instant(microseconds: 0) }))
        for recording in recordings { _ = try await book.record(recording, by: "ana") }
        return book
    }

    private static func book(of texts: [String]) async throws -> Book {
        try await book(
            of: texts.map { text in
                let (recording, problems) = Journal.recording(yaml: text)
                return try #require(recording, "\(problems)")
            })
    }

    private static func table(
        of book: Book
    ) async throws -> (text: String, leftOut: [String]) {
        let question = HistoryQuestion(of: "x")
        let moment = Moment(Instant(microseconds: 0)) { _ in "2030-01-01" }
        return TermTable.text(
            ofHistory: try await book.answer(question, at: moment).content.reading)
    }

    private static func read(_ text: String) throws -> [Recording] {
        let reading = try TermTable(Array(text.utf8), file: "history.csv")
            .reading(knowing: TableKnowledge())
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        return reading.drafts.map(\.recording)
    }

    /// What every term says on a day, in words.
    private static func answers(_ book: Book, on day: Day) async throws -> [String] {
        let copy = try await book.conformedCopy(of: "x", from: Vantage(on: day))
        return copy.terms.flatMap { term -> [String] in
            ["\(term.id) \(term.status.rawValue)"]
                + term.fields.map {
                    "\(term.id)/\($0.name) \($0.value.displayText) \($0.isReported)"
                        + ($0.isIndeterminate ? " open" : "")
                }
        }
    }

    @Test func `the same on each day, and the same file from there`() async throws {
        let before = try await Self.book(of: [Self.opening] + Self.changes)
        let (text, leftOut) = try await Self.table(of: before)
        #expect(
            leftOut == [
                "1 titles, which read otherwise (second#1)"
            ])
        let after = try await Self.book(of: Self.read(text))
        for day in stride(from: 0, to: 2600, by: 13).map({ Day("2023-12-01").adding(days: $0) })
            + ["2024-05-31", "2024-06-01", "2025-02-28", "2025-03-01", "2025-06-01", "2026-01-01"]
        {
            let (own, its) = (
                try await Self.answers(before, on: day), try await Self.answers(after, on: day)
            )
            #expect(own == its, "\(day)")
        }
        let again = try await Self.table(of: after)
        #expect(again.text == text)
        #expect(again.leftOut.isEmpty, "\(again.leftOut)")
    }

    @Test func `what is not seen in a text comes back as well`() async throws {
        let hidden = [
            ("title: X and Y", #"title: "X\u200F and Y""#),
            ("name: P Ltd", #"name: "P\u202E Ltd""#),
            ("publisher: The Daily", #"publisher: "The\u00AD Daily""#),
            ("note: for a time", #"note: "for\u2066 a time""#),
            ("title: Second life", #"title: "Second\u200F life""#),
        ]
        let before = try await Self.book(
            of: ([Self.opening] + Self.changes).map { text in
                hidden.reduce(text) { $0.replacing($1.0, with: $1.1) }
            })
        let (text, leftOut) = try await Self.table(of: before)
        #expect(leftOut == ["1 titles, which read otherwise (second#1)"])
        for words in ["X\u{200F} and", "The\u{AD} D", "for\u{2066} a", "Second\u{200F} l"] {
            #expect(text.contains(words), "\(words.debugDescription)")
        }
        let after = try await Self.book(of: Self.read(text))
        #expect(try await Self.table(of: after).text == text)
        let (own, its) = (
            try await before.conformedCopy(of: "x", from: Vantage(on: "2027-01-01")),
            try await after.conformedCopy(of: "x", from: Vantage(on: "2027-01-01"))
        )
        #expect(own.title == its.title)
        #expect(own.parties.map(\.name) == its.parties.map(\.name))
    }

    @Test func `each row has the columns of its instrument`() async throws {
        let book = try await Self.book(of: [Self.opening] + Self.changes)
        let lines = try await Self.table(of: book).text
            .split(whereSeparator: \.isNewline)
        // The headers, and a row for each of twelve events: parties and the agreement stand in the first.
        #expect(lines.count == 13)
        #expect(lines[0].hasPrefix("agreement,title,zone,parties,instrument,instrument-kind,"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("x,") })
        #expect(lines.count { $0.contains("The Daily [named-press] https://example.org/a; ") } == 3)
    }

    @Test func `a first event with a day of its own leaves the instrument its own`() async throws {
        let later = Self.chapter(
            "later", "2024-06-01", "kind: amendment, title: Later, effective: { on: 2024-07-01 }",
            [
                "term-amended: { term: fee, effective: { on: 2025-01-01 }, set: { amount: USD 1 } }",
                "term-amended: { term: use, set: { subject: u } }",
            ])
        let before = try await Self.book(of: [Self.opening, later])
        let after = try await Self.book(of: Self.read(try await Self.table(of: before).text))
        for day: Day in ["2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01"] {
            #expect(
                try await Self.answers(before, on: day) == Self.answers(after, on: day), "\(day)")
        }
    }

    @Test func `corrections and moved days are in it as the record reads with them`() async throws {
        let mends = Self.chapter(
            "mends", "2024-08-01", "kind: correction, title: Mends",
            [
                "event-corrected: { event: first#1, reason: misread, replacement: { term-amended: "
                    + "{ term: fee, set: { amount: USD 13 } } } }",
                "effective-date-moved: { event: second#2, to: { on: 2024-10-01 } }",
            ])
        let before = try await Self.book(of: [Self.opening] + Self.changes + [mends])
        let (text, leftOut) = try await Self.table(of: before)
        #expect(leftOut.contains("1 event-corrected, as what it acts on reads now (mends#1)"))
        let after = try await Self.book(of: Self.read(text))
        for day: Day in ["2024-07-01", "2024-09-15", "2024-10-01", "2027-01-01"] {
            #expect(
                try await Self.answers(before, on: day) == Self.answers(after, on: day), "\(day)")
        }
    }

    @Test func `what no row can say is counted by name, and what hangs on it stays out`()
        async throws
    {
        let others = Self.chapter(
            "others", "2024-09-01", "kind: amendment, title: Others",
            [
                "party-succeeded: { party: q, successor: r, name: R SE }",
                "right-waived: { term: fee, by: q, extent: a }",
                "right-waived: { term: use, by: q, extent: b }",
                "term-moved: { term: use, to: right }",
                "term-amended: { term: right, set: { grantee: r } }",
                "term-amended: { term: fee, was: { per: P1Y }, set: { per: P1Q } }",
            ])
        let before = try await Self.book(of: [Self.opening, others])
        let (text, leftOut) = try await Self.table(of: before)
        #expect(
            leftOut == [
                "1 party-succeeded (others#1)", "2 right-waived (others#2, others#3)",
                "1 term-moved (others#4)", "1 values of before (was) (others#6)",
            ])
        let after = try await Self.book(of: Self.read(text))
        let copy = try await after.conformedCopy(of: "x", from: Vantage(on: "2025-01-01"))
        #expect(copy.term("use")?.field(.grantee)?.value == .stated(.party("r")))
        #expect(copy.parties.map(\.name).contains("R SE"))
    }
}
