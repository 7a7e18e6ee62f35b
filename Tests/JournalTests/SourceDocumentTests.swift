import Amendments
import Foundation
import Journal
import Notation
import Terms
import Testing

/// The documents that sources name: looked at where they lie, and recorded as events.
struct SourceDocumentTests {
    /// The hash of "abc", and of "abd".
    static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    static let abd = "a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9"

    static func text(_ document: String, event: String = "party-withdrew: { party: a }") -> String {
        """
        recording: licence
        agreement: harbor
        instrument: { kind: filing, title: Licence }
        disclosed: 2026-04-27
        sources:
          - { id: deed, grade: executed-text, publisher: Käufer & Söhne, \(document) }
          - { id: note, grade: secondary, publisher: The paper }
        events:
          - \(event)

        """
    }

    private static func reading(
        _ document: String, files: [String: String] = ["ex10.pdf": "abc"]
    ) throws -> Journal.Reading {
        var reading: Journal.Reading?
        try withFolder(files.merging(["licence.yaml": text(document)]) { $1 }) { folder in
            reading = Journal.read(paths: ["\(folder)/licence.yaml"])
        }
        return try #require(reading)
    }

    @Test func `a document that is as stated becomes an event after those that are written`() throws
    {
        let reading = try Self.reading("file: ex10.pdf, sha256: \(Self.abc), page: 12")
        let draft = try #require(reading.drafts.first, "\(reading.problems)")
        #expect(
            draft.recording.events.map(\.kind) == [.partyWithdrew, .documentAttached])
        #expect(
            draft.recording.events[1].payload as? DocumentAttached
                == DocumentAttached(
                    source: "deed", sha256: DocumentDigest(Self.abc), name: "ex10.pdf"))
        #expect(draft.recording.events[1].cites == ["deed"])
        #expect(draft.recording.sources[0].page == "12")
        #expect(draft.documents.map(\.sha256.hexadecimal) == [Self.abc])
        #expect(draft.documents.first?.path.hasSuffix("/ex10.pdf") == true)
    }

    @Test func `what is recorded reads back the same when it is written again`() throws {
        let recording = try #require(
            try Self.reading("file: ex10.pdf, sha256: \(Self.abc)").recordings.first)
        let (again, problems) = Journal.recording(yaml: Journal.yaml(of: recording))
        #expect(problems.isEmpty)
        #expect(again == recording)
        let (lines, _) = Journal.recordings(jsonLines: Journal.jsonLines(of: [recording]))
        #expect(lines == [recording])
    }

    @Test func `a hash alone names a document that is not beside the file`() throws {
        let reading = try Self.reading("sha256: \(Self.abc)", files: [:])
        #expect(reading.recordings.first?.events.count == 2)
        #expect(reading.drafts.first?.documents == [])
    }

    @Test func `another file than the one stated is reported with both hashes`() throws {
        let reading = try Self.reading(
            "file: ex10.pdf, sha256: \(Self.abc)", files: ["ex10.pdf": "abd"])
        #expect(reading.problems.count == 1)
        #expect(reading.problems[0].message.contains(Self.abc))
        #expect(reading.problems[0].message.contains(Self.abd))
        #expect(reading.problems[0].mark?.line == 6)
    }

    @Test(arguments: ["file: ex11.pdf, sha256: \(abc)", "file: folder, sha256: \(abc)"])
    func `a document that is not there is reported with the hash that is stated`(
        _ document: String
    ) throws {
        let reading = try Self.reading(document, files: ["folder/other": "abc"])
        #expect(reading.problems.count == 1)
        #expect(reading.problems[0].message.contains(Self.abc))
    }

    @Test func `a document without its hash is reported once, with the line to write`() throws {
        let reading = try Self.reading("file: ex10.pdf")
        #expect(reading.problems.count == 1, "\(reading.problems)")
        #expect(reading.problems[0].hint?.contains("sha256: \(Self.abc)") == true)
        #expect(reading.drafts.isEmpty)
    }

    @Test func `without a folder to look in, a document without its hash is still reported`() {
        let (_, problems) = Journal.recording(yaml: Self.text("file: ex10.pdf"))
        #expect(problems.count == 1)
        #expect(problems[0].message.contains("without its sha256"))
    }

    @Test(arguments: ["../ex10.pdf", "/etc/hostname", "a/../../b", "", "a//b", "./ex10.pdf"])
    func `a path that leads out of the folder is refused, and nothing is read there`(
        _ path: String
    ) throws {
        let reading = try Self.reading("file: \"\(path)\", sha256: \(Self.abc)")
        #expect(reading.problems.count == 1, "\(reading.problems)")
        #expect(reading.problems[0].message.contains("is not a file beside the recording's"))
    }

    @Test func `a hash that is none, and an unknown member, are reported with what is allowed`()
        throws
    {
        let reading = try Self.reading("file: ex10.pdf, sha256: \(Self.abc.uppercased()), fil: a")
        #expect(reading.problems.count == 2, "\(reading.problems)")
        #expect(
            reading.problems.contains {
                $0.message == "unknown member 'fil'" && $0.hint?.contains("file, sha256") == true
            })
    }
}

// The hash is written into the file.
extension SourceDocumentTests {
    private static func stated(_ text: String) throws -> Journal.Stating {
        var stating: Journal.Stating?
        try withFolder(["ex10.pdf": "abc", "b/c.txt": "abd", "licence.yaml": text]) { folder in
            stating = Journal.stateDocuments(
                in: Array(text.utf8), of: "\(folder)/licence.yaml")
        }
        return try #require(stating)
    }

    static let block = """
        sources:
          - file: ex10.pdf  # the exhibit
            id: deed
            publisher: "Käufer, "
          - id: note
            file: b/c.txt
            grade: secondary

        """

    static let spread = """
        sources:
          - {
            file: ex10.pdf,
            id: deed }

        """

    @Test func `in braces the hash goes into the line, and nothing else changes`() throws {
        let text = Self.text("file: ex10.pdf")
        let stating = try Self.stated(text)
        #expect(stating.problems.isEmpty)
        #expect(
            String(decoding: stating.text, as: UTF8.self)
                == text.replacing("file: ex10", with: "sha256: \(Self.abc), file: ex10"))
    }

    @Test(arguments: ["\n", "\r\n"])
    func `elsewhere it has a line of its own, also as the first member of a source`(
        _ end: String
    ) throws {
        let stating = try Self.stated(Self.block.replacing("\n", with: end))
        #expect(stating.problems.isEmpty)
        #expect(stating.stated.map(\.name.text) == ["ex10.pdf", "b/c.txt"])
        let text = String(decoding: stating.text, as: UTF8.self)
            .replacing("\r\n", with: "\n")
        #expect(
            text
                == Self.block
                .replacing("- file: ex10", with: "- sha256: \(Self.abc)\n    file: ex10")
                .replacing("file: b/c", with: "sha256: \(Self.abd)\n    file: b/c"))
    }

    @Test func `a map in braces over several lines is not taken for lines of its own`() throws {
        let stating = try Self.stated(Self.spread)
        #expect(stating.problems.isEmpty)
        #expect(
            String(decoding: stating.text, as: UTF8.self)
                == Self.spread.replacing("file:", with: "sha256: \(Self.abc), file:"))
    }

    @Test func `where one document cannot be read, nothing is stated`() throws {
        let text = Self.block.replacing("b/c.txt", with: "gone.txt")
        let stating = try Self.stated(text)
        #expect(stating.problems.count == 1)
        #expect(stating.text == Array(text.utf8))
    }

    @Test func `what is stated already is left as it is`() throws {
        let text = Self.text("file: ex10.pdf, sha256: \(Self.abc)")
        let stating = try Self.stated(text)
        #expect(stating.problems.isEmpty && stating.stated.isEmpty)
        #expect(stating.text == Array(text.utf8))
    }

    /// What `check` refuses of a document.
    static let refused = [
        "file: ex10.pdf, sha256: \(abd)", "file: gone.pdf, sha256: \(abc)",
        "file: ../ex10.pdf, sha256: \(abc)", "file: ../ex10.pdf", "file: /etc/hostname",
        "file: .", "file: \"\"", "file: b, sha256: \(abd)", "file: ex10.pdf, sha256: abc",
    ]

    @Test(arguments: refused)
    func `where check refuses a document, its hash is not stated, for the same reason`(
        _ document: String
    ) throws {
        let text = Self.text(document)
        let files = ["ex10.pdf": "abc", "b/c.txt": "abd", "licence.yaml": text]
        try withFolder(files) { folder in
            let file = "\(folder)/licence.yaml"
            let stating = Journal.stateDocuments(in: Array(text.utf8), of: file)
            let checked = Journal.read(paths: [file]).problems
            #expect(stating.problems.map(\.message) == checked.map(\.message))
            #expect(stating.problems.count == 1, "\(stating.problems)")
            #expect(stating.text == Array(text.utf8))
        }
    }

    @Test func `a link out of the folder is refused, and one within it is not`() throws {
        try withFolder(["in/licence.yaml": "", "in/ex10.pdf": "abc", "ex10.pdf": "abc"]) { folder in
            let file = "\(folder)/in/licence.yaml"
            for (link, target) in [("out.pdf", "../ex10.pdf"), ("own.pdf", "ex10.pdf")] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/in/\(link)", withDestinationPath: target)
            }
            let out = Self.text("file: out.pdf, sha256: \(Self.abc)")
            try out.write(toFile: file, atomically: false, encoding: .utf8)
            #expect(
                Journal.read(paths: [file]).problems.first?.message.contains("leads out") == true)
            #expect(Journal.stateDocuments(in: Array(out.utf8), of: file).problems.count == 1)
            let own = Journal.stateDocuments(in: Array(Self.text("file: own.pdf").utf8), of: file)
            #expect(own.problems.isEmpty && own.stated.map(\.sha256.hexadecimal) == [Self.abc])
        }
    }
}
