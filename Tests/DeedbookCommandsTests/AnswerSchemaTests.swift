import DeedbookCommands
import Foundation
import Notation
import Rendering
import Subprocesses
import Testing

/// Every JSON answer has a published schema that says what the answer is: no more, and no less.
@Suite(.serialized) struct AnswerSchemaTests {
    private static let bundle = Fixture.root.appendingPathComponent(
        "Events/Schema/\(AnswerSchema.bundleName)")

    @Test func `the published file is what the code generates`() throws {
        let text = CanonicalJSON.prettyText(of: AnswerSchema.bundle)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: Self.bundle)
        }
        let isFresh = (try? Data(contentsOf: Self.bundle)) == Data(text.utf8)
        #expect(
            isFresh,
            "\(AnswerSchema.bundleName) is stale: RECORD_GOLDEN=1 swift test --filter AnswerSchema")
    }

    @Test func `the page about answers has a row for each`() throws {
        let file = Fixture.root.appendingPathComponent(
            "Sources/Rendering/Rendering.docc/Answers.md")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let rows = AnswerSchema.all.map { "| `\($0.mark)` | `\($0.command)` | \($0.title) |" }
        let isRow = { (line: String) in line.hasPrefix("| `deedbook/") }
        let first = try #require(lines.firstIndex(where: isRow))
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            let page = lines[..<first] + rows + lines[first...].drop(while: isRow)
            try Data(page.joined(separator: "\n").utf8).write(to: file)
            return
        }
        #expect(lines.filter(isRow) == rows, "RECORD_GOLDEN=1 swift test --filter AnswerSchema")
    }

    @Test(arguments: AnswerSchema.all.map(\.what))
    func `an answer's definitions are all used, and the same in every answer`(
        what: String
    ) throws {
        let schema = try #require(AnswerSchema.all.first { $0.what == what })
        let definitions = schema.document["$defs"]
        let names = Self.names(in: definitions)
        #expect(Set(names.map { "#/$defs/\($0)" }) == Self.references(in: schema.document))
        for name in names {
            #expect(definitions?[name] == AnswerSchema.bundle["$defs"]?[name], "\(name)")
        }
        #expect(Self.names(in: schema.document["properties"]).first == "schema")
        #expect(AnswerSchema.all.count { $0.what == what } == 1)
    }

    @Test func `every answer is valid by its schema, and nothing else is`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-answers-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let schemas = folder.appendingPathComponent("schemas")
        let written = await Console()
            .runOnDisk(["schema", "--out", schemas.path, "--format", "json"])
        #expect(written.status == 0)

        var answers = try Self.goldenAnswers()
        answers.append(("schema --out", written.output))
        answers.append(("rebuild", try await Self.rebuilt(in: folder)))
        answers.append(("attach", try await Self.attached(in: folder)))
        let shown = Set(
            try answers.map { try JSONReader.read(Array($0.text.utf8))["schema"]?.text })
        #expect(
            shown == Set(AnswerSchema.all.map(\.mark)),
            "a golden page for every answer, and a schema for every page")

        let list = answers.map { "{\"name\": \"\($0.name)\", \"answer\": \($0.text)}" }
        let file = folder.appendingPathComponent("answers.json")
        try Data("[\(list.joined(separator: ",\n"))]".utf8).write(to: file)
        let result = try await Python.run(AnswerSchemaScript.text, [schemas.path, file.path])
        #expect(result.status == 0, "\(result.text)")
        #expect(
            result.text.hasPrefix(
                "\(answers.count) answers are valid by \(AnswerSchema.all.count) schemas\n"))
    }

    /// The JSON answers among the golden pages; a patch (RFC 6902) is a list, and not of ours.
    private static func goldenAnswers() throws -> [(name: String, text: String)] {
        let golden = Fixture.folder.deletingLastPathComponent()
        let files = FileManager.default.enumerator(atPath: golden.path)?.compactMap {
            $0 as? String
        }
        return try (files ?? []).filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            let page = try String(
                contentsOf: golden.appendingPathComponent(name), encoding: .utf8)
            guard
                let output = page.components(separatedBy: "---- output\n").dropFirst().first?
                    .components(separatedBy: "---- errors").first,
                output.hasPrefix("{\n  \"schema\": ")
            else { return nil }
            return (name, output)
        }
    }

    /// The books of the golden pages are in memory and keep no derived tables.
    private static func rebuilt(in folder: URL) async throws -> String {
        let files = Fixture.folder.appendingPathComponent("tern").path
        _ = try await ProcessTests.run("deedbook record '\(files)'", in: folder)
        return try await ProcessTests.run("deedbook rebuild --format json", in: folder).output
    }

    private static func attached(in folder: URL) async throws -> String {
        let text = InventedBook.opening().replacingOccurrences(
            of: "publisher: ", with: "file: deal.txt, publisher: ")
        for (name, content) in [("a.yaml", text), ("deal.txt", "the deal")] {
            try Data(content.utf8).write(to: folder.appendingPathComponent(name))
        }
        return try await ProcessTests.run("deedbook attach a.yaml --format json", in: folder).output
    }

    private static func names(in node: Node?) -> [String] {
        guard case .object(let members)? = node?.content else { return [] }
        return members.map(\.name)
    }

    private static func references(in node: Node) -> Set<String> {
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
}
