import Foundation
import Subprocesses
import Testing

/// The README and the guides are run: every command in them, in order, each page in a folder of its own, must print what
/// stands below it.
struct ReadmeTests {
    static let pages = [
        "README.md", "docs/guides/agreements.md", "docs/guides/commands.md",
        "docs/guides/conflicts.md", "docs/guides/money.md", "docs/guides/queries.md",
        "docs/guides/settings.md", "docs/guides/time.md", "docs/guides/trust.md",
    ]

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let readme = root.appendingPathComponent("README.md")

    @Test(arguments: pages)
    func `every transcript of a page is what the program prints`(_ page: String) async throws {
        let place = Self.root.appendingPathComponent(page)
        let text = try String(contentsOf: place, encoding: .utf8)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "deedbook-\(place.lastPathComponent)-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("Events"),
            withDestinationURL: Self.root.appendingPathComponent("Events"))
        for block in Self.blocks(of: "yaml", in: text) { try Self.write(block, in: folder) }

        var rerun = text
        for block in Self.blocks(of: "console", in: text) {
            let fresh = try await Self.run(block, in: folder)
            if Self.masked(fresh) != Self.masked(block) {
                rerun = rerun.replacingOccurrences(of: block, with: fresh)
            }
        }
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil, rerun != text {
            try rerun.write(to: place, atomically: true, encoding: .utf8)
        }
        #expect(
            Self.masked(rerun) == Self.masked(text),
            "run again with RECORD_GOLDEN=1 and read the difference")
    }

    @Test func `every guide is run`() throws {
        let guides = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("docs/guides").path)
        #expect(Set(guides.map { "docs/guides/\($0)" }) == Set(Self.pages.dropFirst()))
    }

    @Test func `the README is read in a few minutes`() throws {
        let text = try String(contentsOf: Self.readme, encoding: .utf8)
        #expect(text.count { $0 == "\n" } <= Self.longest)
    }

    /// How many lines the README has at most.
    private static let longest = 150

    @Test func `every page that a page of these links to is there`() throws {
        for page in Self.pages {
            let place = Self.root.appendingPathComponent(page)
            let text = try String(contentsOf: place, encoding: .utf8)
            for link in text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
                let file = place.deletingLastPathComponent().appendingPathComponent(
                    String(link.output.1))
                #expect(
                    FileManager.default.fileExists(atPath: file.path), "\(page): \(link.output.1)")
            }
        }
    }

    @Test func `the shell commands of the README are those that everybody runs`() throws {
        let text = try String(contentsOf: Self.readme, encoding: .utf8)
        let commands = Self.blocks(of: "sh", in: text).flatMap { $0.split(separator: "\n") }
            .map { String($0.prefix { $0 != " " }) }
        #expect(commands == ["Tools/demo", "Tools/release", "Tools/test"])
        for command in commands {
            let path = Self.root.appendingPathComponent(command).path
            #expect(FileManager.default.isExecutableFile(atPath: path), "\(command)")
        }
    }

    @Test func `the Swift example of the README is the one that the tests run`() throws {
        let text = try String(contentsOf: Self.readme, encoding: .utf8)
        let file = Self.root.appendingPathComponent("Tests/DeedbookTestingTests/ExampleTests.swift")
        let source = try String(contentsOf: file, encoding: .utf8)
        let parts = source.components(separatedBy: "// README:begin\n")
        let example = try #require(parts.last?.components(separatedBy: "// README:end").first)
        let body = example.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let quoted = Self.blocks(of: "swift", in: text).map {
            $0.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(quoted.contains(body.filter { !$0.isEmpty }), "\(body)")
    }

    /// The text of every fenced block of that language.
    static func blocks(of language: String, in text: String) -> [String] {
        text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    /// A block that begins with `# file: PATH` is that file.
    private static func write(_ block: String, in folder: URL) throws {
        guard let line = block.split(separator: "\n").first, line.hasPrefix("# file: ") else {
            return
        }
        let file = folder.appendingPathComponent(String(line.dropFirst("# file: ".count)))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try block.write(to: file, atomically: true, encoding: .utf8)
    }

    private static func run(_ block: String, in folder: URL) async throws -> String {
        var transcript = ""
        for line in block.split(separator: "\n") where line.hasPrefix("$ ") {
            let output = try await shell(String(line.dropFirst(2)), in: folder)
            transcript += "\(line)\n\(output)"
        }
        return transcript
    }

    private static func shell(_ command: String, in folder: URL) async throws -> String {
        try await Subprocess.run(
            "/bin/bash", ["-c", command],
            environment: [
                "PATH": "\(try ProcessTests.programs().path):/usr/bin:/bin", "TZ": "UTC",
                "COLUMNS": "80", "NO_COLOR": "1", "DEEDBOOK_RECORDER": "you",
                "HOME": folder.path,
            ], in: folder, joinsErrors: true
        ).output
    }

    /// Instants are of the day someone ran it, names, keys and hashes of the book they made.
    private static func masked(_ text: String) -> String {
        text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/, with: "<instant>")
            .replacing(/deedbook\.local\/[0-9a-f]{32}/, with: "<book>")
            .replacing(/\+[0-9a-f]{8}\+[A-Za-z0-9+\/]{44}/, with: "<key>")
            .replacing(/[A-Za-z0-9+\/]{43}=/, with: "<hash>")
            .replacing(/sha256:[0-9a-f]+\s+[0-9a-f]+/, with: "<digest>")
            .replacing(/\([0-9a-f]{8}\)/, with: "<id>")
    }
}
