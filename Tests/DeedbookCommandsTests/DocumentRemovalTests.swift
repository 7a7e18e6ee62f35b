import DeedbookCommands
import Foundation
import Synchronization
import Testing

/// What is redacted is removed from beside its book, whatever comes in between, and nothing else is.
struct DocumentRemovalTests {
    private typealias Documents = DocumentProcessTests

    private static let order = InventedBook.recording(
        "order", "2024-06-01", kind: "order",
        "payload-redacted: { event: a#5, authority: a court }")

    /// A folder with `a.yaml`, which names a document, and `order.yaml`, which redacts that.
    private static func withFolder(_ name: String, _ body: (Shell) async throws -> Void)
        async throws
    {
        try await Documents.withBook("removed-\(name)") { shell in
            try Documents.write(order, "order.yaml", shell)
            try await body(shell)
        }
    }

    private static func isKept(_ shell: Shell) -> Bool {
        Documents.read(Documents.kept, shell) != nil
    }

    @Test func `by a link the documents are those of the book that it leads to`() async throws {
        try await Self.withFolder("link") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            await shell.expect("mkdir links && ln -s ../book.deedbook links/now.deedbook", 0)
            await shell.expect("deedbook show a --book links/now.deedbook", 0, "present, 3 bytes")
            await shell.expect(
                "deedbook backup copy.deedbook --book links/now.deedbook", 0, "1 document copied")
            await shell.expect(
                "deedbook record order.yaml --book links/now.deedbook", 0, "removed the document")
            #expect(!Self.isKept(shell))
            await shell.expect("test -e links/now.deedbook.documents", 1)
        }
    }

    @Test func `documents are kept and removed where nothing can be reported`() async throws {
        try await Self.withFolder("undone") { shell in
            await shell.expect("deedbook record a.yaml > /dev/full 2>&1 || true", 0)
            #expect(Self.isKept(shell))
            await shell.expect("deedbook record order.yaml > /dev/full 2>&1 || true", 0)
            #expect(!Self.isKept(shell))
        }
    }

    @Test func `what could not be removed is reported by doctor, and removed by the next record`()
        async throws
    {
        try await Self.withFolder("later") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            // What no one can unlink, not even root.
            await shell.expect("rm \(Documents.kept) && mkdir \(Documents.kept)", 0)
            await shell.expect(
                "deedbook record order.yaml", 73, "cannot remove the redacted document")
            #expect(shell.mode(of: "book.deedbook.documents/redacted") == 0o600)
            await shell.expect("deedbook doctor", 0, "1 not removed from")
            await shell.expect("rmdir \(Documents.kept) && printf abc > \(Documents.kept)", 0)
            await shell.expect("deedbook record order.yaml", 0, "removed the document of a#5")
            #expect(!Self.isKept(shell))
            await shell.expect("test -e book.deedbook.documents/redacted", 1)
        }
    }

    @Test func `a document that was redacted with the same batch, or before, is not kept`()
        async throws
    {
        try await Self.withFolder("unkept") { shell in
            await shell.expect("deedbook record a.yaml order.yaml", 0, "ex/deed.pdf was not kept")
            #expect(!Self.isKept(shell))
            // Whether it is the recording that is in the book cannot be known any more.
            await shell.expect("deedbook record a.yaml", 65, "ex/deed.pdf was not kept")
            #expect(!Self.isKept(shell))
        }
    }

    @Test func `one that is not there is not said to be removed`() async throws {
        try await Self.withFolder("gone") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            await shell.expect("rm -r book.deedbook.documents", 0)
            await shell.expect("deedbook record order.yaml", 0, "the document of a#5 was not in")
        }
    }

    @Test func `a redaction that is refused removes nothing, and leaves nothing to be removed`()
        async throws
    {
        try await Self.withFolder("refused") { shell in
            await shell.expect("deedbook record a.yaml", 0)
            try Documents.write(
                Self.order.replacing(
                    "payload-redacted",
                    with: "term-amended: { term: none, set: { text: x } }\n  - payload-redacted"),
                "order.yaml", shell)
            await shell.expect("deedbook record order.yaml", 65)
            #expect(Self.isKept(shell))
            await shell.expect("test -e book.deedbook.documents/redacted", 1)
        }
    }

    @Test func `no one else keeps or removes documents between a look at the book and a removal`()
        async throws
    {
        let log = Mutex<[String]>([])
        try await InventedBook.withFiles([
            "a.yaml": Documents.opening.replacing(
                "file: ex/deed.pdf", with: "file: deed.pdf, sha256: \(Documents.abc)"),
            "order.yaml": Self.order, "deed.pdf": "abc",
        ]) { folder in
            let console = Console()
            var environment = console.environment()
            environment.files = .system
            let claim = environment.files.claim
            let remove = environment.files.remove
            let create = environment.files.create
            environment.files.claim = { path throws(FileFailure) in
                let held = try claim(path)
                log.withLock { $0.append("claim") }
                return FolderClaim {
                    log.withLock { $0.append("release") }
                    held.release()
                }
            }
            environment.files.remove = { path throws(FileFailure) in
                if path.hasSuffix(Documents.abc.dropFirst(2)) {
                    log.withLock { $0.append("remove") }
                }
                try remove(path)
            }
            environment.files.create = { path, placement throws(FileFailure) in
                if path.hasSuffix(Documents.abc.dropFirst(2)) { log.withLock { $0.append("keep") } }
                return try create(path, placement)
            }
            for file in ["a.yaml", "order.yaml"] {
                let status = await Deedbook.run(
                    ["record", "\(folder)/\(file)", "--book", "\(folder)/book.deedbook"],
                    in: environment)
                #expect(status == 0, "\(console.written.errors)")
            }
        }
        #expect(log.withLock(\.self) == ["claim", "keep", "release", "claim", "remove", "release"])
    }
}
