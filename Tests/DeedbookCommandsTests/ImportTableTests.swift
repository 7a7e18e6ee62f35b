import Foundation
import Notation
import Testing

/// A spreadsheet of terms goes in with one command, and whatever is wrong with it is reported by its cell.
struct ImportTableTests {
    static let licence: String = {
        let file = Fixture.folder.appendingPathComponent("tables/licence.csv")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    private static func console(_ table: String, map: String? = nil) -> Console {
        var files = ["terms.csv": MemoryFiles.File(table)]
        files["map.yaml"] = map.map { MemoryFiles.File($0) }
        return Console(files: MemoryFiles(files))
    }

    private static func terms(_ console: Console, on day: String) async -> String {
        await console.run([
            "terms", "acme-lumen", "--on", day, "--width", "400", "--format", "json-document",
        ]).output
    }

    // MARK: The newcomer's path

    @Test func `a licence of eleven terms with three amendments goes in from twenty rows`()
        async throws
    {
        let console = Self.console(Self.licence)
        let result = await console.run(["import-table", "terms.csv"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("Recorded 4 recordings (22 events)"), "\(result.output)")
        let listed = await console.run(["terms", "acme-lumen", "--on", "2022-03-01"]).output
        for term in [
            "licence.lenses", "royalty.lenses", "fee.upfront", "purchase.glass", "compete.lenses",
            "audit.books", "secrecy", "duration", "exit.cause", "liability", "law",
        ] {
            #expect(listed.contains(term), "\(term)")
        }
        for (day, words) in [
            ("2022-03-01", "6.5% of net sales"), ("2023-04-01", "6% of net sales"),
            ("2025-01-01", "5.5% of net sales"), ("2022-03-01", "EUR 3,000,000"),
            ("2025-03-01", "EUR 5,000,000"), ("2024-06-30", "exclusive"),
            ("2024-07-01", "non-exclusive"),
        ] {
            let copy = await console.run(["terms", "acme-lumen", "--on", day]).output
            #expect(copy.contains(words), "\(day): \(words)\n\(copy)")
        }
        let last = await console.run([
            "terms", "acme-lumen", "--on", "2025-03-01", "--term", "compete.lenses",
        ]).output
        #expect(last.contains("removed") || last.contains("ended"), "\(last)")
    }

    @Test func `the same table a second time records nothing`() async throws {
        let console = Self.console(Self.licence)
        _ = await console.run(["import-table", "terms.csv"])
        let log = await console.run(["log"])
        let again = await console.run(["import-table", "terms.csv"])
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("4 already recorded"))
        #expect(await console.run(["log"]) == log)
    }

    @Test func `a table that has grown by an amendment records that one alone`() async throws {
        let rows = Self.licence.components(separatedBy: "\n")
        let console = Self.console(rows[..<19].joined(separator: "\n") + "\n")
        let first = await console.run(["import-table", "terms.csv"])
        #expect(first.output.contains("Recorded 3 recordings"), "\(first.errors)")
        console.files["terms.csv"] = MemoryFiles.File(Self.licence)
        let more = await console.run(["import-table", "terms.csv"])
        #expect(more.output.contains("Recorded 1 recording (2 events)"), "\(more.errors)")
        #expect(more.output.contains("3 already recorded"))
    }

    @Test func `a row that was changed under its old key is refused by its number`() async throws {
        let console = Self.console(Self.licence)
        _ = await console.run(["import-table", "terms.csv"])
        let log = await console.run(["log"])
        console.files["terms.csv"] = MemoryFiles.File(
            Self.licence.replacingOccurrences(of: "EUR 5000000", with: "EUR 6000000"))
        let changed = await console.run(["import-table", "terms.csv"])
        #expect(changed.status == 65)
        #expect(changed.errors.contains("row 19, column Y 'amount'"), "\(changed.errors)")
        #expect(
            changed.errors.contains("recorded otherwise, in 2025-02-20-acme-lumen-amendment-no-3"))
        #expect(await console.run(["log"]) == log)
    }

    @Test func `a dry run shows the redline and makes no book`() async throws {
        let console = Self.console(Self.licence)
        let shown = await console.run(["import-table", "terms.csv", "--dry-run"])
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("19 rows: 19 valid, 0 duplicate, 0 invalid"))
        #expect(shown.output.contains("royalty.lenses"))
        #expect(shown.output.contains("dry run: 4 recordings read; nothing was written"))
        #expect(console.store("./book.deedbook") == nil)
    }

    // MARK: What is wrong

    /// A cell of the licence made wrong, and what is said of it: row, column, value and cure.
    private static let wrong: [(String, String, [String])] = [
        (
            "2023-03-15,2023-04-01", "2023-03-15,2023-04-31",
            ["row 13, column G 'effective'", "2023-04-31", "write a day"]
        ),
        (
            "EUR 1200000", "EURO 1200000",
            ["row 4, column Y 'amount'", "EURO 1200000", "expected a currency"]
        ),
        (
            "fee,,,lumen,acme", "fee,,,lumn,acme",
            ["row 4, column O 'payer'", "unknown party 'lumn'", "acme, lumen"]
        ),
        (
            "non-compete", "non-competition",
            ["row 6, column L 'kind'", "'non-competition'", "did you mean non-compete"]
        ),
        (
            "Patents on graded lenses", "",
            ["row 2, column T 'subject'", "'subject' is missing", "text"]
        ),
        (
            ",territories,", ",teritories,",
            ["row 1, column V 'teritories'", "did you mean territories"]
        ),
        (
            ",exclusive,", ",exclusiv,",
            ["row 2, column U 'exclusivity'", "exclusiv", "expected one of exclusive"]
        ),
        (
            "removed,compete.lenses", "removd,compete.lenses",
            ["row 17, column J 'change'", "'removd'", "did you mean removed"]
        ),
        (
            "removed,compete.lenses", "removed,compete.lens",
            [
                "row 17, column K 'term'", "unknown term 'compete.lens'",
                "did you mean compete.lenses",
            ]
        ),
        (
            "Europe/Berlin", "Europe/Berln",
            ["row 2, column C 'zone'", "Europe/Berln", "Europe/Berlin"]
        ),
        (
            "through 2031-12-31,\n", "2031-12-31,\n",
            ["row 2, column AH 'ends'", "2031-12-31", "through 2031-12-31 (its last day) or until"]
        ),
        (
            "acme = Acme Optics Ltd (licensor)", "= Acme",
            ["row 2, column D 'parties'", "= Acme", "expected an id and a name"]
        ),
        (
            "2022-01-10,Acme's files [executed-text]", "2022-01-10,Acme's files",
            ["row 2, column I 'source'", "Acme's files", "executed-text"]
        ),
        (
            "licence.lenses,license-grant", "Licence Lenses,license-grant",
            ["row 2, column K 'term'", "Licence Lenses", "expected a term id"]
        ),
    ]

    @Test(arguments: wrong.indices)
    func
        `each kind of wrong cell is reported by row, column, value and cure, and nothing is recorded`(
            index: Int
        ) async throws
    {
        let (right, wrong, words) = Self.wrong[index]
        #expect(Self.licence.contains(right))
        let table = Self.licence.replacingOccurrences(
            of: right, with: wrong, range: Self.licence.range(of: right))
        let console = Self.console(table)
        let result = await console.run(["import-table", "terms.csv"])
        #expect(result.status == 65)
        for word in words { #expect(result.errors.contains(word), "\(word)\n\(result.errors)") }
        #expect(result.errors.contains("nothing was recorded"))
        #expect(console.store("./book.deedbook") == nil)
    }

    @Test func `all of them are reported at once, each once`() async throws {
        var table = Self.licence
        for (right, wrong, _) in Self.wrong.prefix(7) {
            table = table.replacingOccurrences(
                of: right, with: wrong, range: table.range(of: right))
        }
        table += table.components(separatedBy: "\n").suffix(2).joined(separator: "\n")
        let result = await Self.console(table).run(["import-table", "terms.csv"])
        for (_, _, words) in Self.wrong.prefix(7) {
            for word in words { #expect(result.errors.contains(word), "\(word)\n\(result.errors)") }
        }
        #expect(
            result.errors.contains("row 21, column K 'term': 'law' says the same as row 20"),
            "\(result.errors)")
        #expect(
            result.errors.contains("20 rows, not counted as long as a header is wrong"),
            "\(result.errors)")
        let errors = result.errors.split(separator: "\n").count { $0.contains("error: ") }
        #expect(errors == 8, "\(result.errors)")
    }

    // MARK: Headers of others

    private static let foreign = """
        Contract;Clause ID;Category;Licensor;Licensee;Subject matter;Exclusivity;Remarks;My column
        acme-lumen;licence.lenses;license-grant;acme;lumen;Patents on lenses;exclusive;seen;7

        """

    private static let map = """
        columns:
          Contract: agreement
          Clause ID: term
          Category: kind
          Licensor: grantor
          Licensee: grantee
          Subject matter: subject
          Remarks: note
          My column: ignore
        values:
          title: Licence
          zone: UTC
          parties: acme = Acme; lumen = Lumen
          instrument: Licence agreement
          signed: 2022-01-10
          effective: 2022-02-01
          disclosed: 2022-01-10
          source: files [executed-text]
        """

    @Test func `foreign headers give a map to start from`() async throws {
        let result = await Self.console(Self.foreign).run(["import-table", "terms.csv"])
        #expect(result.status == 65)
        for line in [
            "columns:", "  Contract: <-  # agreement?", "  Licensor: grantor",
            "  Licensee: grantee", "  Category: <-  # kind?",
        ] {
            #expect(result.output.contains(line + "\n"), "\(line)\n\(result.output)")
        }
        #expect(result.errors.contains("row 1, column A 'Contract': no column of that name"))
    }

    @Test func `with a map they go in`() async throws {
        let console = Self.console(Self.foreign, map: Self.map)
        let result = await console.run(["import-table", "terms.csv", "--map", "map.yaml"])
        #expect(result.status == 0, "\(result.errors)")
        let terms = await Self.terms(console, on: "2022-03-01")
        #expect(terms.contains("Patents on lenses"))
    }

    @Test func `a map with an unknown column is refused with the near ones`() async throws {
        let map = Self.map.replacingOccurrences(of: ": grantor", with: ": granter")
        let result = await Self.console(Self.foreign, map: map).run([
            "import-table", "terms.csv", "--map", "map.yaml",
        ])
        #expect(result.status == 65)
        #expect(result.errors.contains("map.yaml:5:"), "\(result.errors)")
        #expect(result.errors.contains("did you mean grantee or grantor"), "\(result.errors)")
    }

    // MARK: There and back

    @Test(arguments: [
        "microsoft-openai", "amazon-openai", "coreweave-openai", "google-openai", "oracle-openai",
    ])
    func `a conformed copy that is exported goes back in and has the same terms`(
        agreement: String
    ) async throws {
        let day = "2026-10-31"
        let console = try await Fixture.events.console()
        let table = await console.run([
            "export", "--agreement", agreement, "--on", day, "--format", "csv",
        ])
        #expect(table.status == 0, "\(table.errors)")
        let other = Self.console(table.output)
        let result = await other.run(["import-table", "terms.csv"])
        #expect(result.status == 0, "\(result.errors)\n\(table.output)")
        let again = await other.run([
            "export", "--agreement", agreement, "--on", day, "--format", "csv",
        ])
        #expect(again.output == table.output)
        let (before, after) = (
            try await Self.agreed(agreement, on: day, in: console),
            try await Self.agreed(agreement, on: day, in: other)
        )
        #expect(!before.isEmpty && before == after)
    }

    /// Every field of every term that is agreed and certain, with its value.
    private static func agreed(
        _ agreement: String, on day: String, in console: Console
    ) async throws -> Set<[String]> {
        let answer = await console.run([
            "export", "--agreement", agreement, "--on", day, "--format", "csv-fields",
        ])
        let rows = try CSVReader.records(of: answer.output).map { $0.map(\.text) }
        let head = try #require(rows.first)
        let places = try ["term", "kind", "field", "value", "standing"].map { name in
            try #require(head.firstIndex(of: name))
        }
        return Set(rows.map { row in places.map { row[$0] } }.filter { $0.last == "agreed" })
    }

    @Test func `the licence comes back as it went in`() async throws {
        let console = Self.console(Self.licence)
        _ = await console.run(["import-table", "terms.csv"])
        let line = ["export", "--agreement", "acme-lumen", "--on", "2025-03-15", "--format", "csv"]
        let table = await console.run(line)
        #expect(table.errors.isEmpty)
        let other = Self.console(table.output)
        let result = await other.run(["import-table", "terms.csv"])
        #expect(result.status == 0, "\(result.errors)\n\(table.output)")
        #expect(await other.run(line) == table)
        let words = [#""The law of Germany applies;"#, "only at, ch, de, fr", "5.5% of net sales"]
        for word in words { #expect(table.output.contains(word), "\(word)\n\(table.output)") }
    }
}
