import Foundation
import Testing

/// What an answer on one screen leaves out is one option away, and what it shows is of the whole answer.
struct OneScreenDetailTests {
    private static let collisions = ["conflicts", "--on", "2026-03-15"]

    /// The numbers of findings in an answer, and what stands before each.
    private static func numbered(_ output: String) -> [(number: Int, words: String)] {
        output.matches(of: /([a-z][\w. -]*) \((\d+)\)/).compactMap { match in
            Int(match.output.2).map { ($0, String(match.output.1)) }
        }
    }

    @Test func `every finding that nothing settles has one number, from 1 on`() async throws {
        let console = try await Fixture.events.console()
        let result = await console.run(Self.collisions + ["--width", "1000"])
        let found = try #require(result.output.firstMatch(of: /(\d+) certain, (\d+) possible/))
        let count = (Int(found.output.1) ?? 0) + (Int(found.output.2) ?? 0)
        let end = try #require(result.output.firstRange(of: "\nGaps in the record"))
        let numbers = Self.numbered(String(result.output[..<end.lowerBound])).map(\.number)
        #expect(numbers.sorted() == Array(1...count))
    }

    @Test func `a finding is shown by its number with all that the whole answer says of it`()
        async throws
    {
        let console = try await Fixture.events.console()
        let brief = await console.run(Self.collisions + ["--width", "1000"])
        let full = await console.run(Self.collisions + ["--full"])
        func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }
        // What sources an event has is said where it comes first.
        func bare(_ lines: Set<Substring>) -> Set<Substring> { lines.filter { !$0.contains("#") } }
        let found = Self.numbered(brief.output)
        #expect(!found.isEmpty)
        for (number, words) in found {
            let result = await console.run(Self.collisions + ["--detail", "\(number)"])
            #expect(result.status == 0)
            let term = words.split(separator: " ").last ?? ""
            #expect(result.output.contains(term), "\(number): \(result.output)")
            for line in bare(lines(result.output)) where line.hasPrefix("  not known") {
                #expect(lines(full.output).contains(line), "\(line)")
            }
        }
        let beyond = await console.run(Self.collisions + ["--detail", "999"])
        #expect(beyond.status == 64 && beyond.errors.contains("numbered from 1 to"))
    }

    @Test func `findings that turn on one disputed reading stand together`() async throws {
        let console = try await Fixture.events.console()
        let result = await console.run(Self.collisions + ["--width", "1000"])
        let groups = result.output.components(separatedBy: "\n\n")
        let api = groups.filter { $0.contains("POSSIBLE  microsoft-openai api.azure-exclusivity") }
        #expect(api.count == 1)
        #expect(api.first?.contains("turns on") == true)
        #expect(api.first?.contains("disputed: one reading is") == true)
        #expect((api.first?.matches(of: /\(\d+\)/).count ?? 0) >= 7)
    }

    @Test func `the sums on one screen are those of the whole answer`() async throws {
        let console = try await Fixture.events.console()
        let line = [
            "payable", "microsoft-openai", "revenue-share.openai-to-microsoft", "--figures",
            "invented.csv", "--compare", "2026-04-26",
        ]
        let brief = await console.run(line).output
        let full = await console.run(line + ["--full"]).output
        func sums(_ text: String, _ word: String) -> [[Substring]] {
            text.split(separator: "\n").filter { $0.hasPrefix(word) }
                .map { $0.split(separator: " ").suffix(2) }
        }
        let totals = sums(full, "Total")
        #expect(totals.count == 4)
        let shown = sums(brief, "as agreed") + sums(brief, "if reports hold")
        #expect(Set(shown) == Set(totals))
        let changes = sums(full, "as agreed") + sums(full, "if reports hold")
        #expect(sums(brief, "change, ") == changes)
        #expect(!brief.contains("The terms used"))
        #expect(full.contains("The terms used"))
    }

    @Test func `problems take one screen, the others are counted, and none is lost`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-problems-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let events = (0..<40).map { "  - term-removed: { trem: fee\($0) }\n" }.joined()
        let text = """
            recording: r
            agreement: a
            instrument: { kind: amendment, title: T, effective: { on: 2021-01-01 } }
            disclosed: 2021-01-01
            sources: [{ id: s, grade: executed-text, publisher: p }]
            events:
            \(events)
            """
        try text.write(
            to: folder.appendingPathComponent("r.yaml"), atomically: true, encoding: .utf8)
        let full = await Console().run(["check", folder.path, "--full"])
        let brief = await Console().run(["check", folder.path])
        func errors(_ result: Console.Result) -> [Substring] {
            result.errors.split(separator: "\n").filter { $0.contains(" error: ") }
        }
        let (all, shown) = (errors(full), errors(brief))
        #expect(all.count >= 40)
        #expect(
            !shown.isEmpty && shown.count < all.count && shown == Array(all.prefix(shown.count)))
        #expect(brief.errors.contains("\(all.count) in all, in 1 file; "))
        #expect(brief.errors.contains("\(all.count - shown.count) not shown"))
        #expect(brief.errors.split(separator: "\n").count <= 24)
        #expect(brief.status == full.status)
    }

    @Test func `of many recordings the count is shown, and each with --full`() async throws {
        let folder = Fixture.root.appendingPathComponent("Events/microsoft-openai").path
        let brief = await Console().run(["record", folder])
        #expect(brief.status == 0)
        #expect(brief.output.hasPrefix("Recorded "))
        let full = await Console().run(["record", folder, "--full"])
        let lines = full.output.split(separator: "\n")
        #expect(lines.first == brief.output.split(separator: "\n").first)
        let recordings = try #require(lines.first?.firstMatch(of: /Recorded (\d+) recordings/)?.1)
        #expect(lines.count { $0.hasPrefix("recorded ") } == Int(recordings))
    }

    @Test func `an audit on one screen names what was not checked, and how it ended`()
        async throws
    {
        let console = try await Fixture.altered.console()
        let brief = await console.run(["verify"])
        let full = await console.run(["verify", "--full"])
        #expect(brief.status == full.status)
        let conclusion = try #require(full.output.split(separator: "\n").last)
        #expect(brief.output.contains(conclusion))
        for line in full.output.split(separator: "\n") where line.contains("not checked:") {
            let reason = line.components(separatedBy: "not checked: ")[1]
            #expect(brief.output.contains(reason), "\(line)")
        }
        for line in full.output.split(separator: "\n") where line.contains("-altered: ") {
            #expect(brief.output.contains(line))
        }
        #expect(brief.output.split(separator: "\n").count <= 24)
    }
}
