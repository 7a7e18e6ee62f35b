import DeedbookCommands
import Foundation
import Testing

/// What is wrong with someone else's file is said without letting that file speak to the terminal.
struct SafeErrorTests {
    /// The hostile word, as YAML writes it.
    private static let hostile =
        #"\e[2J\u009b31m\u202Eevil\u2066\a\b\u200B\u00AD\uFEFF\u061C\u200F\u3164\U000E0041\uE000x\uFE0F"#

    /// A file with hostile text in one place, by its name.
    static let files: [(name: String, yaml: String)] = {
        let good = InventedBook.opening(
            "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }")
        func replacing(_ old: String, _ new: String) -> String {
            good.replacingOccurrences(of: old, with: new)
        }
        return [
            ("kind", replacing("kind: definitive", "kind: \"\(hostile)\"")),
            ("key", replacing("recording: a", "recording: \"\(hostile)\"")),
            ("agreement", replacing("agreement: x", "agreement: \"\(hostile)\"")),
            ("member", replacing("disclosed:", "\"\(hostile)\": 1\ndisclosed:")),
            ("day", replacing("signed: 2024-01-01", "signed: \"\(hostile)\"")),
            ("zone", replacing("zone: UTC", "zone: \"\(hostile)\"")),
            ("event", replacing("party-admitted", "\"\(hostile)\"")),
            ("field", replacing("payer: a", "\"\(hostile)\": a")),
            ("party", replacing("payer: a", "payer: \"\(hostile)\"")),
            ("amount", replacing("USD 1 ", "\"\(hostile)\" ")),
            ("tag", replacing("kind: fee", "kind: !\u{202E}evil fee")),
            ("raw", good + "\n\u{1B}[31m"),
            ("anchor", good + "\nx: *\u{202E}evil"),
        ]
    }()

    @Test(arguments: files.map(\.name), ["check", "record"])
    func `a file's control characters reach no terminal`(name: String, command: String) async throws
    {
        let yaml = try #require(Self.files.first { $0.name == name }).yaml
        try await InventedBook.withFiles(["a.yaml": yaml]) { folder in
            let result = await Console().run([command, folder + "/a.yaml"])
            #expect(result.status != 0)
            #expect(result.errors.contains("error: "))
            HostileText.expectNone(in: result.errors)
            #expect(result.output.isEmpty)
        }
    }

    @Test func `a file's name reaches no terminal as it is`() async throws {
        let name = "\u{1B}[2J\u{202E}a\nerror: forged.yaml"
        try await InventedBook.withFiles([name: "x"]) { folder in
            for command in ["check", "record"] {
                for path in [folder, folder + "/" + name, folder + "/no\u{1B}[31m.yaml"] {
                    let result = await Console().run([command, path])
                    #expect(result.status != 0)
                    HostileText.expectNone(in: result.errors)
                }
            }
        }
    }

    @Test(arguments: [
        ["terms", "\u{1B}[31m"], ["find", "kind = \u{1B}[31m \u{202E}"], ["\u{1B}[31m"],
        ["terms", "x", "--on", "\u{9B}31m"], ["terms", "tern-mill", "--\u{1B}[31m"],
        ["why", "tern-mill", "\u{202E}x"], ["show", "\u{1B}"], ["import", "\u{1B}[31m.jsonl"],
        ["payable", "tern-mill", "royalty.paper", "--figures", "f\u{1B}[31m.csv"],
        ["verify", "--against", "\u{1B}[31m"], ["terms", "tern-mill", "--with", "\u{1B}.yaml"],
    ])
    func `a command line's control characters come back harmless`(line: [String]) async throws {
        let result = try await Fixture.tern.console().run(line)
        #expect(result.status != 0)
        HostileText.expectNone(in: result.errors)
    }

    @Test func `figures with control characters are refused harmlessly`() async throws {
        let console = try await Fixture.tern.console()
        for text in [
            "period,base,amount\n2024-02,\u{1B}[31mx,USD 10\n", "\u{1B}[2J", "a\u{202E},b\n",
        ] {
            console.files["f.csv"] = MemoryFiles.File(text)
            let result = await console.run([
                "payable", "tern-mill", "royalty.paper", "--figures", "f.csv",
            ])
            #expect(result.status != 0)
            HostileText.expectNone(in: result.errors)
        }
    }

    @Test func `a text with line breaks cannot pretend to be another complaint`() async throws {
        let yaml = InventedBook.opening().replacingOccurrences(
            of: "kind: definitive", with: #"kind: "x\nerror: forged\nhint: run rm""#)
        try await InventedBook.withFiles(["a.yaml": yaml]) { folder in
            let errors = await Console().run(["check", folder + "/a.yaml"]).errors
            let lines = errors.split(separator: "\n")
            #expect(!lines.contains { $0.hasPrefix("error: forged") || $0.hasPrefix("hint: run") })
            #expect(errors.contains("forged"))
        }
    }

    /// Every answer in every format; the book's own bytes (`export`) stay as they are recorded.
    @Test(arguments: [
        ["agreements"], ["agreements", "--format", "json"],
        ["terms", "x"], ["terms", "x", "--format", "json"], ["terms", "x", "--format", "svg"],
        ["terms", "x", "--format", "json-document"],
        ["diff", "x", "2024-01-02", "2024-06-02"],
        ["diff", "x", "2024-01-02", "2024-06-02", "--format", "json"],
        ["diff", "x", "2024-01-02", "2024-06-02", "--format", "json-patch"],
        ["diff", "x", "2024-01-02", "2024-06-02", "--format", "markdown"],
        ["diff", "x", "2024-01-02", "2024-06-02", "--format", "html"],
        ["why", "x", "f"], ["why", "x", "f", "--format", "json"],
        ["timeline", "x"], ["timeline", "x", "--format", "json"],
        ["timeline", "x", "--format", "svg"],
        ["calendar", "x"], ["calendar", "x", "--format", "json"],
        ["calendar", "x", "--format", "ics"],
        ["find", "kind = fee"], ["find", "kind = fee", "--format", "json"],
        ["find", "kind = fee", "--format", "csv"],
        ["export", "--agreement", "x", "--format", "csv-fields"],
        ["export", "--agreement", "x", "--format", "markdown"],
        ["log"], ["log", "--format", "json"], ["show", "a"], ["show", "a", "--format", "json"],
        ["conflicts"], ["conflicts", "--format", "json"],
        ["payable", "x", "f", "--from", "2024-01-01", "--to", "2024-12-31"],
        [
            "payable", "x", "f", "--from", "2024-01-01", "--to", "2024-12-31", "--format", "json",
        ],
    ])
    func `what was recorded can steer no terminal, whatever the answer`(
        line: [String]
    ) async throws {
        let result = try await Self.hostileBook().run(line)
        #expect(result.status <= 1, "\(result.errors)")
        #expect(
            result.output.contains("evil") || ["find", "conflicts", "calendar"].contains(line[0]))
        HostileText.expectNone(in: result.output.replacingOccurrences(of: "\r\n", with: "\n"))
        HostileText.expectNone(in: result.errors)
    }

    @Test(arguments: [[], ["--history"]])
    func `a table has every text as it is for what reads it again, and steers no terminal`(
        _ more: [String]
    ) async throws {
        let console = try await Self.hostileBook()
        let line = ["export", "--agreement", "x", "--format", "csv"] + more
        let file = await console.run(line)
        #expect(file.status == 0, "\(file.errors)")
        #expect(file.output.contains(HostileText.word))
        var environment = console.environment()
        environment.output.isTerminal = true
        #expect(await Deedbook.run(line, in: environment) == 0)
        // Both answers: the one above, then the one of the terminal.
        let shown = console.written.output.dropFirst(file.output.count)
        #expect(shown.contains("evil"))
        HostileText.expectNone(in: String(shown))
    }

    @Test func `an export steers no terminal, and means the same there`() async throws {
        let console = try await Self.hostileBook()
        let file = await console.run(["export"])
        #expect(file.status == 0, "\(file.errors)")
        var environment = console.environment()
        environment.output.isTerminal = true
        #expect(await Deedbook.run(["export"], in: environment) == 0)
        let shown = String(console.written.output.dropFirst(file.output.count))
        #expect(shown != file.output)
        HostileText.expectNone(in: shown)
        // Line by line it is the same JSON.
        func lines(_ text: String) throws -> [Any] {
            try text.split(separator: "\n").map { line in
                try JSONSerialization.jsonObject(with: Data(line.utf8))
            }
        }
        #expect(try lines(shown) as NSArray == lines(file.output) as NSArray)
    }

    private static func hostileBook() async throws -> Console {
        let hostile = Self.hostile
        let first = InventedBook.opening(
            "term-added: { term: f, kind: fee, clause: \"\(hostile)\", set: { payer: a, payee: b, "
                + "amount: USD 1, text: \"\(hostile)\", ends: { through: 2030-01-01 } } }"
        ).replacingOccurrences(of: "title: X", with: "title: \"\(hostile)\"")
            .replacingOccurrences(of: "name: A ", with: "name: \"\(hostile)\" ")
            .replacingOccurrences(of: "publisher: the parties", with: "publisher: \"\(hostile)\"")
        let second = InventedBook.recording(
            "b", "2024-06-01", "term-amended: { term: f, set: { text: \"other \(hostile)\" } }",
            "right-waived: { term: f, by: b, extent: \"\(hostile)\", lasts: { through: 2024-08-01 } }"
        ).replacingOccurrences(of: "title: b", with: "title: \"\(hostile)\"")
        return try await InventedBook.console([first, second])
    }
}
