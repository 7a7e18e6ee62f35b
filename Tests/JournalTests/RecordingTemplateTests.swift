import Amendments
import Foundation
import Journal
import Notation
import Subprocesses
import Terms
import Testing

/// A skeleton is short, says what goes where, and is right for editors once it is filled.
@Suite(.serialized) struct RecordingTemplateTests {
    private static let kinds: [TermKind] = [
        .licenseGrant, .royalty, .minimumCommitment, .firstRefusal, .termAndRenewal,
        .confidentiality, .auditRight, .governingLaw, .disputeForum, .nonCompete, .liabilityCap,
    ]

    private static func template(_ detail: RecordingTemplate.Detail) -> String {
        RecordingTemplate.agreement(
            "acme-lumen", kinds: kinds, key: "2026-04-27-deed", detail: detail)
    }

    /// The skeleton with the example of each place in it, and each term with an id of its own.
    private static func filled(_ template: String) -> String {
        var terms = 0
        return template.split(separator: "\n", omittingEmptySubsequences: false).map {
            line -> String in
            guard let place = line.range(of: "  # <- ") else { return String(line) }
            let (member, words) = (line[..<place.lowerBound], line[place.upperBound...])
            let name = member.trimmingCharacters(in: .whitespaces)
            var value = "words of the document"
            if let example = words.range(of: "such as ") {
                value = String(words[example.upperBound...].prefix { $0 != ";" })
            } else if let list = words.range(of: ": ") {
                value = String(words[list.upperBound...].prefix { $0 != "," })
            }
            if name == "term:" {
                terms += 1
                value += "-\(terms)"
            }
            return "\(member) \(value)"
        }.joined(separator: "\n")
    }

    /// The comments with a field that may be left out, without their marks.
    private static func uncommented(_ template: String) -> String {
        template.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let margin = line.prefix { $0 == " " }
            let rest = line.dropFirst(margin.count)
            guard !margin.isEmpty, rest.hasPrefix("# ") else { return String(line) }
            return String(margin) + rest.dropFirst(2)
        }.joined(separator: "\n")
            .replacing("set: {}\n", with: "set:\n")
    }

    @Test func `filled with its own examples it is a recording`() throws {
        let (recording, problems) = Journal.recording(yaml: Self.filled(Self.template(.named)))
        #expect(problems.map(told) == [])
        #expect(try #require(recording).events.count == 3 + Self.kinds.count)
    }

    @Test func `with every comment of the full one taken for a field it is one, too`() throws {
        let text = Self.filled(Self.uncommented(Self.template(.full)))
        let (recording, problems) = Journal.recording(yaml: text)
        #expect(problems.map(told) == [])
        #expect(recording != nil)
    }

    @Test func `it has nothing but what a kind needs, in one line each`() {
        let text = Self.template(.named)
        let needed = Self.kinds.reduce(0) { $0 + $1.definition.requiredFields.count }
        let lines = text.split(separator: "\n")
        // The head, three events of the parties, and for each term its four lines and what may be left out.
        #expect(lines.count <= 35 + Self.kinds.count * 5 + needed, "\(lines.count)\n\(text)")
        for kind in Self.kinds {
            for field in kind.definition.fields {
                #expect(text.contains(field.name.rawValue), "\(kind) \(field.name)")
            }
        }
    }

    @Test func `a validator that is not ours takes it, by the schema that its first line names`()
        async throws
    {
        let head = "# yaml-language-server: $schema="
        let texts = [
            Self.filled(Self.template(.named)), Self.filled(Self.uncommented(Self.template(.full))),
        ]
        for text in texts { #expect(text.hasPrefix("\(head)\(RecordingTemplate.schemaPath)\n")) }
        #expect(
            SchemaDocuments.all.contains { RecordingTemplate.schemaPath.hasSuffix("/\($0.name)") })
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let broken = texts[0].replacing("kind: royalty", with: "kind: royality")
        let list = Node.list((texts + [broken]).map { .string($0) })
        try Data(CanonicalJSON.bytes(of: list)).write(to: file)
        let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Events/Schema")
        let answer = try await Python.run(
            SchemaScript.head + SchemaScript.refusals, [schemas.path, file.path])
        #expect(answer.status == 0, "\(answer.text)")
        let isValid = answer.text.split(separator: "\n").map { $0.hasPrefix("True") }
        #expect(isValid == [true, true, false], "\(answer.text)")
    }
}
