import Amendments
import EventStore
import Foundation
import Ledger
import Terms
import Testing

/// Every command's pages, as files that people read and review.
///
/// A missing page is written, and the test fails; `RECORD_GOLDEN=1` writes all of them anew.
struct GoldenTests {
    @Test(arguments: GoldenCase.all)
    func `a command line prints what its page says`(_ test: GoldenCase) async throws {
        let console = try await test.book.console()
        for line in test.before {
            _ = await console.run(Self.expanded(line), variables: test.variables)
        }
        try await Self.writeEntry(of: console)
        let known = console.files.all
        let result = await console.run(Self.expanded(test.arguments), variables: test.variables)
        // The schema beside a skeleton is golden elsewhere.
        let files = console.files.names.filter {
            known[$0] != console.files[$0] && !$0.contains("/.deedbook/")
        }.map { name in
            Self.page(of: name, console.files[name])
        }
        try Golden.check(
            Self.page(of: test, result) + files.joined(), "\(test.command)/\(test.name).txt")
    }

    @Test func `the help of all commands is one page`() async throws {
        let console = Console()
        var page = await console.run(["--help"]).output
        for command in [
            "record", "import-ocds", "check", "tidy", "new", "new agreement", "new amendment",
            "new correction",
            "agreements", "terms", "diff", "why", "timeline", "calendar", "log", "show",
            "instruments",
            "keygen", "checkpoint", "verify", "prove", "prove inclusion", "prove consistency",
            "verify-proof", "tiles", "backup", "export", "import", "doctor", "witness",
            "witness init",
            "witness serve",
            "witness cosign", "schema", "config", "exit-status",
        ] {
            let result = await console.run(
                ["help"] + command.split(separator: " ").map(String.init))
            #expect(result.status == 0)
            page += "\n---- \(command)\n\n" + result.output
            #expect(result.output.contains("Example"), "help without an example: \(command)")
        }
        try Golden.check(page, "help.txt")
    }

    /// The entry of #11 as a file, for one who gives another than the proof is of.
    private static func writeEntry(of console: Console) async throws {
        guard let stored = try await console.store("./book.deedbook")?.stored(at: Position(11))
        else { return }
        console.files["entry-11.json"] = MemoryFiles.File(bytes: stored.entry, permissions: 0o644)
    }

    private static func expanded(_ arguments: [String]) -> [String] {
        arguments.map {
            $0.replacingOccurrences(of: "FIXTURES", with: Fixture.path)
        }
    }

    /// A file that the command line made; private keys are left out.
    private static func page(of name: String, _ file: MemoryFiles.File?) -> String {
        let permissions = String(file?.permissions ?? 0, radix: 8)
        let text = (file?.text ?? "").replacing(/PRIVATE\+KEY\+.*/, with: "<a private key>")
        return "---- file \(name), mode \(permissions)\n\(text)"
    }

    private static func page(of test: GoldenCase, _ result: Console.Result) -> String {
        let text = """
            $ deedbook \(test.arguments.joined(separator: " "))
            status \(result.status)
            ---- output
            \(result.output)---- errors
            \(result.errors)
            """
        return text.replacingOccurrences(of: Fixture.path, with: "FIXTURES")
    }
}

/// Pages kept under `Golden`.
enum Golden {
    static func check(_ page: String, _ name: String) throws {
        let file = Fixture.folder.deletingLastPathComponent().appendingPathComponent(name)
        let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil
        let kept = try? String(contentsOf: file, encoding: .utf8)
        if kept == page { return }
        if kept == nil || isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try page.write(to: file, atomically: true, encoding: .utf8)
            if isRecording { return }
        }
        let expected = kept.map { Self.firstDifference($0, page) } ?? "there was no such page"
        Issue.record("Golden/\(name): \(expected)")
    }

    private static func firstDifference(_ kept: String, _ page: String) -> String {
        let (old, new) = (
            kept.split(separator: "\n", omittingEmptySubsequences: false),
            page.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let index = zip(old, new).prefix { $0 == $1 }.count
        let (before, after) = (
            index < old.count ? old[index] : "the end", index < new.count ? new[index] : "the end"
        )
        return """
            line \(index + 1)
            kept: \(before)
            now:  \(after)
            RECORD_GOLDEN=1 writes it anew
            """
    }
}
