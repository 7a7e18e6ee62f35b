import Foundation
import Subprocesses
import Testing

/// Every answer that has rows is a table and CSV too, with the same cells.
struct RowFormatTests {
    static let commands = [
        "agreements", "log", "log tern-mill", "terms tern-mill", "timeline tern-mill",
        "instruments tern-mill", "calendar --from 2025-01-01 --to 2030-12-31", "conflicts",
        "diff tern-mill 2025-02-28 2025-04-03", "config", "exit-status",
        "show 2025-03-01-amendment-1", "show 2025-03-01-amendment-1 --events",
        "why tern-mill royalty.paper", "why tern-mill royalty.paper.cap",
    ]

    private static func run(_ line: String, _ format: String) async throws -> Console.Result {
        try await Fixture.tern.console().run(
            line.split(separator: " ").map(String.init) + ["--format", format, "--width", "1000"])
    }

    @Test(arguments: commands)
    func `CSV is a header and rows of as many cells, and the table has the same rows`(
        line: String
    ) async throws {
        let csv = try await Self.run(line, "csv")
        #expect(csv.status == 0 && csv.errors.isEmpty, "\(csv)")
        let result = try await Python.run(
            "import csv,sys; rows=list(csv.reader(open(sys.argv[1],newline='')));"
                + "print(len(rows), len({len(r) for r in rows}))", [try Self.file(csv.output)])
        let counts = result.text.split(separator: " ").compactMap {
            Int($0.filter(\.isNumber))
        }
        #expect(counts.count == 2 && counts.last == 1, "\(result.text)")
        let table = try await Self.run(line, "table")
        let first = csv.output.split(separator: ",")[0].uppercased()
        #expect(table.status == 0 && table.output.hasPrefix(first), "\(table.output.prefix(200))")
        #expect(counts.first ?? 0 >= (line == "conflicts" ? 1 : 2), "\(csv.output)")
    }

    private static func file(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-rows-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func `a row of the redline names the events that caused it`() async throws {
        let csv = try await Self.run("diff tern-mill 2025-02-28 2025-03-02", "csv").output
        let rows = csv.split(separator: "\r\n").dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("#") }, "\(csv)")
    }

    @Test func `a reported value is no agreed one in a row either`() async throws {
        let csv = try await Self.run("why tern-mill royalty.paper.cap --on 2025-04-03", "csv")
            .output
        #expect(
            csv.contains("royalty.paper,cap,agreed,2025-03-01,,undisclosed,party-statement"),
            "\(csv)")
        #expect(
            csv.contains("royalty.paper,cap,agreed,2024-02-01,2025-02-28,none,executed-text"),
            "\(csv)")
        #expect(
            csv.contains(
                "cap,reported,,,\"USD 90,000.00\",unnamed-source,2025-04-02-reported-cap#1"),
            "\(csv)")
    }

    @Test func `the rows of a recording are what it changed, or each of its events`() async throws {
        let changes = try await Self.run("show 2025-03-01-amendment-1", "csv").output
        #expect(changes.contains("tern-mill,royalty.paper,cap,amended,"), "\(changes)")
        let events = try await Self.run("show 2025-03-01-amendment-1 --events", "csv").output
        #expect(events.split(separator: "\r\n").count == 9, "\(events)")
        #expect(
            events.contains("#12,2025-03-01-amendment-1#2,tern-mill,term-amended,"), "\(events)")
    }

    @Test func `a picture's options are refused for rows`() async throws {
        let result = try await Fixture.tern.console().run([
            "terms", "tern-mill", "--format", "csv", "--conflicts",
        ])
        #expect(result.status == 64)
    }
}
