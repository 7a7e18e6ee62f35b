import Testing

/// `export --format csv --history` writes every change of an agreement, and import-table reads it again.
struct HistoryExportTests {
    private static func console() async throws -> Console {
        try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 1, per: P1Y } }"
            ),
            InventedBook.recording(
                "raise", "2024-06-01",
                "term-amended: { term: fee, set: { amount: USD 2 }, effective: { on: 2025-01-01 } }"
            ),
            InventedBook.recording(
                "heir", "2024-07-01", "party-succeeded: { party: b, successor: c, name: C }"),
        ])
    }

    private static let line = ["export", "--agreement", "x", "--format", "csv", "--history"]

    @Test func `it goes into another book, gives each day its terms, and is the same from there`()
        async throws
    {
        let written = try await Self.console().run(Self.line)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.errors == "note: not in the table: 1 party-succeeded (heir#1)\n")
        let other = Console(files: MemoryFiles(["x.csv": MemoryFiles.File(written.output)]))
        let imported = await other.run(["import-table", "x.csv"])
        #expect(imported.status == 0, "\(imported.errors)")
        for (day, amount) in [
            ("2024-03-01", "USD 1"), ("2024-12-31", "USD 1"), ("2025-01-01", "USD 2"),
        ] {
            let terms = await other.run(["terms", "x", "--on", day, "--full"]).output
            #expect(terms.contains("\(amount); period: 1 year"), "\(day)\n\(terms)")
        }
        let again = await other.run(["import-table", "x.csv"])
        #expect(again.output.contains("already recorded"), "\(again)")
        let back = await other.run(Self.line)
        #expect(back.output == written.output)
        #expect(back.errors.isEmpty, "\(back.errors)")
    }

    @Test(arguments: [
        ["export", "--agreement", "x", "--history"],
        ["export", "--agreement", "x", "--format", "csv", "--history", "--on", "2024-03-01"],
        ["export", "--agreement", "x", "--format", "markdown", "--history"],
    ])
    func `a history is a table, and of no day`(_ line: [String]) async throws {
        let answer = try await Self.console().run(line)
        #expect(answer.status == 64)
        #expect(answer.errors.contains("--history is for --format csv"), "\(answer.errors)")
    }
}
