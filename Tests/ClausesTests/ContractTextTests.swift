import Clauses
import Effort
import Testing

/// What of a file is the text of a contract.
struct ContractTextTests {
    /// Of the clauses number and text; what else stands in a file is not there.
    private static func clauses(_ text: String) throws -> [String] {
        try ContractText(text).clauses.map(\.text)
    }

    static let fees = "1. Fees. Lumen pays Acme USD 10 a year within the term of this agreement."
    static let seat = "2. Seat. Disputes go to Vienna."

    /// Pages with what stands in the file at the end of one and the beginning of the next.
    static let ends: [(first: String, next: String)] = [
        ("1", ""), ("- 2 -", ""), ("A-3", ""), ("Page 4 of 9", ""), ("", "Table of Contents"),
        ("17\n\n", "\nTABLE OF CONTENTS\n"),
    ]

    @Test(arguments: ends)
    func `what belongs to a page is no text of the contract`(_ end: (first: String, next: String))
        throws
    {
        let text = "\(Self.fees)\n\n\(end.first)\n\u{0C}\n\(end.next)\n\n\(Self.seat)\n"
        #expect(try Self.clauses(text) == [Self.fees, Self.seat])
    }

    @Test func `what stands at the top or the foot of several pages alike is left out, and named`()
        throws
    {
        let edge = "Acme / Lumen     Execution Copy"
        let text = [
            "LICENCE\n\n\(edge)\n\n1. One is one.\n\nDraft of 4 May, page 1",
            "\(edge)\n2. Two is two.\n\nDraft of 4 May, page 2",
            "\(edge)\n3. Three is three.\n\nDraft of 4 May, page 3\n",
        ].joined(separator: "\n\u{0C}")
        let contract = try ContractText(text)
        #expect(
            contract.clauses.map(\.text) == [
                "LICENCE\nAcme / Lumen Execution Copy", "1. One is one.", "2. Two is two.",
                "3. Three is three.",
            ])
        #expect(contract.leftOut.edges.first == "Acme / Lumen Execution Copy")
        #expect(contract.leftOut.edges.count == 4)
    }

    @Test(arguments: ["20000000", "1500"])
    func `an amount that stands alone where a page ends is text of its clause`(_ amount: String)
        throws
    {
        let cap = "1. Cap. The cap in USD is"
        let text = "<p>\(cap)</p><p>\(amount)</p><hr><p>\(Self.seat)</p>"
        let contract = try ContractText(text)
        #expect(contract.clauses.map(\.text) == ["\(cap)\n\(amount)", Self.seat])
        #expect(contract.leftOut.edges.isEmpty)
    }

    @Test func `a number that counts up with the pages is left out, another is named`() throws {
        func text(_ feet: [String]) -> String {
            feet.enumerated().map { "\($0 + 1). Part \($0 + 1).\n\n\($1)" }.joined(
                separator: "\n\u{0C}\n")
        }
        #expect(try ContractText(text(["11", "12", "", "14", "15"])).leftOut.edges.isEmpty)
        #expect(try ContractText(text(["A-1", "A-2", "B-1", "B-2"])).leftOut.edges.isEmpty)
        let jumping = try ContractText(text(["11", "500", "12", "end"]))
        #expect(jumping.leftOut.edges.contains("500"))
        let long = try ContractText(text(["1001", "1002", "1003"]))
        #expect(long.clauses.map(\.text) == ["1. Part 1.", "2. Part 2.", "3. Part 3."])
    }

    @Test func `a sentence that goes on over the end of a page is one`() throws {
        let words = Self.fees.split(separator: " ")
        let text =
            words.prefix(9).joined(separator: " ") + "\n\n- 1 -\n\u{0C}\n\n"
            + words.dropFirst(9).joined(separator: " ")
        #expect(try Self.clauses(text) == [Self.fees])
    }

    @Test(arguments: [
        // Alike, and clauses.
        ["1. [Reserved]", "2. [Reserved]"], ["1. One.\n\n12 months", "2. Two.\n\n24 months"],
        // Their number counts as pages do, and is none of a page.
        ["1. One.\n\nSchedule 1", "2. Two.\n\nSchedule 2"],
        ["1. One.\n\nEUR 5", "2. Two.\n\nEUR 6"],
    ])
    func `what a page says itself is left in it`(_ pages: [String]) throws {
        let words = pages.joined(separator: "\n\n").split(whereSeparator: \.isWhitespace)
        let read = try Self.clauses(pages.joined(separator: "\n\u{0C}\n"))
            .flatMap { $0.split(whereSeparator: \.isWhitespace) }
        #expect(read == words)
    }

    static let contents = [
        "TABLE OF CONTENTS\n\n1. Fees ........ 3\n2. Seat ........ 4\n\n",
        "<p>Contents</p><tr><td>Page</td></tr><tr><td>1.</td><td>Fees</td><td>iv</td></tr>"
            + "<p>Part Two</p><tr><td>2.</td><td>Seat</td><td>A-4</td></tr>",
    ]

    @Test(arguments: contents)
    func `a table of contents has no clauses`(_ table: String) throws {
        let contract = try ContractText(
            table.hasPrefix("<")
                ? "\(table)<p>\(Self.fees)</p><p>\(Self.seat)</p>"
                : "\(table)\(Self.fees)\n\n\(Self.seat)")
        #expect(contract.clauses.map(\.text) == [Self.fees, Self.seat])
        #expect(contract.leftOut.contents == 2)
    }

    @Test func `lines under such a heading that begin nothing later are clauses`() throws {
        let text = "CONTENTS\n\n1. Boxes of lenses 12\n\n2. Boxes of frames 14"
        #expect(
            try Self.clauses(text) == [
                "CONTENTS", "1. Boxes of lenses 12", "2. Boxes of frames 14",
            ])
    }

    static let others: [(text: String, why: NoContract)] = [
        ("", .empty), (" \n\u{0C}\n", .empty), ("<html><p hidden>1. One.</p></html>", .empty),
        ("%PDF-1.7\n1. One", .pdf), ("{\\rtf1\\ansi 1. One}", .richText),
        ("host-7", .noClause), ("Dear Lumen,\n\nthank you for your letter.", .noClause),
    ]

    @Test(arguments: others)
    func `what is no contract is refused with what to do`(_ row: (text: String, why: NoContract)) {
        #expect(throws: row.why) { try ContractText(row.text) }
        #expect(!row.why.hint.isEmpty)
    }

    @Test func `how quotes and hyphens are set is no change`() throws {
        let old = try ContractText("1. \"Net Sales\" are Lumen's non-exclusive sales.")
        let new = try ContractText("1. “Net Sales” are Lumen’s non\u{2011}exclus\u{AD}ive sales.")
        let found = ContractVersions(old: old, new: new).alignment
        #expect(found.pairs.map(\.isChanged) == [false])
    }

    @Test func `what was left out is stated with the version it is of`() throws {
        let versions = ContractVersions(
            old: try ContractText(Self.fees),
            new: try ContractText("<p>\(Self.fees)</p><s>a</s> <s>b</s> <p hidden>c</p>"))
        #expect(
            versions.leftOut == [
                "of the new version: 2 places that are struck out were left out",
                "of the new version: 1 place that is hidden was left out",
            ])
    }

    @Test func `no word is lost but at the ends of pages`() throws {
        var seeded = Seeded(14)
        for _ in 0..<Rounds.of(1_000) {
            let lines = (0..<12).map { line in
                let own = "word\(line)x"
                return ["\(line).1 \(own)", own, "\(own) 4", "Contents \(own)", ""]
                    .randomElement(using: &seeded) ?? ""
            }
            let text = lines.joined(separator: "\n")
            let read = (try? ContractText(text).clauses.map(\.text).joined(separator: " ")) ?? text
            #expect(
                read.split(whereSeparator: \.isWhitespace)
                    == text.split(whereSeparator: \.isWhitespace))
        }
    }

    @Test(arguments: ["CONTENTS\nFees 3\n", "Fees 3\n\u{0C}", "- 1 -\n\u{0C}Contents\nA 1\n"])
    func `reading grows as the text does`(_ part: String) {
        func text(of size: Int) -> String { "1. Fees.\n" + String(repeating: part, count: size) }
        let growth = Growth.eightfold(500, of: text(of:)) { _ = try? ContractText($0) }
        #expect(Growth.isLinear(growth))
    }
}
