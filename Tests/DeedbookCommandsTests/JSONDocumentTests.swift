import Amendments
import EventStore
import Foundation
import Subprocesses
import Terms
import Testing

/// A JSON Patch applies to a document that a command writes, by an implementation that is not ours.
struct JSONDocumentTests {
    /// Points of the shipped record, each as the options of `terms` and as a point of `diff`; POS stands for a
    /// position in the middle of the agreement's events.
    private static let points: [(options: [String], point: String)] = [
        (["--on", "2019-07-22"], "2019-07-22"), (["--on", "2023-01-23"], "2023-01-23"),
        (["--on", "2025-10-27"], "2025-10-27"), (["--on", "2025-10-28"], "2025-10-28"),
        (["--on", "2026-04-26"], "2026-04-26"), (["--on", "2026-04-28"], "2026-04-28"),
        (["--on", "2026-05-01", "--disclosed-by", "2026-05-01"], "2026-05-01@2026-05-01"),
        (["--on", "2026-05-01", "--recorded-at", "POS"], "2026-05-01@#POS"),
        (["--on", "2033-01-01"], "2033-01-01"),
    ]

    @Test func `a patch of diff makes the document of its second point from that of its first`()
        async throws
    {
        let console = try await Fixture.events.console()
        let store = try #require(console.store("./book.deedbook"))
        let positions = try await store.events(after: Position(0), limit: 1_000)
            .filter { $0.agreement == "microsoft-openai" }.map(\.position.number)
        let middle = "\(positions[positions.count / 2])"
        let points = Self.points.map { options, point in
            (options.map { $0 == "POS" ? middle : $0 }, point.replacing("POS", with: middle))
        }
        var documents: [String] = []
        for (options, _) in points {
            let line = ["terms", "microsoft-openai", "--format", "json-document"] + options
            let answer = await console.run(line)
            #expect(answer.status == 0, "\(answer.errors)")
            documents.append(answer.output)
        }
        var cases: [String] = []
        for (first, from) in points.enumerated() {
            for (second, to) in points.enumerated() where first != second {
                let line = ["diff", "microsoft-openai", from.1, to.1]
                let patch = await console.run(line + ["--format", "json-patch"])
                #expect(patch.status <= 1, "\(patch.errors)")
                cases.append("[\(first), \(second), \(patch.output)]")
            }
        }
        let text =
            "{\"documents\": [\(documents.joined(separator: ","))], "
            + "\"cases\": [\(cases.joined(separator: ","))]}"
        try await InventedBook.withFiles(["cases.json": text]) { folder in
            let done = try await Python.run(Self.script, [folder + "/cases.json"])
            #expect(done.status == 0 && done.text == "72 patches\n", "\(done.text)")
        }
    }

    private static let script = """
        import json, jsonpatch, sys
        d = json.load(open(sys.argv[1]))
        changed = 0
        for first, second, patch in d['cases']:
            made = jsonpatch.apply_patch(d['documents'][first], patch)
            assert made == d['documents'][second], (first, second)
            changed += bool(patch)
        assert changed > 40, changed
        print(len(d['cases']), 'patches')
        """

    @Test func `a document is whole: it is not narrowed to some terms`() async throws {
        let console = try await Fixture.tern.console()
        let line = ["terms", "tern-mill", "--format", "json-document", "--term", "royalty.paper"]
        let answer = await console.run(line)
        #expect(answer.status == 64)
        #expect(answer.errors.contains("a patch applies to the whole document"))
    }
}
