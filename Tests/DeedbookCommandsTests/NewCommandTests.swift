import Amendments
import EventStore
import Foundation
import Journal
import Ledger
import Notation
import Questions
import Terms
import Testing

/// Skeletons read as far as they can be, lack exactly what is marked, and record once that is filled.
struct NewCommandTests {
    /// A command line, and what someone writes into the marked places, by their names.
    struct Case: Sendable {
        var line: [String]
        var values: [String: String]
    }

    static let cases = [
        Case(
            line: ["new", "agreement", "acme-lumen", "--kind", "fee"],
            values: [
                "title": "A deal", "zone": "Europe/Berlin", "name": "Acme", "term": "fee.first",
                "payer": "acme1", "payee": "acme2",
            ]),
        Case(
            line: ["new", "amendment", "tern-mill", "royalty.paper.rate"],
            values: ["title": "Amendment No. 2", "rate": "3% of net sales"]),
        // Its end names a condition that was removed since: was is what was written.
        Case(
            line: ["new", "amendment", "tern-mill", "license.moulds.ends", "royalty.paper.cap"],
            values: ["title": "Amendment No. 3", "ends": "{ through: 2027 }", "cap": "USD 5"]),
        Case(
            line: ["new", "correction", "2025-03-01-amendment-1#1"],
            values: ["title": "Correction", "reason": "Misread."]),
    ]

    @Test(arguments: cases)
    func `a skeleton lacks exactly the marked places, and records when they are filled`(
        _ test: Case
    ) async throws {
        let console = try await Fixture.tern.console()
        let result = await console.run(test.line)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let lines = result.output.components(separatedBy: "\n")
        let marked = lines.indices.filter { lines[$0].contains("# <- ") }.map { $0 + 1 }
        let (_, problems) = Journal.recording(yaml: result.output)
        #expect(problems.compactMap { $0.mark?.line } == marked)
        #expect(problems.allSatisfy { $0.message == "no value" }, "\(problems)")

        var parties = 0
        let filled = lines.map { line -> String in
            guard line.contains("# <- "), let colon = line.firstIndex(of: ":") else { return line }
            let name = line[..<colon].trimmingCharacters(in: .whitespaces)
            var value = test.values[name] ?? Self.common[name] ?? "USD 5"
            if name == "party" {
                parties += 1
                value = "acme\(parties)"
            }
            return line[...colon] + " " + value
        }.joined(separator: "\n")
        let (recording, left) = Journal.recording(yaml: filled)
        let draft = try #require(recording, "\(left)\n\(filled)")
        let store = try #require(console.store("./book.deedbook"))
        let receipt = try await Book(store: store).record(draft, by: "ana")
        #expect(!receipt.isRepeated)
    }

    private static let common = [
        "on": "2025-05-01", "disclosed": "2025-05-01", "grade": "executed-text",
        "publisher": "the parties",
    ]

    @Test func `a file is never overwritten`() async throws {
        let console = try await Fixture.tern.console()
        let line = [
            "new", "amendment", "tern-mill", "royalty.paper.rate", "--out", "2025-rate.yaml",
        ]
        #expect(await console.run(line).status == 0)
        let written = console.files["2025-rate.yaml"]?.text
        let again = await console.run(line)
        #expect(again.status == 73)
        #expect(console.files["2025-rate.yaml"]?.text == written)
    }
}
