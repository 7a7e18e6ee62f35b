import Amendments
import Foundation
import Journal
import Notation
import Subprocesses
import Terms
import Testing

/// `Events/Schema` says what the code reads: it is generated, fresh, and checked with a validator that is
/// not ours.
@Suite(.serialized) struct SchemaTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let events = root.appendingPathComponent("Events")
    private static let folder = events.appendingPathComponent("Schema")

    @Test(arguments: SchemaDocuments.all.map(\.name))
    func `the file is what the code generates`(name: String) throws {
        let document = try #require(SchemaDocuments.all.first { $0.name == name })
        let text = CanonicalJSON.prettyText(of: document.node)
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        #expect(
            found == text,
            "Events/Schema/\(name) is stale: RECORD_GOLDEN=1 swift test --filter Schema")
    }

    @Test func `no other file stands beside them`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        // Kept fresh by the tests of the commands.
        let others = ["answers.schema.json", "export.1.schema.json"]
        #expect(Set(files) == Set(SchemaDocuments.all.map(\.name) + others))
    }

    @Test(arguments: SchemaDocuments.all.map(\.name))
    func `every reference resolves, and every definition is used`(name: String) throws {
        let document = try #require(SchemaDocuments.all.first { $0.name == name })
        guard case .object(let definitions)? = document.node["$defs"]?.content else {
            Issue.record("no $defs")
            return
        }
        let names = Set(definitions.map { "#/$defs/\($0.name)" })
        #expect(names == references(in: document.node))
        #expect(names.count == definitions.count)
        for kind in EventKind.allCases { #expect(names.contains("#/$defs/\(kind.rawValue)")) }
        for kind in TermKind.allCases { #expect(names.contains("#/$defs/\(kind.rawValue)-fields")) }
    }

    private func references(in node: Node) -> Set<String> {
        switch node.content {
        case .object(let members):
            members.reduce(into: []) { found, member in
                if member.name == "$ref", let text = member.value.text { found.insert(text) }
                found.formUnion(references(in: member.value))
            }
        case .list(let items): items.reduce(into: []) { $0.formUnion(references(in: $1)) }
        case .plain, .string, .integer, .boolean, .null: []
        }
    }

    @Test func `the whole record is valid for a validator that is not ours`() async throws {
        let reading = Journal.read(paths: [Self.events.path])
        #expect(reading.isSound)
        let lines = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: lines) }
        try Data(Journal.jsonLines(of: reading.recordings).utf8).write(to: lines)
        let answer = try await Python.run(
            SchemaScript.head + SchemaScript.record,
            [Self.folder.path, Self.events.path, lines.path])
        #expect(answer.status == 0, "\(answer.text)")
        let count = reading.drafts.count
        #expect(count > 60)
        #expect(answer.text == "\(count) files and \(count) lines are valid\n")
    }

    /// Shapes that the codecs refuse and a schema can describe: it must refuse them too.
    @Test func `a validator refuses what the reader refuses`() async throws {
        let good = recordingText("2026-04-27-x")
        let texts =
            [good]
            + SchemaScript.refused.map { row in
                good.replacing(SchemaScript.goodEvent, with: row.event)
            }
        for (row, text) in zip(SchemaScript.refused, texts.dropFirst()) where !row.isReportedByBook
        {
            #expect(Journal.recording(yaml: text).0 == nil, "the reader takes \(row.name)")
        }
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let list = Node.list(texts.map { .string($0) })
        try Data(CanonicalJSON.bytes(of: list)).write(to: file)
        let answer = try await Python.run(
            SchemaScript.head + SchemaScript.refusals, [Self.folder.path, file.path])
        #expect(answer.status == 0, "\(answer.text)")
        let answers = answer.text.split(separator: "\n")
        #expect(answers.count == texts.count)
        #expect(answers.first == "True True")
        for (row, answer) in zip(SchemaScript.refused, answers.dropFirst()) {
            #expect(answer == "False False", "a schema takes \(row.name)")
        }
    }
}
