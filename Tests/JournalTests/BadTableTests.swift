import Amendments
import Journal
import Notation
import Terms
import Testing

/// Tables that are nearly right: each with the cell and the cure that a person is shown, and never understood as
/// something that was not meant.
struct BadTableTests {
    private static let good = """
        agreement,title,zone,parties,instrument,signed,effective,disclosed,source,change,term,kind,payer,payee,amount,per,currency,note
        x,X,UTC,a = A; b = B,Contract,2024-01-10,2024-02-01,2024-01-10,files [executed-text],,fee.one,fee,a,b,EUR 10,1 year,,
        ,,,,,,,,,,fee.two,fee,a,b,EUR 20,,,
        x,,,,Amendment No. 1,2025-03-15,2025-04-01,2025-03-15,files [executed-text],,fee.one,,,,EUR 11,,,

        """

    private static func reading(
        _ text: String, knowing known: TableKnowledge = TableKnowledge()
    ) throws -> TableReading {
        try TermTable(Array(text.utf8), file: "t.csv").reading(knowing: known)
    }

    /// What stands there, what is written instead, and what of the message and its cure a person needs.
    private static let wrong: [(right: String, wrong: String, says: String, cure: String)] = [
        (
            "EUR 20", "EUR 250.000",
            "row 3, column O 'amount': 'EUR 250.000' may be EUR 250000 or EUR 250.000",
            "write EUR 250000 or EUR 250.0000"
        ),
        (
            "EUR 20,,,", "250.000,,JPY,",
            "row 3, column O 'amount': 'JPY 250.000' may be JPY 250000 or JPY 250.000",
            "write JPY 250000"
        ),
        ("EUR 20", "8000000", "row 3, column O 'amount'", "in the column 'currency'"),
        (
            ",,fee.two,fee", ",Deleted,fee.two,fee",
            "row 3, column J 'change': 'Deleted' is no change",
            "did you mean removed?"
        ),
        (
            "fee.two,fee", "fee.two,Licence",
            "row 3, column L 'kind': 'Licence' is no kind of term",
            "license-grant"
        ),
        ("EUR 20", "€8m", "row 3, column O 'amount': '€8m' is not", "EUR 8 million"),
        (
            "1 year", "sixty (6) days",
            "row 2, column P 'per': 'sixty (6) days' may be 60 days or 6 days", "write P60D or P6D"
        ),
        ("1 year", "-2 years", "row 2, column P 'per'", "P7Y"),
        (
            "2024-02-01", "2023-24",
            "row 2, column G 'effective': '2023-24' may be the winter of 2023", "2023-04-01"
        ),
        (
            "2024-02-01", "03/04/2026",
            "row 2, column G 'effective': '03/04/2026' may be 3 April 2026 or 4 March 2026",
            "write 2026-04-03 or 2026-03-04"
        ),
        ("2024-01-10,2024-02", "46112,2024-02", "row 2, column F 'signed'", "write 2026-03-31"),
        (
            "2025-04-01,2025-03-15", "2025-04-01,2020-03-15",
            "row 4, column H 'disclosed': '2020-03-15' is before the document was signed, on 2025-03-15",
            "check the years"
        ),
        (
            "x,,,,Amendment", "x,Y,,,Amendment",
            "row 4, column B 'title': 'Y' is not the title of x in row 2: 'X'",
            "an agreement has one title"
        ),
        (
            "a = A; b = B", "\"a = A, b = B\"",
            "row 2, column D 'parties': 'a = A, b = B' does not name parties",
            "a semicolon stands between two"
        ),
        (
            "EUR 11,,,\n", "EUR 11,,,\n,,,,,,,,,,,,,,,,,NB\n",
            "row 5, column R 'note': the row names no term",
            "the column 'note' of a row with a term"
        ),
        (
            "EUR 11,,,\n", "EUR 11,,,\n,,,,,,2026-12-01,,,,,,,,,,,\n",
            "row 5, column G 'effective': the row names no term", "take the row out"
        ),
        (
            "EUR 11,,,\n", "EUR 11,,,\n,X,,,,,,,,,,,,,,,,\n",
            "row 5, column B 'title': the row names no term", "take the row out"
        ),
        (
            "EUR 11,,,\n", "EUR 11,,,\n,,,,,,,,,,fee.one,,,,EUR 12,,,\n",
            "row 5, column O 'amount': 'EUR 12' contradicts row 4, which gives 'amount' of 'fee.one' as 'EUR 11'",
            "the column 'effective'"
        ),
    ]

    @Test(arguments: wrong.indices)
    func `a wrong cell is shown once, by its place and with its cure`(index: Int) throws {
        let (right, wrong, says, cure) = Self.wrong[index]
        #expect(Self.good.contains(right))
        let place = try #require(Self.good.firstRange(of: right))
        let problems = try Self.reading(Self.good.replacingCharacters(place, with: wrong)).problems
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.message.hasPrefix(says), "\(problem)")
        #expect(problem.hint?.contains(cure) == true, "\(problem)")
    }

    @Test(arguments: [
        ("EUR 20", "\"EUR\n20\""), ("EUR 20,,,", "20,,EUR,"), ("EUR 20,,,", "$20,,USD,"),
        ("2024-02-01", "\"1 February\n2024\""), ("a = A;", "\"a = A, Inc.\";"),
        (
            "EUR 11,,,\n", "EUR 11,,,\n,,,,,,2026-01-01,,,,fee.one,,,,EUR 12,,,\n"
        ),
        ("agreement,title", "\n\nagreement,title"), ("EUR 20", "EUR 250.0000"),
    ])
    func `what can only mean one thing goes in`(right: String, written: String) throws {
        let place = try #require(Self.good.firstRange(of: right))
        let text = Self.good.replacingCharacters(place, with: written)
        let problems = try Self.reading(
            text.replacing("\"a = A, Inc.\"; b = B", with: "\"a = A, Inc.; b = B\"")
        )
        .problems
        #expect(problems.isEmpty, "\(problems)")
    }

    @Test func `an instrument that cannot be read is reported once, and not for each of its rows`()
        throws
    {
        let lines = Self.good.split(separator: "\n").prefix(3).joined(separator: "\n")
        let reading = try Self.reading(lines.replacing("\nx,X", with: "\nNot an id!,X"))
        #expect(reading.problems.count == 1, "\(reading.problems)")
        #expect(reading.summary() == "2 rows: 0 valid, 0 duplicate, 2 invalid")
    }

    @Test func `what stands above the headers is named with the row that has them`() throws {
        let error = #expect(throws: Problem.self) {
            try Self.reading("Register of contracts,,\n" + Self.good)
        }
        #expect(error?.message == "row 1 has none of the headers, and row 2 has several")
    }

    @Test func `a table with more columns than anybody writes is refused, blank ones not counted`()
        throws
    {
        let headers = (0..<80_000).map { "c\($0)" }.joined(separator: ",")
        let error = #expect(throws: Problem.self) {
            try Self.reading("\(headers)\n\(String(repeating: ",", count: 79_999))\n")
        }
        #expect(error?.message == "row 1 has 80000 headers: a table has at most 1000 columns")
        let blank = String(repeating: ",", count: 5_000)
        let padded = Self.good.split(separator: "\n").map { $0 + blank }.joined(separator: "\n")
        #expect(try Self.reading(padded).problems.isEmpty)
    }

    @Test func `a letter with more marks than any writing has is refused by its place`() throws {
        let marks = String(repeating: "\u{301}", count: 700_000)
        let error = #expect(throws: Problem.self) { try Self.reading("e\u{301}\nag\(marks)") }
        #expect(
            error?.message.hasPrefix("one character with the marks upon it has 1400001") == true)
        #expect(error?.mark == Mark(line: 2, column: 2))
    }

    @Test func `a header that may mean several things is left open in the map`() throws {
        let table = try TermTable(
            Array("Date;Licensor;Signature date;Status\n1;2;3;4\n".utf8), file: "t.csv")
        let map = try #require(table.guessedMap)
        #expect(map.contains("  Date: <-"))
        #expect(map.contains("  Status: <-"))
        #expect(map.contains("  Licensor: grantor\n"))
        #expect(map.contains("  Signature date: signed\n"))
        var problems = Problems(.forgiving)
        #expect(TableMap.read(Array(map.utf8), &problems) == nil)
        #expect(
            problems.all.first?.message.contains("has not been stated") == true, "\(problems.all)")
    }

    @Test func `a header of a map counts in any capitals`() throws {
        var problems = Problems(.forgiving)
        let yaml = "columns:\n  Payer Of It: payer\n"
        let map = try #require(TableMap.read(Array(yaml.utf8), &problems))
        let table = Self.good.replacing(",payer,", with: ",payer OF it,")
        let reading = try TermTable(Array(table.utf8), file: "t.csv", map: map)
            .reading(knowing: TableKnowledge())
        #expect(reading.problems.isEmpty, "\(reading.problems)")
    }

    // MARK: Beside a book

    /// The good table as a book has it.
    private static func recorded() throws -> (known: TableKnowledge, events: [RecordedEvent]) {
        var known = TableKnowledge()
        var events: [RecordedEvent] = []
        for recording in try reading(good).drafts.map(\.recording) {
            events += recording.events(
                from: Position(events.count + 1),
                under: RecordingHeader(
                    of: recording, recorder: "ana", recordedAt: Instant(microseconds: 0)))
        }
        known.learn(events, of: "x")
        return (known, events)
    }

    @Test func `the table as it is recorded has nothing wrong`() throws {
        let problems = try Self.reading(Self.good, knowing: Self.recorded().known).problems
        #expect(problems.isEmpty, "\(problems)")
    }

    @Test(arguments: [
        ("Amendment No. 1", "First Amendment", "column E 'instrument'", "another title"),
        ("2025-03-15", "2025-03-16", "column F 'signed'", "another day of signing"),
    ])
    func `rows that are recorded already are not recorded again under a corrected title or day`(
        right: String, written: String, place: String, says: String
    ) throws {
        let table = Self.good.replacing(right, with: written)
        let problems = try Self.reading(table, knowing: Self.recorded().known).problems
        #expect(problems.count == 1, "\(problems)")
        let message = try #require(problems.first?.message)
        #expect(message.hasPrefix("row 4, \(place)"), "\(message)")
        #expect(message.contains(says) && message.contains("2025-03-15-x-amendment-no-1"))
    }

    @Test func `a title that the book does not know is refused`() throws {
        let table = Self.good.replacing("x,X,UTC", with: "x,Z,UTC")
        let problems = try Self.reading(table, knowing: Self.recorded().known).problems
        #expect(
            problems.first?.message.hasPrefix(
                "row 2, column B 'title': 'Z' is not what x is called in the book: 'X'") == true,
            "\(problems)")
    }

    @Test(arguments: [
        ("2025-04-01", "2025-04-02", "row 4, column G 'effective': the day of effect"),
        ("EUR 11,,,", "EUR 11,,,seen", "row 4, column R 'note': the row is recorded otherwise"),
        ("EUR 11", "EUR 12", "row 4, column O 'amount': the row is recorded otherwise"),
    ])
    func `what was changed since it was recorded is shown by its cell`(
        right: String, written: String, says: String
    ) throws {
        let (known, events) = try Self.recorded()
        let reading = try Self.reading(Self.good.replacing(right, with: written), knowing: known)
        let draft = try #require(reading.drafts.last)
        let recorded = events.filter { $0.recording.key == draft.recording.key }
        let problems = reading.changes(of: draft, since: recorded)
        #expect(problems.first?.message.hasPrefix(says) == true, "\(problems)")
    }

    @Test func `a day of effect that is none is shown once, at the cell that says it`() throws {
        let reading = try Self.reading(Self.good.replacing("2024-02-01", with: "until 2026"))
        let found = [2, 3].map { line in
            Problem(
                "'before 2026' is an end, not a day from which something holds", file: "t.csv",
                mark: Mark(line: line, column: line == 2 ? 5 : 999))
        }
        let problems = reading.placed(found)
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.message.hasPrefix("row 2, column G 'effective'") == true)
    }
}

extension String {
    /// The text with that part of it written otherwise.
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }
}
