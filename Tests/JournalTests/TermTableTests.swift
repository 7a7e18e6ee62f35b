import Amendments
import Journal
import Notation
import Terms
import Testing

/// A table as spreadsheets of several sorts save it is read as the same recordings, each value through the codec of its
/// field.
struct TermTableTests {
    private static let header =
        "agreement,title,zone,parties,instrument,signed,disclosed,source,change,term,kind"
    private static let start =
        "x,X,UTC,a = A; b = B,Contract,2024-01-01,2024-01-01,files [executed-text]"

    /// A table of one row, which adds a term of that kind with those fields.
    private static func table(
        _ kind: String, _ fields: [(String, String)], separator: String = ","
    ) -> String {
        let quoted = fields.map { "\"\($0.1.replacing("\"", with: "\"\""))\"" }
        let text =
            "\(header),\(fields.map(\.0).joined(separator: ","))\n"
            + "\(start),,t,\(kind),\(quoted.joined(separator: ","))\n"
        return separator == "," ? text : text.replacing(",", with: separator)
    }

    private static func read(
        _ bytes: [UInt8], knowing known: TableKnowledge = TableKnowledge()
    ) throws -> TableReading {
        try TermTable(bytes, file: "t.csv").reading(knowing: known)
    }

    private static func recordings(_ text: String) throws -> [Recording] {
        let reading = try read(Array(text.utf8))
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        return reading.drafts.map(\.recording)
    }

    /// What the one row of a table gives to a field, as a recording spells it.
    private static func value(_ kind: TermKind, _ field: FieldName, _ cell: String) throws -> Node {
        let others = kind.definition.requiredFields.filter { $0 != field }
            .map { ($0.rawValue, "undisclosed") }
        let recordings = try recordings(
            table(kind.rawValue, others + [(field.rawValue, cell)]))
        let added = try #require(recordings.first?.events.last?.payload as? TermAdded)
        return try #require(added.set[field])
    }

    // MARK: The file

    private static let fee = [
        ("payer", "a"), ("payee", "b"), ("amount", "USD 10"), ("text", "two\nlines, and \"more\""),
    ]

    @Test func `comma, semicolon and tab, a mark of byte order and Excel's line read the same`()
        throws
    {
        let plain = try Self.recordings(Self.table("fee", Self.fee))
        let text = plain.first?.events.last?.payload as? TermAdded
        #expect(text?.set[.text] == .string("two\nlines, and \"more\""))
        #expect(
            try Self.recordings("\u{FEFF}" + Self.table("fee", Self.fee)) == plain)
        #expect(
            try Self.recordings(
                Self.table("fee", Self.fee).replacing("\n", with: "\r\n")
                    .replacing("two\r\n", with: "two\n")) == plain)
        let bare = Array(Self.fee.dropLast())
        let others = try Self.recordings(Self.table("fee", bare))
        for separator in [";", "\t"] {
            let table = Self.table("fee", bare, separator: separator)
                .replacing("a = A; b = B", with: "\"a = A; b = B\"")
            #expect(try Self.recordings(table) == others)
        }
        #expect(
            try Self.recordings("sep=,\n" + Self.table("fee", bare)) == others)
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "workbook"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "workbook"),
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"),
        ] as [([UInt8], String)])
    func `what is no text is refused with how to save it`(bytes: [UInt8], says: String) throws {
        let error = #expect(throws: Problem.self) { try TermTable(bytes, file: "t.xlsx") }
        #expect(error?.message.contains(says) ?? false)
        #expect(error?.hint?.contains("soffice --headless --convert-to") ?? false)
        #expect(error?.file == "t.xlsx")
    }

    @Test func `a byte of another encoding is refused with its place`() throws {
        let bytes = Array("agreement,term\nx,caf".utf8) + [0xE9, 0x0A]
        let error = #expect(throws: Problem.self) { try TermTable(bytes, file: "t.csv") }
        #expect(error?.mark == Mark(line: 2, column: 6))
        #expect(error?.message.contains("E9") ?? false)
    }

    @Test func `a blank row counts as the spreadsheet counts it`() throws {
        let table = Self.table("fee", [("payer", "a"), ("payee", "zz")])
            .replacing("\nx,", with: "\n\n,,,\nx,")
        let reading = try Self.read(Array(table.utf8))
        let problem = try #require(reading.problems.first)
        #expect(problem.message.hasPrefix("row 4, column M 'payee': unknown party 'zz'"))
        #expect(problem.mark?.line == 4)
        #expect(reading.summary() == "1 row: 0 valid, 0 duplicate, 1 invalid")
    }

    @Test func `no row is counted as valid under a header that is wrong`() throws {
        let table = Self.table("fee", [("payer", "a"), ("payee", "b")])
            .replacing(",payee", with: ",payer")
        let reading = try Self.read(Array(table.utf8))
        #expect(
            reading.summary(with: reading.problems)
                == "1 row, not counted as long as a header is wrong", "\(reading.problems)")
    }

    // MARK: Cells

    private static let cells: [(TermKind, FieldName, String, Node)] = [
        (.fee, .ends, "through 2030", .object([("through", .string("2030"))])),
        (.fee, .ends, "Before 2030-01-01", .object([("until", .string("2030-01-01"))])),
        (.fee, .ends, "upon agi", .object([("upon", .string("agi"))])),
        (.fee, .ends, "open", .string("open")),
        (.fee, .starts, "2024-05", .object([("from", .string("2024-05"))])),
        (
            .fee, .ends, "{ first-of: [{ upon: agi }, { through: 2030 }] }",
            .object([
                (
                    "first-of",
                    .list([
                        .object([("upon", .string("agi"))]),
                        .object([("through", .string("2030"))]),
                    ])
                )
            ])
        ),
        (
            .fee, .ends, "between 2030-01 and 2030-03",
            .object([("between", .list([.string("2030-01"), .string("2030-03")]))])
        ),
        (.fee, .amount, "undisclosed", .string("undisclosed")),
        (
            .fee, .amount, "between USD 1 and USD 2",
            .object([("between", .list([.string("USD 1"), .string("USD 2")]))])
        ),
        (.fee, .amount, #"{ redacted: "[***]" }"#, .object([("redacted", .string("[***]"))])),
        (.hostingProvider, .territories, "all", .string("all")),
        (
            .hostingProvider, .territories, "us; eu",
            .object([("only", .list([.string("eu"), .string("us")]))])
        ),
        (
            .hostingProvider, .territories, "all except jp",
            .object([("all-except", .list([.string("jp")]))])
        ),
        (.fee, .payer, "B", .string("b")),
        (.other, .text, "{ not a map of ours", .string("{ not a map of ours")),
        (.other, .text, "[1] see below", .string("[1] see below")),
        (.other, .text, "{ stated: none }", .object([("stated", .string("none"))])),
        (.other, .text, "'=1+1", .string("=1+1")),
        (.volumeCommitment, .quantity, "1200", .string("1200")),
    ]

    @Test(arguments: cells.indices)
    func `a cell is the value that a recording spells so`(index: Int) throws {
        let (kind, field, cell, node) = Self.cells[index]
        let read = try Self.value(kind, field, cell)
        #expect(RawValue(read) == RawValue(node), "\(cell)")
    }

    @Test func `an amount without a currency is in that of its row`() throws {
        let table = Self.table(
            "fee", [("payer", "a"), ("payee", "b"), ("amount", "1200.50"), ("currency", "EUR")])
        let added = try Self.recordings(table).first?.events.last?.payload as? TermAdded
        #expect(added?.set[.amount] == .string("EUR 1200.50"))
        let reading = try Self.read(Array(table.replacing("EUR", with: "EURO").utf8))
        #expect(
            reading.problems.first?.message.hasPrefix("row 2, column N 'amount': EURO 1200.50")
                ?? false, "\(reading.problems)")
    }

    // MARK: Instruments

    @Test func `the key is of day, agreement and title, whatever alphabet the title is in`() throws
    {
        func keys(_ title: String) throws -> [String] {
            try Self.recordings(
                Self.table("fee", Array(Self.fee.prefix(2))).replacing("Contract", with: title)
            ).map(\.key.text)
        }
        #expect(try keys("Amendment No. 1") == ["2024-01-01-x-amendment-no-1"])
        let (first, second) = (try keys("修正契約"), try keys("基本契約"))
        #expect(first != second)
        #expect(try keys("修正契約") == first)
        #expect(try keys(String(repeating: "long ", count: 60)).allSatisfy { $0.utf8.count <= 128 })
    }

    @Test func `rows in any order make the same recordings, the signed first`() throws {
        let header = "\(Self.header),payer,payee,amount\n"
        let rows = [
            "\(Self.start),,t,fee,a,b,USD 10\n",
            "x,,,,First change,2024-03-01,2024-03-01,files [executed-text],,t,,,,USD 11\n",
            "x,,,,Second change,2024-02-01,2024-02-01,files [executed-text],,t,,,,USD 12\n",
        ]
        let inOrder = try Self.recordings(header + rows.joined())
        #expect(
            inOrder.map(\.key.text) == [
                "2024-01-01-x-contract", "2024-02-01-x-second-change",
                "2024-03-01-x-first-change",
            ])
        #expect(try Self.recordings(header + rows.reversed().joined()) == inOrder)
    }

    @Test func `rows of one instrument that differ about it are reported`() throws {
        let table =
            "\(Self.header),payer,payee\n\(Self.start),,t,fee,a,b\n"
            + "x,,,,Contract,2024-01-01,2024-01-02,,,u,fee,a,b\n"
        let problems = try Self.read(Array(table.utf8)).problems
        #expect(problems.count == 1, "\(problems)")
        #expect(
            problems.first?.message.hasPrefix(
                "row 3, column G 'disclosed': '2024-01-02' is not what row 2 says") ?? false)
    }

    @Test
    func
        `a party of an earlier recording is not admitted again, and a kind is known from the book`()
        throws
    {
        let opening = try Self.recordings(Self.table("fee", Array(Self.fee.prefix(3))))
        var known = TableKnowledge()
        let first = try #require(opening.first)
        known.learn(
            first.events(
                from: Position(1),
                under: RecordingHeader(
                    of: first, recorder: "ana", recordedAt: Instant(microseconds: 0))),
            of: "x")
        let text =
            "\(Self.header),amount\nx,X,UTC,a = A; b = B; c = C,Change,2024-02-01,2024-02-01,"
            + "files [executed-text],,t,,USD 11\n"
        let reading = try Self.read(Array(text.utf8), knowing: known)
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        let change = try #require(reading.drafts.first?.recording)
        #expect(change.events.map(\.kind) == [.partyAdmitted, .termAmended])
        #expect(change.instrument.kind == .amendment)
        // The first table is read as before, though all that it says is known by now.
        let again = try Self.read(
            Array(Self.table("fee", Array(Self.fee.prefix(3))).utf8), knowing: known)
        #expect(again.drafts.map(\.recording) == opening)
    }
}
