import DeedbookCommands
import EventStore
import Foundation
import Subprocesses
import Testing

/// What stands in the book completes a command line: in process, and in each shell as a person types.
struct CompletionTests {
    /// The words offered for the last of the words, as the scripts of the shells ask for them.
    private static func offered(
        _ argument: String, _ words: [String], in console: Console
    ) async -> Console.Result {
        let last = words.last ?? ""
        let command = words.dropFirst().first ?? ""
        return await console.run(
            ["---completion", command, "--", argument, String(words.count - 1), String(last.count)]
                + words)
    }

    @Test(arguments: [
        ("positional@0", ["deedbook", "terms", "te"], ["tern-mill"]),
        ("positional@1", ["deedbook", "timeline", "tern-mill", "royalty"], ["royalty.paper"]),
        ("--term", ["deedbook", "terms", "tern-mill", "--term", "royalty"], ["royalty.paper"]),
        (
            "positional@1", ["deedbook", "why", "tern-mill", "royalty.paper.ra"],
            ["royalty.paper.rate"]
        ),
        ("--on", ["deedbook", "terms", "tern-mill", "--on", "2025-03"], ["2025-03-01"]),
        ("positional@0", ["deedbook", "find", "party = te"], ["party = tern"]),
        ("positional@0", ["deedbook", "find", "'kind = non-s"], ["kind = non-solicit"]),
        ("positional@0", ["deedbook", "terms", "x"], []),
    ])
    func `words of the book are offered for what was typed`(
        argument: String, words: [String], expected: [String]
    ) async throws {
        let result = await Self.offered(argument, words, in: try await Fixture.tern.console())
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        let offered = result.output.split(separator: "\n").map(String.init)
        #expect(
            Set(expected).isSubset(of: offered) && expected.isEmpty == offered.isEmpty, "\(result)")
    }

    @Test func `recordings complete what takes a key`() async throws {
        let console = try await Fixture.tern.console()
        let all = await console.run(["log", "--format", "csv"]).output
        let result = await Self.offered("positional@0", ["deedbook", "show", ""], in: console)
        let keys = result.output.split(separator: "\n")
        #expect(keys.count == 3 && keys.allSatisfy { all.contains($0) }, "\(result)")
    }

    @Test func `the book on the line is asked, else the one that is set`() async throws {
        let store = try await Fixture.store(Fixture.ternFolder)
        let console = Console(books: ["other.deedbook": store])
        let words = ["deedbook", "terms", "te"]
        #expect(await Self.offered("positional@0", words, in: console).output == "\n")
        let given = ["deedbook", "terms", "--book", "other.deedbook", "te"]
        #expect(
            await Self.offered("positional@0", given, in: console).output == "tern-mill\n")
        console.files["./.deedbook.yaml"] = MemoryFiles.File("book: other.deedbook\n")
        #expect(
            await Self.offered("positional@0", words, in: console).output == "tern-mill\n")
    }

    @Test func `nothing wrong is said, and nothing is remembered`() async throws {
        let words = ["deedbook", "terms", "te"]
        var environment = Console().environment()
        environment.bookExists = { _ in true }
        environment.openStore = { _, _ throws(DeedbookError) in throw .busy("held") }
        environment.errors = OutputStream { text in Issue.record("said: \(text)") }
        let line = ["---completion", "terms", "--", "positional@0", "2", "2"] + words
        #expect(await Deedbook.run(line, in: environment) == 0)
        let console = try await Fixture.tern.console()
        console.files["./.deedbook.yaml"] = MemoryFiles.File("nonsense: 1\n")
        let result = await Self.offered("positional@0", words, in: console)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        #expect(console.memory["./book.deedbook"] == nil)
    }

    /// A shell with its script read, and the line that a person typed before Tab.
    @Test(arguments: ["bash", "zsh", "fish"])
    func `each shell that is installed completes from the book`(name: String) async throws {
        let places = ["/usr/bin/\(name)", "/bin/\(name)"]
        guard let program = places.first(where: FileManager.default.isExecutableFile) else {
            // Tools/install --tests brings all three.
            return
        }
        let shell = try Shell("completion-\(name)")
        defer { shell.remove() }
        await shell.expect("deedbook record \(Fixture.ternFolder.path)", 0)
        await shell.expect("deedbook --generate-completion-script \(name) > script", 0)
        for (typed, word) in [
            ("deedbook terms te", "tern-mill"), ("deedbook timel", "timeline"),
            ("deedbook why tern-mill royalty.paper.ra", "royalty.paper.rate"),
            ("deedbook conflicts --rule double-e", "double-exclusive"),
        ] {
            let result = try await Python.run(
                CompletionScript.text,
                [name, program, shell.folder.path, try ProcessTests.programs().path, typed, word])
            #expect(result.status == 0 && result.text.contains(word), "\(typed): \(result.text)")
        }
    }
}
