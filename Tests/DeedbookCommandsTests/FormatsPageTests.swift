import Audit
import EventStore
import Foundation
import Journal
import Notation
import Terms
import Testing
import Transparency

/// The example on the page about the formats is made again: what stands there is what the program writes.
struct FormatsPageTests {
    private static let file = Fixture.root.appendingPathComponent("docs/formats.md")

    private static let deed = """
        recording: deed
        agreement: harbor
        instrument:
          { kind: definitive, title: Deed, signed: 2025-01-05, effective: { on: 2025-02-01 } }
        disclosed: 2025-01-05
        sources:
          - { id: deed, grade: executed-text, publisher: the parties }
        events:
          - agreement-recorded: { title: Harbor, zone: UTC }
          - party-admitted: { party: ana, name: Ana Example }
        """

    private static let order = """
        recording: order
        agreement: harbor
        instrument: { kind: order, title: Order }
        disclosed: 2025-03-01
        sources:
          - { id: order, grade: court-finding, publisher: A court }
        events:
          - payload-redacted: { event: "deed#2", authority: Order 12 }
        """

    private static let written = [
        "book.jsonl", "last.checkpoint", "trust.policy", "1.tlog-proof", "part.jsonl",
    ]

    private static let arguments = ["--policy", "trust.policy", "--against", "last.checkpoint"]

    /// The book of the page, and the files that are written of it.
    private static func console() async throws -> Console {
        let console = try await Fixture.none.console()
        try await InventedBook.withFiles(["deed.yaml": deed, "order.yaml": order]) { folder in
            try await console.prepare([
                "record \(folder)/deed.yaml --sign-with ana.key",
                "record \(folder)/order.yaml --recorder ben",
                "checkpoint --key book.key --policy trust.policy --witness http://lumen.example "
                    + "--out last.checkpoint",
                "export --out book.jsonl", "export --agreement harbor --out part.jsonl",
                "prove inclusion 1 --out 1.tlog-proof",
            ])
        }
        return console
    }

    /// What stands in the blocks of the page, by their names.
    private static func example() async throws -> [String: String] {
        let console = try await console()
        var blocks: [String: String] = [:]
        for file in written { blocks[file] = try console.text(of: file) }
        let store = try #require(console.store("./book.deedbook"))
        let rows = try await store.rows(after: 0, limit: 4)
        try #require(rows.count == 3)
        let entries = try rows.map { try EntryContents(parsing: $0.entry) }
        blocks["digest"] = try digest(of: rows[0], entries[0])
        blocks["remains"] = try remains(of: rows[1], by: rows[2])
        blocks["statement"] = try statement(entries)
        let checkpoint = try #require(try await store.checkpoints().last)
        blocks["tree"] = tree(of: rows, checkpoint.checkpoint.root)
        blocks["cosigned"] =
            "cosignature/v1\ntime \(MemoryWitnesses.seconds)\n\(checkpoint.note.text)"
        return blocks
    }

    private static func digest(of row: StoredRow, _ entry: EntryContents) throws -> String {
        let (payload, salt) = (try #require(row.payload), try #require(row.salt))
        let digest = Entry.digest(of: payload, salt: salt)
        #expect(digest == entry.payload)
        return """
            salt     \(Hexadecimal.text(of: salt))
            payload  \(String(decoding: payload, as: UTF8.self))
            digest   sha256:\(digest.hexadecimal)

            """
    }

    private static func remains(of row: StoredRow, by redaction: StoredRow) throws -> String {
        let said = try #require(try JSONReader.read(redaction.entry)["remains"])
        let left = try #require(row.remains)
        #expect(said["digest"]?.text == "sha256:\(TreeHash.sha256(left.bytes).hexadecimal)")
        return """
            remains  \(String(decoding: left.bytes, as: UTF8.self))
            entry    \(CanonicalJSON.text(of: said))

            """
    }

    /// The salts are the bytes 0, 1, 2 …, of which those of what was redacted are gone from the book.
    private static func statement(_ entries: [EntryContents]) throws -> String {
        let recording = try #require(Journal.recording(yaml: deed).0)
        let signature = try #require(entries[0].signature)
        #expect(signature.isValid(for: Array(entries[..<2])))
        return RecordingStatement(
            recording, by: "ana", salts: [Array(0..<16), Array(16..<32)]
        ).text
    }

    private static func tree(of rows: [StoredRow], _ root: TreeHash) -> String {
        let leaves = rows.map { TreeHash.leaf($0.entry) }
        let node = TreeHash.node(leaves[0], leaves[1])
        #expect(TreeHash.node(node, leaves[2]) == root)
        return """
            leaf #1         \(leaves[0].hexadecimal)
            leaf #2         \(leaves[1].hexadecimal)
            node #1 and #2  \(node.hexadecimal)
            leaf #3         \(leaves[2].hexadecimal)
            root            \(root.hexadecimal)

            """
    }

    /// What stands in the fenced blocks that have a name after their language.
    private static func blocks(on page: String) -> [String: String] {
        var blocks: [String: String] = [:]
        var name: String?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("```") else {
                if let name { blocks[name, default: ""] += line + "\n" }
                continue
            }
            let words = line.split(separator: " ")
            name = name == nil && words.count == 2 ? String(words[1]) : nil
        }
        return blocks
    }

    @Test func `the example is what the program writes`() async throws {
        var page = try String(contentsOf: Self.file, encoding: .utf8)
        let example = try await Self.example()
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            for (name, found) in Self.blocks(on: page) {
                page = page.replacingOccurrences(
                    of: " \(name)\n\(found)```", with: " \(name)\n\(example[name] ?? "")```")
            }
            try Data(page.utf8).write(to: Self.file)
        }
        let found = Self.blocks(on: page)
        #expect(Set(found.keys) == Set(example.keys))
        for (name, text) in example {
            #expect(
                found[name] == text, "\(name): RECORD_GOLDEN=1 swift test --filter FormatsPage")
        }
    }

    @Test func `both verifiers accept the example as it stands there`() async throws {
        let found = Self.blocks(on: try String(contentsOf: Self.file, encoding: .utf8))
        let files = found.filter { Self.written.contains($0.key) }
        let exports = ["book.jsonl", "part.jsonl"]
        let answer = try await InventedBook.withFiles(files) { folder in
            try await SecondVerifier.check(exports + ["1.tlog-proof"], Self.arguments, in: folder)
        }
        #expect(answer.status == 0, "\(answer.said)")
        for file in exports + ["1.tlog-proof"] { #expect(answer.accepts(file) == true, "\(file)") }

        let console = Console(files: MemoryFiles(files.mapValues { MemoryFiles.File($0) }))
        for file in exports {
            let ours = await console.run(["import", file, "--check"] + Self.arguments)
            #expect(ours.status == 0, "\(ours.output)\(ours.errors)")
        }
        let ours = await console.run(["verify-proof", "1.tlog-proof", "--policy", "trust.policy"])
        #expect(ours.status == 0, "\(ours.output)\(ours.errors)")
    }
}
