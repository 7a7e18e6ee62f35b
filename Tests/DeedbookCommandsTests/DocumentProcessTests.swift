import Foundation
import Subprocesses
import Testing

/// Documents beside a book: kept, named where they are missing or altered, carried along, and removed with what names
/// them.
struct DocumentProcessTests {
    /// The hash of "abc".
    static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    static let kept = "book.deedbook.documents/ba/\(abc.dropFirst(2))"

    static let opening = InventedBook.opening(
        "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 5 } }"
    ).replacing(
        "publisher: the parties }", with: "publisher: the parties, file: ex/deed.pdf, page: 3 }")

    /// A folder with a recording whose source names a document, and the hash of it stated.
    static func withBook(_ name: String, _ body: (Shell) async throws -> Void) async throws {
        let shell = try Shell("documents-\(name)")
        defer { shell.remove() }
        let folder = shell.folder.appendingPathComponent("ex")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("abc", "ex/deed.pdf", shell)
        try write(opening, "a.yaml", shell)
        await shell.expect("deedbook attach a.yaml", 0, "a.yaml states ex/deed.pdf, sha256 \(abc)")
        try await body(shell)
    }

    static func write(_ text: String, _ file: String, _ shell: Shell) throws {
        try Data(text.utf8).write(to: shell.folder.appendingPathComponent(file))
    }

    static func read(_ file: String, _ shell: Shell) -> String? {
        try? String(contentsOf: shell.folder.appendingPathComponent(file), encoding: .utf8)
    }

    @Test func `what is recorded is kept under its hash, for its owner alone, and shown`()
        async throws
    {
        try await Self.withBook("kept") { shell in
            await shell.expect("deedbook check a.yaml", 0, "no problems")
            await shell.expect("deedbook record a.yaml", 0)
            #expect(Self.read(Self.kept, shell) == "abc")
            #expect(shell.mode(of: Self.kept) == 0o600)
            #expect(shell.mode(of: "book.deedbook.documents") == 0o700)
            await shell.expect("deedbook show a", 0, "ex/deed.pdf, source s: present, 3 bytes")
            await shell.expect("deedbook show a --events", 0, "page 3")
            await shell.expect("deedbook show a --format json", 0, #""state": "present""#)
            await shell.expect("deedbook verify", 0, "passed: 1 named, 1 present")
            await shell.expect("deedbook doctor", 0, "1 named, none missing")
            await shell.expect("deedbook record a.yaml", 0, "nothing changed")
        }
    }

    @Test func `check and record refuse a document that is another one, or not there`() async throws
    {
        try await Self.withBook("refused") { shell in
            try Self.write("abd", "ex/deed.pdf", shell)
            for command in ["check", "record"] {
                await shell.expect("deedbook \(command) a.yaml", 65, Self.abc)
            }
            try FileManager.default.removeItem(
                at: shell.folder.appendingPathComponent("ex/deed.pdf"))
            for command in ["check", "record"] {
                await shell.expect("deedbook \(command) a.yaml", 65, "'ex/deed.pdf' is not there")
            }
            try Self.write(Self.opening, "a.yaml", shell)
            try Self.write("abc", "ex/deed.pdf", shell)
            await shell.expect("deedbook check a.yaml", 65, "sha256: \(Self.abc)")
        }
    }

    @Test func `one that is missing or altered is named everywhere, and attach puts it back`()
        async throws
    {
        try await Self.withBook("findings") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            let file = shell.folder.appendingPathComponent(Self.kept)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: file.path)
            try Self.write("abd", Self.kept, shell)
            await shell.expect("deedbook show a", 0, "ALTERED, 3 bytes")
            await shell.expect("deedbook verify", 1, "FAILED, 1 named, 1 altered")
            await shell.expect("deedbook verify --format json", 1, #""altered": 1"#)
            await shell.expect("deedbook doctor", 1, "1 missing or altered")
            await shell.expect("deedbook attach a ex/deed.pdf", 65, "was altered")
            #expect(Self.read(Self.kept, shell) == "abd", "nothing is overwritten")
            try FileManager.default.removeItem(at: file)
            await shell.expect("deedbook show a", 0, "MISSING")
            await shell.expect("deedbook verify", 1, "1 document missing or altered")
            await shell.expect("deedbook attach a a.yaml", 65, "no event names a.yaml")
            await shell.expect("deedbook attach a ex/deed.pdf", 0, "is kept in")
            await shell.expect("deedbook attach a ex/deed.pdf", 0, "already")
            await shell.expect("deedbook attach A ex/deed.pdf", 0, "already")
            await shell.expect(
                "deedbook attach nowhere ex/deed.pdf", 65, "unknown recording 'nowhere'")
            await shell.expect("deedbook verify", 0, "1 present")
        }
    }

    @Test func `backup, export and import carry documents, and name those that stay behind`()
        async throws
    {
        try await Self.withBook("carried") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            await shell.expect("deedbook backup copy.deedbook", 0, "1 document copied")
            await shell.expect("deedbook verify --book copy.deedbook", 0, "1 present")
            await shell.expect("deedbook export --out all.jsonl", 0, "all.jsonl.documents")
            await shell.expect("deedbook export > plain.jsonl", 0, "1 document stayed behind")
            await shell.expect(
                "deedbook import all.jsonl --book new.deedbook", 0, "1 document copied")
            await shell.expect("deedbook verify --book new.deedbook", 0, "1 present")
            await shell.expect(
                "deedbook import plain.jsonl --book bare.deedbook", 0,
                "missing from plain.jsonl.documents")
            await shell.expect("deedbook verify --book bare.deedbook", 1, "1 missing")
            await shell.expect(
                "deedbook attach a ex/deed.pdf --book bare.deedbook", 0, "is kept in")
            await shell.expect("deedbook verify --book bare.deedbook", 0, "1 present")
        }
    }

    @Test
    func `a copy has its name once its documents are beside it, and is made again after a failure`()
        async throws
    {
        try await Self.withBook("half") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            await shell.expect("deedbook export --out all.jsonl", 0)
            let copies = [
                (file: "copy.deedbook", command: "deedbook backup copy.deedbook"),
                (file: "again.jsonl", command: "deedbook export --out again.jsonl"),
                (file: "new.deedbook", command: "deedbook import all.jsonl --book new.deedbook"),
            ]
            for (file, command) in copies {
                // Where the folder of documents should be made stands something else.
                await shell.expect("touch \(file).documents", 0)
                let failed = try await ProcessTests.run(command, in: shell.folder)
                #expect(failed.status == 73, "\(failed.errors)")
                #expect(!failed.output.contains("exported"))
                await shell.expect("test -e \(file)", 1)
                await shell.expect("rm \(file).documents", 0)
                await shell.expect(command, 0, "1 document copied")
            }
        }
    }

    @Test func `a redaction takes the hash out of the book and the document from beside it`()
        async throws
    {
        try await Self.withBook("redacted") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            try Self.write(
                InventedBook.recording(
                    "order", "2024-06-01", kind: "order",
                    "payload-redacted: { event: a#5, authority: a court }"), "order.yaml", shell)
            await shell.expect("deedbook record order.yaml", 0, "removed the document of a#5")
            #expect(Self.read(Self.kept, shell) == nil)
            let book = try Data(contentsOf: shell.folder.appendingPathComponent("book.deedbook"))
            #expect(book.firstRange(of: Data(Self.abc.utf8)) == nil)
            await shell.expect("deedbook show a", 0, "redacted")
            await shell.expect("deedbook verify", 0, "passed: 1 named, 1 redacted")
            await shell.expect("deedbook doctor", 0)
        }
    }

    @Test func `a pipe in the place of a document is reported, not waited for, and stops nothing`()
        async throws
    {
        try await Self.withBook("pipe") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            await shell.expect("rm \(Self.kept) && mkfifo \(Self.kept)", 0)
            let words = "NOT READABLE, not checked"
            for command in ["show a", "verify"] {
                await shell.expect("timeout 60 deedbook \(command)", 0, words)
            }
            await shell.expect(
                "timeout 60 deedbook verify", 0, "not checked: 1 named, 1 unreadable")
            await shell.expect("timeout 60 deedbook verify --format json", 0, #""unreadable": 1"#)
            await shell.expect("timeout 60 deedbook doctor", 0, "1 cannot be read")
            for copy in ["backup copy.deedbook", "export --out all.jsonl"] {
                await shell.expect(
                    "timeout 60 deedbook \(copy)", 0, "cannot be read (it is no regular file)")
            }
            await shell.expect("timeout 60 deedbook attach a \(Self.kept)", 74, "no regular file")
        }
    }

    @Test func `a document stretched beyond any is not read, and that is said`() async throws {
        try await Self.withBook("stretched") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            await shell.expect("truncate -s 2G \(Self.kept)", 0)
            for command in ["show a", "verify"] {
                await shell.expect(
                    "timeout 60 deedbook \(command)", 0,
                    "NOT READABLE, not checked")
            }
            await shell.expect("timeout 60 deedbook doctor", 0, "1 cannot be read")
            await shell.expect(
                "timeout 60 deedbook attach a \(Self.kept)", 65, "more than 1073741824 bytes")
            await shell.expect("truncate -s 2G ex/deed.pdf", 0)
            await shell.expect("timeout 60 deedbook check a.yaml", 65, "more than 1073741824 bytes")
        }
    }

    @Test func `a file that no event names is found by doctor`() async throws {
        try await Self.withBook("stray") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            try Self.write("x", "book.deedbook.documents/ba/stray", shell)
            await shell.expect("deedbook doctor", 0, "the first ba/stray")
            await shell.expect("deedbook verify", 0)
        }
    }
}
