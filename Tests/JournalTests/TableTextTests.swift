import Journal
import Notation
import Testing

/// Files that are no table, or nearly one: each with what it is, where it is wrong, and the cure.
struct TableTextTests {
    private static let lines = [
        "agreement,title,zone,parties,instrument,signed,disclosed,source,term,kind,payer,payee,amount,note",
        "x,X,UTC,a = A; b = B,Contract,2024-01-10,2024-01-10,files [executed-text],fee.one,fee,a,b,EUR 10,first",
        ",,,,,,,,fee.two,fee,a,b,EUR 20,second",
    ]

    private static var table: String { lines.joined(separator: "\r\n") + "\r\n" }

    private static func problems(_ bytes: some Sequence<UInt8>) throws -> [Problem] {
        try TermTable(Array(bytes), file: "t.csv").reading(knowing: TableKnowledge()).problems
    }

    private static func refusal(_ bytes: some Sequence<UInt8>) -> Problem? {
        do {
            _ = try problems(bytes)
            return nil
        } catch let problem as Problem { return problem } catch { return nil }
    }

    // MARK: Quotes

    @Test(arguments: [
        (
            "second", "\"second", "row 3, column N 'note': a quoted value is not closed",
            "end it with a double quote"
        ),
        (
            "first", "the \"first\"",
            "row 2, column N 'note': a quote stands inside a value that is not quoted",
            "quote the whole value"
        ),
        (
            "first", "\"first\" fee",
            "row 2, column N 'note': ' ' stands behind the quote that closes a value",
            "double a quote inside"
        ),
        ("EUR 20", "EUR\u{0}20", "row 3, column M 'amount': a character of zero", "save the table"),
        (
            "EUR 20", "EUR\r20", "row 3, column M 'amount': a return stands without a line feed",
            "quote the whole value"
        ),
    ])
    func `what is wrong with the text of a cell names its row and column`(
        right: String, wrong: String, says: String, cure: String
    ) throws {
        let problem = try #require(Self.refusal(Self.table.replacing(right, with: wrong).utf8))
        #expect(problem.message.hasPrefix(says), "\(problem)")
        #expect(problem.hint?.contains(cure) == true, "\(problem)")
        #expect(problem.file == "t.csv" && problem.mark != nil)
    }

    @Test func `lines inside of cells and the line of Excel count as a spreadsheet counts rows`()
        throws
    {
        let broken = Self.table.replacing("first", with: "\"fi\nr\nst\"")
            .replacing("second", with: "se\"cond")
        let problem = try #require(Self.refusal(broken.utf8))
        #expect(problem.message.hasPrefix("row 3, column N"), "\(problem)")
        #expect(problem.mark?.line == 5)
        let named = try #require(Self.refusal(("sep=,\r\n" + broken).utf8))
        #expect(named.message.hasPrefix("row 4, column N"), "\(named)")
        #expect(named.mark?.line == 6)
    }

    // MARK: Cells

    @Test func `an unquoted separator in a value is refused, though the last cell is empty`() throws
    {
        let short = Self.table.replacing("EUR 20,second", with: "EUR 1,200,")
        let problem = try #require(try Self.problems(short.utf8).first)
        #expect(
            problem.message == "row 3, column O: the row has 15 cells, and the row of headers 14",
            "\(problem)")
        #expect(problem.hint?.contains("quote a value that has a separator in it") == true)
        let stray = Self.table.replacing("EUR 20", with: "EUR 1,200")
        #expect(
            try Self.problems(stray.utf8).first?.message.hasPrefix(
                "row 3, column O: 'second' stands in a column without a header: the row has 15 cells, and the "
                    + "row of headers 14") == true)
    }

    @Test(arguments: [
        // Its last cell, and one in the middle: nothing but what the values are sets them apart.
        ("EUR 20,second", "EUR 20", "row 3, column N 'note': the row has 13 cells"),
        ("fee.two,fee,a,b", "fee.two,fee,a", "row 3, column N 'note': the row has 13 cells"),
    ])
    func `a row with fewer cells than headers is refused with both numbers`(
        right: String, short: String, says: String
    ) throws {
        let table = Self.table.replacing(right, with: short)
        let reading = try TermTable(Array(table.utf8), file: "t.csv")
            .reading(knowing: TableKnowledge())
        let problem = try #require(reading.problems.first { $0.message.contains("cells") })
        #expect(problem.message == "\(says), and the row of headers 14", "\(problem)")
        #expect(problem.hint?.contains("put in the separator that is missing") == true)
        #expect(problem.hint?.contains("the header ignore and a mark in every row") == true)
        #expect(
            reading.summary(with: reading.problems) == "2 rows: 1 valid, 0 duplicate, 1 invalid")
    }

    @Test func `a last column to ignore keeps a spreadsheet from leaving cells off`() throws {
        let marked = Self.lines.enumerated().map {
            "\($1.replacing("second", with: "")),\($0 == 0 ? "ignore" : "x")"
        }
        #expect(try Self.problems(marked.joined(separator: "\n").utf8).isEmpty)
    }

    @Test func `blank rows, and cells that no header stands over, are not counted`() throws {
        var lines = Self.lines
        lines.insert("", at: 2)
        lines.insert(",,", at: 3)
        #expect(try Self.problems(lines.joined(separator: "\n").utf8).isEmpty)
        lines[0] += ",,,"
        #expect(try Self.problems(lines.joined(separator: "\n").utf8).isEmpty)
    }

    // MARK: Encodings and separators

    @Test(
        arguments: [
            { (text: String) in Array("\u{FEFF}\(text)".utf8) },
            { (text: String) in Array(text.replacing("\r\n", with: "\n").utf8) },
            { (text: String) in
                Array(text.replacing(",", with: ";").replacing("A; b", with: "A, b").utf8)
            },
            { (text: String) in Array(text.replacing(",", with: "\t").utf8) },
            { (text: String) in
                Array(
                    ("sep=;\r\n"
                        + text.replacing(",", with: ";").replacing(
                            "a = A; b = B", with: "\"a = A; b = B\"")).utf8)
            },
        ] as [@Sendable (String) -> [UInt8]])
    func `a mark of the byte order, and semicolons or tabs for commas, are understood`(
        write: @Sendable (String) -> [UInt8]
    ) throws {
        // In a line with semicolons the parties are quoted.
        let bytes = write(Self.table)
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing(";a = A, b = B;", with: ";\"a = A; b = B\";")
        #expect(try Self.problems(text.utf8).isEmpty)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is named with how to save it`(isLittle: Bool, hasMark: Bool) throws {
        let units = Array((hasMark ? "\u{FEFF}" : "").utf16) + Array(Self.table.utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
        let problem = try #require(Self.refusal(bytes))
        #expect(problem.message.contains("UTF-16"), "\(problem)")
        #expect(problem.hint?.contains("CSV UTF-8") == true)
    }

    // MARK: Other files

    @Test(arguments: [
        (
            "PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "LibreOffice (ODS)"
        ),
        ("PK\u{3}\u{4}....[Content_Types].xml....xl/workbook.xml", "Excel (XLSX)"),
        ("PK\u{3}\u{4}....Index/Document.iwa", "Numbers"),
        ("PK\u{3}\u{4}....a.txt", "an archive (ZIP)"),
        ("%PDF-1.7", "a PDF"),
        ("<html><table>", "HTML or XML"),
        ("\u{FEFF}<?xml version=\"1.0\"?>", "HTML or XML"),
        ("{\\rtf1", "word processor"),
    ])
    func `a workbook is recognised by its bytes and answered with how to save a table`(
        text: String, words: String
    ) throws {
        let problem = try #require(Self.refusal(text.utf8))
        #expect(
            problem.message.hasPrefix("this is ") && problem.message.contains(words), "\(problem)")
        for program in ["Excel: ", "LibreOffice: ", "Google Sheets: ", "Numbers: "] {
            #expect(problem.hint?.contains(program) == true)
        }
    }

    @Test func `a workbook of an old Excel is one too`() throws {
        let problem = try #require(Self.refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        #expect(problem.message.contains("old Excel (XLS)"))
    }
}
