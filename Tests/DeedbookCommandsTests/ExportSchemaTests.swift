import Audit
import Foundation
import Notation
import Subprocesses
import Testing

/// The published schema of exports says what their lines are: it is generated, fresh, and asked of a validator that is
/// not ours.
struct ExportSchemaTests {
    private static let file = Fixture.root.appendingPathComponent(
        "Events/Schema/\(BookExport.schemaName)")

    @Test func `the published file is what the code generates`() throws {
        let text = CanonicalJSON.prettyText(of: BookExport.schemaDocument)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: Self.file)
        }
        let isFresh = (try? Data(contentsOf: Self.file)) == Data(text.utf8)
        #expect(
            isFresh,
            "\(BookExport.schemaName) is stale: RECORD_GOLDEN=1 swift test --filter ExportSchema")
    }

    @Test(arguments: ["export", BookExport.format])
    func `the command writes it`(name: String) async throws {
        let answer = await Console().run(["schema", name])
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output == CanonicalJSON.prettyText(of: BookExport.schemaDocument))
    }

    @Test func `every line of an export is valid, and what the reader refuses is not`()
        async throws
    {
        let console = try await ChangedExport.signed()
        let good = ["book.jsonl", "part.jsonl"].flatMap { file in
            (try? console.text(of: file))?.split(separator: "\n").map(String.init) ?? []
        }
        #expect(good.count > 40)
        for row in Self.refused {
            let item = try? BookExport.item(parsing: Array(row.line.utf8))
            #expect(item == nil, "the reader takes \(row.name)")
        }
        let lines = Node.list((good + Self.refused.map(\.line)).map { .string($0) })
        let answers = try await InventedBook.withFiles([
            "lines.json": CanonicalJSON.text(of: lines)
        ]) { folder in
            try await Python.run(Self.script, [Self.file.path, folder + "/lines.json"])
        }
        #expect(answers.status == 0, "\(answers.text)")
        let verdicts = answers.text.split(separator: "\n")
        try #require(verdicts.count == good.count + Self.refused.count, "\(answers.text)")
        for (line, verdict) in zip(good, verdicts) { #expect(verdict == "valid", "\(line)") }
        for (row, verdict) in zip(Self.refused, verdicts.dropFirst(good.count)) {
            #expect(verdict == "invalid", "the schema takes \(row.name)")
        }
    }

    /// Says of each line whether it is valid, and its entry with it.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema = json.load(open(sys.argv[1], encoding='utf-8'))
        Draft202012Validator.check_schema(schema)
        line_is = Draft202012Validator(schema)
        entry_is = Draft202012Validator({'$defs': schema['$defs'], '$ref': '#/$defs/entry'})
        for text in json.load(open(sys.argv[2], encoding='utf-8')):
            line = json.loads(text)
            good = line_is.is_valid(line)
            if good and 'entry' in line:
                good = entry_is.is_valid(json.loads(line['entry']))
            print('valid' if good else 'invalid')
        """

    private static let refused: [(name: String, line: String)] = [
        ("a head of another format", #"{"format":"deedbook/export/2","origin":"m","size":1}"#),
        ("a head without a size", #"{"format":"deedbook/export/1","origin":"m"}"#),
        ("a size as text", #"{"format":"deedbook/export/1","origin":"m","size":"1"}"#),
        (
            "an agreement in capitals",
            #"{"agreement":"Tern","format":"deedbook/export/1","origin":"m","size":1}"#
        ),
        (
            "an unknown member of the head",
            #"{"colour":"red","format":"deedbook/export/1","origin":"m","size":1}"#
        ),
        ("a checkpoint that is no text", #"{"checkpoint":["memory"]}"#),
        ("a line of nothing", "{}"),
        ("a line that is no object", "[]"),
        ("an event without payload and remains", #"{"entry":"{}"}"#),
        ("a payload without its salt", #"{"entry":"{}","payload":"{}"}"#),
        ("a short salt", #"{"entry":"{}","payload":"{}","salt":"00"}"#),
        (
            "a salt in capitals",
            #"{"entry":"{}","payload":"{}","salt":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#
        ),
        (
            "payload and remains",
            #"{"entry":"{}","payload":"{}","redactedBy":2,"remains":"{}","schema":1}"#
        ),
        ("remains of no version", #"{"entry":"{}","redactedBy":2,"remains":"{}"}"#),
        (
            "a proof that is no list",
            #"{"entry":"{}","payload":"{}","proof":"","salt":"00000000000000000000000000000000"}"#
        ),
        (
            "a hash of 31 bytes",
            #"{"entry":"{}","proof":["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="],"#
                + #""redactedBy":2,"remains":"{}","schema":1}"#
        ),
    ]
}
