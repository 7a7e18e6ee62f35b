import Amendments
import Foundation
import Ledger
import Notation
import Rendering
import Terms
import Testing

/// Conformed copies for spreadsheets and for paper.
struct ExportTests {
    @Test func `every line of the CSV has all columns, as another reader counts them`() async throws
    {
        let rows = try Self.read(ConformedCopyCSV.render(try await Story.copy("2025-04-03")))
        #expect(rows.first == ConformedCopyCSV.columns)
        #expect(rows.allSatisfy { $0.count == ConformedCopyCSV.columns.count })
        #expect(rows.count > 10)
    }

    @Test func `every field of every term is a row with its value and its event`() async throws {
        let copy = try await Story.copy("2025-04-03")
        let rows = try Self.read(ConformedCopyCSV.render(copy, showsAll: true))
        for term in copy.terms {
            for field in term.fields where !field.isIndeterminate {
                #expect(
                    rows.contains { row in
                        row[4] == term.id.text && row[10] == field.name.rawValue
                            && row[12] == field.value.displayText
                            && row[14] == field.governing.position.description
                    }, "\(term.id).\(field.name)")
            }
        }
    }

    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "=HYPERLINK(\"x\",\"y\")",
    ])
    func `no cell of the CSV is a formula`(_ text: String) async throws {
        var copy = try await Story.copy("2025-04-03")
        copy.terms[0].fields[0].value = .stated(.text(text))
        let rows = try Self.read(ConformedCopyCSV.render(copy, showsAll: true))
        let cell = try #require(
            rows.map { $0[12] }.first { $0.hasSuffix(text.suffix(1)) && $0.hasPrefix("'") })
        #expect(cell == "'" + text.replacing("\t", with: " "))
    }

    @Test func `in Markdown every footnote that is named is there, once`() async throws {
        let text = ConformedCopyMarkdown.render(
            try await Story.copy("2025-04-03"), options: TextOptions(showsAll: true))
        let defined = text.matches(of: #/(?m)^\[\^(\d+)\]: /#).map { Int($0.1) ?? 0 }
        let named = Set(text.matches(of: #/\[\^(\d+)\]/#).map { Int($0.1) ?? 0 })
        #expect(defined == Array(1...defined.count))
        #expect(named == Set(defined))
    }

    @Test func `the tables of the Markdown have as many cells in each row as in their head`()
        async throws
    {
        let text = ConformedCopyMarkdown.render(
            try await Story.copy("2025-04-03"), options: TextOptions(showsAll: true))
        for block in text.components(separatedBy: "\n\n") where block.hasPrefix("|") {
            let counts = block.split(separator: "\n").map { line in
                line.replacing("\\|", with: "").count { $0 == "|" }
            }
            #expect(Set(counts).count == 1, "\(block)")
        }
        #expect(!text.contains("<script"))
    }

    /// RFC 4180, read again without a look at how it was written.
    private static func read(_ text: String) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                cell += "\""
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted:
                #expect(scalars.popFirst() == "\n")
                rows.append(row + [cell])
                (row, cell) = ([], "")
            case _: cell.unicodeScalars.append(scalar)
            }
        }
        #expect(!isQuoted && row.isEmpty && cell.isEmpty)
        return rows
    }
}
