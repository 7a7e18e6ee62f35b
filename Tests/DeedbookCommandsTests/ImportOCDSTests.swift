import Foundation
import Notation
import Testing

/// Public contracts go in as their releases, and answer for each day as the amendments changed them.
struct ImportOCDSTests {
    private static let agreement = OCDSFixture.agreement

    private static func console(_ files: [String: String] = [:]) throws -> Console {
        let all = try OCDSFixture.files().merging(files.mapValues { MemoryFiles.File($0) }) { $1 }
        return Console(files: MemoryFiles(all))
    }

    private static func imported() async throws -> Console {
        let console = try console()
        let result = await console.run(["import-ocds", "roads.json"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
        return console
    }

    /// What is agreed on a day: a line for each field of each term.
    private static func fields(_ console: Console, on day: String) async -> [String] {
        await console.run([
            "export", "--agreement", agreement, "--on", day, "--format", "csv-fields", "--all",
        ]).output.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The line of one field.
    private static func field(
        _ name: String, of term: String, in console: Console, on day: String
    ) async -> String {
        await fields(console, on: day).first {
            $0.contains(",\(term),") && $0.contains(",\(name),agreed,")
        } ?? ""
    }

    /// The releases of the package, one file each.
    private static func releases() throws -> [String] {
        let package = try JSONReader.read(
            OCDSFixture.file("roads.json").bytes, numbers: .decimal)
        guard case .list(let releases)? = package["releases"]?.content else { return [] }
        return releases.map { release in
            // Numbers with decimals are plain texts in nodes, and go back as numbers.
            CanonicalJSON.text(of: release).replacing(/"(\d+\.\d+)"/) { String($0.output.1) }
        }
    }

    // MARK: Before and after

    @Test(arguments: [
        ("2023-11-11", "EUR 1,200,000.5"), ("2023-11-12", "EUR 1,450,000"),
        ("2024-04-30", "EUR 1,450,000"),
    ])
    func `the value is the former one before its amendment, and the new one from its day on`(
        day: String, amount: String
    ) async throws {
        let console = try await Self.imported()
        let value = await Self.field("amount", of: "value", in: console, on: day)
        #expect(value.contains(amount), "\(value)")
        let payer = await Self.field("payer", of: "value", in: console, on: day)
        #expect(payer.contains(",xx-reg-100,"), "\(payer)")
    }

    @Test func `the period is the longer one from the day of its amendment on`() async throws {
        let console = try await Self.imported()
        let before = await Self.field("ends", of: "duration", in: console, on: "2023-11-11")
        #expect(before.contains("through 2024-03-14"), "\(before)")
        let after = await Self.field("ends", of: "duration", in: console, on: "2023-11-12")
        #expect(after.contains("through 2024-09-30"), "\(after)")
    }

    @Test func `the amendment is an instrument, with why it was made among its sources`()
        async throws
    {
        let console = try await Self.imported()
        let key = "2023-11-20-\(Self.agreement)-amendment-04-amendment"
        let shown = await console.run(["show", key, "--format", "json"])
        #expect(shown.status == 0, "\(shown.errors)")
        for words in ["Amendment 1", "Two more quays", "2023-11-12"] {
            #expect(shown.output.contains(words), "\(words)\n\(shown.output)")
        }
    }

    @Test(arguments: [("2024-06-09", "in-force"), ("2024-06-11", "ended")])
    func `it ends on the day on which its termination was announced`(
        day: String, status: String
    ) async throws {
        let console = try await Self.imported()
        let value = await Self.field("amount", of: "value", in: console, on: day)
        #expect(value.contains(",\(status),"), "\(value)")
    }

    @Test func `what has no place in the record is listed by path and count`() async throws {
        let result = await (try Self.console()).run(["import-ocds", "roads.json"])
        for line in [
            "  tender 9\n", "  contracts/items 4\n",
            "payment p1: no payer is stated\n", "Gravel Brothers Ltd (tenderer)",
        ] {
            #expect(result.output.contains(line), "\(line)\n\(result.output)")
        }
    }

    // MARK: Again

    @Test(arguments: ["roads.json", "records.json"])
    func `the same releases a second time are known, and nothing is recorded`(
        file: String
    ) async throws {
        let console = try await Self.imported()
        let log = await console.run(["log"])
        let again = await console.run(["import-ocds", file])
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("4 already recorded"), "\(again.output)")
        #expect(await console.run(["log"]) == log)
    }

    @Test func `releases one after the other make the same as all at once`() async throws {
        let releases = try Self.releases()
        let names = releases.indices.map { "\($0).json" }
        let console = try Self.console(
            Dictionary(uniqueKeysWithValues: zip(names, releases)))
        for name in names {
            let result = await console.run(["import-ocds", name])
            #expect(result.status == 0, "\(name): \(result.errors)")
        }
        let whole = try await Self.imported()
        for day in ["2023-03-20", "2023-11-12", "2024-06-11"] {
            let agreed = await Self.fields(console, on: day).map(Self.withoutSources)
            let expected = await Self.fields(whole, on: day).map(Self.withoutSources)
            #expect(expected.count > 1, "\(day)")
            #expect(
                agreed == expected,
                "\(agreed.joined(separator: "\n"))\n\n\(expected.joined(separator: "\n"))")
        }
        let again = await console.run(["import-ocds", "roads.json"])
        #expect(again.output.contains("4 already recorded"), "\(again.errors)")
        for (name, release) in zip(names, releases) {
            whole.files[name] = MemoryFiles.File(release)
            let alone = await whole.run(["import-ocds", name])
            #expect(alone.status == 0, "\(name): \(alone.errors)")
            #expect(alone.output.contains("nothing changed"), "\(alone.output)")
        }
    }

    @Test
    func `lines of releases are read as a package is, and the same release twice is a duplicate`()
        async throws
    {
        let releases = try Self.releases()
        let lines = (releases + releases.prefix(1)).joined(separator: "\n")
        let console = try Self.console(["all.jsonl": lines + "\n"])
        let result = await console.run(["import-ocds", "all.jsonl", "--dry-run"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            result.output.contains("6 releases: 5 valid, 1 duplicate, 0 invalid"),
            "\(result.output)")
        #expect(console.store("./book.deedbook") == nil)
    }

    /// A release by itself does not say who publishes it.
    private static func withoutSources(_ line: String) -> String {
        line.split(separator: ",", omittingEmptySubsequences: false).dropLast()
            .joined(separator: ",")
    }

    // MARK: What is wrong

    @Test func `everything that is wrong is reported at once by its pointer, with its cure`()
        async throws
    {
        let console = try Self.console()
        let result = await console.run(["import-ocds", "wrong.json"])
        #expect(result.status == 65)
        for words in [
            "/releases/1/contracts/0/value/currency: \"EURO\" is no currency",
            "/releases/3/contracts/0/period/endDate: \"30.09.2024\" is no date",
            "/releases/4: the release is linked",
            "fetch https://harbour.example/ocds/release-05.json",
            "5 releases: 2 valid, 0 duplicate, 3 invalid; nothing was recorded",
        ] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
        #expect(console.store("./book.deedbook") == nil)
    }

    @Test func `a release of an earlier day than what is recorded is refused`() async throws {
        let releases = try Self.releases()
        let console = try Self.console(["late.json": releases[3], "early.json": releases[1]])
        let early = await console.run(["import-ocds", "early.json"])
        #expect(early.status == 0, "\(early.errors)")
        let late = await console.run(["import-ocds", "late.json"])
        #expect(late.status == 0, "\(late.errors)")
        console.files["between.json"] = MemoryFiles.File(releases[2])
        let between = await console.run(["import-ocds", "between.json"])
        #expect(between.status == 65)
        #expect(between.errors.contains("/contracts/0: "), "\(between.errors)")
        #expect(between.errors.contains("releases go in by their dates"), "\(between.errors)")
    }

    @Test func `a release that was changed under its id is refused`() async throws {
        let console = try await Self.imported()
        let text = try OCDSFixture.file("roads.json").text
        console.files["roads.json"] = MemoryFiles.File(
            text.replacingOccurrences(of: "1450000", with: "1460000"))
        let result = await console.run(["import-ocds", "roads.json"])
        #expect(result.status == 65)
        #expect(
            result.errors.contains("/releases/3/contracts/0: the release is recorded otherwise"),
            "\(result.errors)")
    }

    @Test func `a record without releases, a compiled release and something else are refused`()
        async throws
    {
        for (text, words) in [
            (
                #"{"records": [{"ocid": "ocds-1", "compiledRelease": {}}]}"#,
                "/records/0: the record has no"
            ),
            (
                #"{"ocid": "ocds-1", "id": "1", "date": "2023-01-01T00:00:00Z", "tag": ["compiled"]}"#,
                "/tag: a compiled release"
            ), (#"{"name": "something"}"#, "neither a release nor a record"),
            (#"{"releases": []}"#, "no release is there"), ("[1,]", "expected a JSON value"),
        ] {
            let console = try Self.console(["other.json": text])
            let result = await console.run(["import-ocds", "other.json"])
            #expect(result.status == 65, "\(text)")
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }
}
