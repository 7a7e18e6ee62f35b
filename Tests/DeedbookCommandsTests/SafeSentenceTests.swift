import Audit
import DeedbookCommands
import EventStore
import Foundation
import Synchronization
import Testing
import Transparency

/// What commands say of paths, names, witnesses and command lines, on both streams.
struct SafeSentenceTests {
    private static let name = HostileText.text

    /// Command lines that do what they are asked, in this order, with `NAME` for hostile text.
    private static let lines: [[String]] = [
        ["check", "TERN", "--book", "NAME"], ["record", "TERN", "--book", "NAME"],
        ["record", "TERN", "--dry-run", "--book", "NAME"], ["rebuild", "--book", "earlier NAME"],
        ["checkpoint", "--key", "book.key", "--out", "NAME.checkpoint", "--book", "NAME"],
        ["checkpoint", "--key", "book.key", "--witness", "NAME.request", "--book", "NAME"],
        ["prove", "inclusion", "1", "--out", "NAME.proof", "--book", "NAME"],
        ["prove", "consistency", "NAME.checkpoint", "--out", "NAME.since", "--book", "NAME"],
        ["verify-proof", "NAME.proof", "--policy", "trust.policy"],
        ["verify-proof", "NAME.checkpoint", "--key", "book.pub"],
        ["tiles", "NAME.tiles", "--book", "NAME"], ["tiles", "NAME.tiles", "--book", "NAME"],
        ["verify", "--against", "NAME.checkpoint", "--book", "NAME"],
        ["export", "--out", "NAME.jsonl", "--book", "NAME"],
        ["import", "NAME.jsonl", "--book", "new NAME"],
        [
            "export", "--agreement", "tern-mill", "--format", "csv", "--out", "NAME.csv", "--book",
            "NAME",
        ],
        ["backup", "NAME.copy", "--book", "NAME"], ["doctor", "--book", "NAME"],
        ["keygen", "ana", "--out", "NAME.key"],
        ["keygen", "--out", "NAME.2.key", "--book", "NAME"],
        ["keygen", "\u{202E}\u{200B}evil", "--out", "3.key"],
        [
            "new", "correction", "2025-03-01-amendment-1#1", "--out", "NAME/2025-fix.yaml",
            "--book",
            "NAME",
        ],
        ["witness", "init", "NAME"],
        [
            "witness", "cosign", "NAME.request", "--key", "lumen.key", "--memory", "NAME", "--log",
            "book.pub", "--out", "NAME.answer",
        ],
    ]

    @Test func `a hostile path is named harmlessly by every command that uses it`() async throws {
        let fixture = try await Fixture.tern.console()
        let store = try #require(fixture.store("./book.deedbook"))
        let earlier = try #require(
            try await Fixture.earlier.console().store("./book.deedbook"))
        let console = Console(
            books: [Self.name: store, "earlier " + Self.name: earlier], files: fixture.files)
        for line in Self.lines {
            let told = line.map {
                $0.replacingOccurrences(of: "NAME", with: Self.name)
                    .replacingOccurrences(
                        of: "TERN", with: Fixture.folder.appendingPathComponent("tern").path)
            }
            let result = await console.run(told)
            // An auditor says by the status what is wrong; here only what is printed counts.
            let isAudit = ["doctor", "verify", "verify-proof"].contains(line[0])
            #expect(result.status == 0 || isAudit, "\(line) \(result.errors)")
            #expect(result.errors.isEmpty || !isAudit, "\(line) \(result.errors)")
            HostileText.expectNone(in: result.output)
            HostileText.expectNone(in: result.errors)
        }
    }

    @Test func `a folder of schemas is named harmlessly`() async throws {
        try await InventedBook.withFiles([:]) { folder in
            let result = await Console().run(["schema", "--out", folder + "/" + Self.name])
            #expect(result.status == 0 && result.output.contains("evil"), "\(result.errors)")
            HostileText.expectNone(in: result.output)
        }
    }

    @Test(arguments: [
        ["LONG"], ["terms", "LONG"], ["terms", "tern-mill", "--on", "LONG"], ["find", "= LONG"],
        ["find", "kind = \"LONG\""], ["show", "LONG"], ["why", "tern-mill", "LONG"],
        ["terms", "tern-mill", "--format", "LONG"], ["terms", "tern-mill", "--LONG"],
        ["schema", "LONG"], ["import", "LONG", "--check"], ["verify", "--key", "LONG+1+2"],
        ["check", "LONG.yaml"], ["new", "correction", "LONG"], ["log", "--book", "LONG"],
    ])
    func `no complaint is as long as the argument it is about`(line: [String]) async throws {
        let console = try await Fixture.tern.console()
        // Place, sentence and hint, of at most 2,000 characters each, each shown as one or as eight.
        for (piece, limit) in [("a", 8_000), ("a ", 8_000), ("\u{202E}", 64_000)] {
            let long = String(repeating: piece, count: 10_000)
            let result = await console.run(
                line.map { $0.replacingOccurrences(of: "LONG", with: long) })
            #expect(result.status != 0 && result.output.isEmpty)
            #expect(result.errors.utf8.count < limit, "\(line) \(result.errors.utf8.count)")
            HostileText.expectNone(in: result.errors)
        }
    }

    @Test(arguments: [
        ["terms", "NAME"], ["terms", "tern-mill", "--on", "NAME"],
        ["terms", "tern-mill", "--format", "NAME"], ["schema", "NAME"], ["keygen", "NAME"],
        ["terms", "tern-mill", "x\nError: forged\nHelp: forged"],
    ])
    func `a complaint about an argument is about all of it, and its hint is ours`(
        line: [String]
    ) async throws {
        let result = try await Fixture.tern.console().run(
            line.map { $0.replacingOccurrences(of: "NAME", with: Self.name + "\nHelp: forged") })
        #expect(result.status != 0)
        #expect(!result.errors.hasPrefix("error: forged"), "\(result.errors)")
        let hint = result.errors.components(separatedBy: "\nhint:").dropFirst().joined()
        #expect(!hint.contains("forged"), "\(result.errors)")
        HostileText.expectNone(in: result.errors)
    }

    // MARK: What others say

    @Test(arguments: [
        WitnessFailure.refused(status: 403, detail: HostileText.text),
        .refused(status: 404, detail: HostileText.text),
        .refused(status: 422, detail: HostileText.text),
        .refused(status: 500, detail: HostileText.text), .failed(HostileText.text),
    ])
    func `what a witness answers is shown harmlessly`(failure: WitnessFailure) async throws {
        let console = try await Fixture.tern.console()
        var environment = console.environment()
        environment.witnesses.cosign = { _, _, _, _ throws(WitnessFailure) in throw failure }
        try await Self.expectHarmless(
            [
                "checkpoint", "--key", "book.key", "--policy", "trust.policy", "--witness",
                "http://lumen.example",
            ], in: environment)
    }

    @Test func `the answer of a witness that came as a file is shown harmlessly`() async throws {
        let console = try await Fixture.tern.console()
        _ = await console.run(["checkpoint", "--key", "book.key"])
        for text in [
            Self.name, "\u{2014} \(HostileText.word) AAAA\n",
            "\u{2014} \(HostileText.word) AAAAAAAA\n",
        ] {
            console.files["answer.txt"] = MemoryFiles.File(text)
            let result = await console.run([
                "checkpoint", "--policy", "trust.policy", "--cosigned", "answer.txt",
            ])
            #expect(result.status != 0)
            HostileText.expectNone(in: result.errors)
        }
    }

    @Test func `what a witness notes of requests, and of its memory, is shown harmlessly`()
        async throws
    {
        let serve = [
            "witness", "serve", "--key", "lumen.key", "--memory", "m", "--log", "book.pub",
        ]
        let console = try await Fixture.tern.console()
        _ = console.witnesses.memory("m")
        var environment = console.environment()
        environment.witnesses.serve = { _, _, log in
            log("POST \(HostileText.text) 404")
            throw WitnessFailure.failed(HostileText.text)
        }
        try await Self.expectHarmless(serve, in: environment)
        environment.witnesses.openMemory = { _ throws(WitnessMemoryError) in
            throw WitnessMemoryError.failed(HostileText.text)
        }
        try await Self.expectHarmless(serve, in: environment)
    }

    @Test func `what the system, a library or a diagnosis says is shown harmlessly`() async throws {
        let console = try await Fixture.tern.console()
        var environment = console.environment()
        environment.books.diagnose = { _, _ throws(DeedbookError) in
            [Diagnosis("sidecar", HostileText.text, .bad, HostileText.text)]
        }
        try await Self.expectHarmless(["doctor"], in: environment)
        environment.files.open = { _ throws(FileFailure) in throw .refused(HostileText.text) }
        try await Self.expectHarmless(["verify", "--against", "last.checkpoint"], in: environment)
        environment.files.create = { _, _ throws(FileFailure) in throw .refused(HostileText.text) }
        try await Self.expectHarmless(["keygen", "ana", "--out", "k"], in: environment)
    }

    /// Runs a command that fails and says why, or what.
    private static func expectHarmless(
        _ line: [String], in environment: CommandEnvironment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let said = Mutex("")
        var environment = environment
        environment.output = OutputStream { text in said.withLock { $0 += text } }
        environment.errors = environment.output
        let status = await Deedbook.run(line, in: environment)
        #expect(status != 0, sourceLocation: sourceLocation)
        let text = said.withLock { $0 }
        #expect(text.contains("evil"), "\(text)", sourceLocation: sourceLocation)
        HostileText.expectNone(in: text, sourceLocation: sourceLocation)
    }
}
