import DeedbookCommands
import Foundation
import Ledger
import Notation
import Synchronization
import Terms
import Testing

struct EnvironmentTests {
    @Test(
        arguments: [
            ([:], false, "auto", false), ([:], true, "auto", true),
            (["NO_COLOR": "1"], true, "auto", false), (["NO_COLOR": ""], true, "auto", true),
            (["FORCE_COLOR": "1"], false, "auto", true),
            (["NO_COLOR": "1", "FORCE_COLOR": "1"], true, "auto", false),
            (["TERM": "dumb"], true, "auto", false),
            (["NO_COLOR": "1"], false, "always", true), ([:], true, "never", false),
        ] as [([String: String], Bool, String, Bool)])
    func `colours are for terminals that want them`(
        variables: [String: String], isTerminal: Bool, choice: String, isColored: Bool
    ) async throws {
        let output = Mutex("")
        var environment = try await Fixture.tern.console().environment(variables: variables)
        environment.output = OutputStream(isTerminal: isTerminal) { text in
            output.withLock { $0 += text }
        }
        _ = await Deedbook.run(["log", "--color", choice], in: environment)
        #expect(output.withLock { $0.contains("\u{1B}[") } == isColored)
    }

    @Test(
        arguments: [
            ([:], nil, [], 80), ([:], 132, [], 132), ([:], 60, [], 80),
            (["COLUMNS": "100"], nil, [], 100), (["COLUMNS": "x"], 90, [], 90),
            (["COLUMNS": "100"], 132, ["--width", "50"], 50),
        ] as [([String: String], Int?, [String], Int)])
    func `lines are as wide as the terminal, 80 columns at least`(
        variables: [String: String], terminal: Int?, options: [String], width: Int
    ) async throws {
        let output = Mutex("")
        var environment = try await Fixture.events.console().environment(variables: variables)
        environment.output = OutputStream(width: terminal) { text in
            output.withLock { $0 += text }
        }
        _ = await Deedbook.run(["terms", "microsoft-openai"] + options, in: environment)
        let widest = output.withLock { $0.split(separator: "\n").map(\.count).max() }
        #expect(widest == width)
    }

    @Test func `no line is wider than any screen`() async throws {
        let console = try await Fixture.tern.console()
        let told = await console.run(
            ["terms", "tern-mill"], variables: ["COLUMNS": "999999999999"])
        #expect(told.status == 0)
        #expect(told.output.split(separator: "\n").allSatisfy { $0.count <= 1_000 })
        let asked = await console.run(["terms", "tern-mill", "--width", "999999999999"])
        #expect(asked.status == 64)
        #expect(asked.errors.contains("--width is at most 1000"))
    }

    @Test(
        arguments: [
            (["log", "--last", "-1"], "--last is at least 1"),
            (["log", "-n", "-1"], "--last is at least 1"),
            (["agreements", "--limit", "-1"], "--limit is at least 1"),
            (["log", "--width", "-1"], "--width is at least 40"),
            (["checkpoint", "--witness-has", "-1"], "--witness-has is at least 0"),
        ] as [([String], String)])
    func `a number below zero is refused as one, and is no other option`(
        command: [String], words: String
    ) async throws {
        let told = await (try Fixture.tern.console()).run(command)
        #expect(told.status == 64)
        #expect(told.errors.hasPrefix("error: \(words)\n"), "\(told.errors)")
    }

    @Test func `more days than one answer has are refused, and fewer are not`() async throws {
        let console = try await Fixture.tern.console()
        let long = await console.run(
            ["calendar", "tern-mill", "--from", "2000-01-01", "--to", "9999-12-31"])
        #expect(long.status == 64)
        #expect(long.errors.contains("at most 146097"), "\(long.errors)")
        let last = await console.run(
            ["calendar", "tern-mill", "--from", "9700-01-01", "--to", "9999-12-31"])
        #expect(last.status == 0)
    }

    @Test(
        arguments: [
            ([:], [], "unknown"), (["USER": "ben"], [], "ben"),
            (["USER": "ben", "DEEDBOOK_RECORDER": "cy"], [], "cy"),
            (["DEEDBOOK_RECORDER": "cy"], ["--recorder", "di"], "di"),
        ] as [([String: String], [String], String)])
    func `the recorder is named by option, variable or user`(
        variables: [String: String], options: [String], name: String
    ) async {
        let console = Console()
        let folder = Fixture.folder.appendingPathComponent("tern").path
        _ = await console.run(["record", folder] + options, variables: variables)
        let log = await console.run(["log", "--full"])
        #expect(log.output.contains("2025-04-02T22:30:00Z by \(name)\n"))
    }

    @Test func `today is the day in the agreement's own zone`() async throws {
        let tern = try await Fixture.tern.console().run(["terms", "tern-mill"])
        #expect(tern.output.contains("Thu 2025-04-03, Europe/Oslo\n"))
        let events = try await Fixture.events.console().run(["terms", "microsoft-openai"])
        #expect(events.output.contains("Wed 2025-04-02, America/Los_Angeles\n"))
    }

    @Test(arguments: [
        ("17", "#10, the end of the last whole recording by #17"), ("#18", "#18"),
        ("2025-04-02T22:30:00.0Z", "#19"),
    ])
    func `recorded-at takes a position or an instant`(point: String, words: String) async throws {
        let result = try await Fixture.tern.console()
            .run(["terms", "tern-mill", "--recorded-at", point])
        #expect(result.output.contains("recorded at      \(words)\n"), "\(result)")
    }

    @Test func `before the first recording no agreement is known, and that one is named`()
        async throws
    {
        let result = try await Fixture.tern.console()
            .run(["terms", "tern-mill", "--recorded-at", "2025-04-02T22:29:59.999999Z"])
        #expect(result.status != 0)
        #expect(result.errors.contains("its first recording is '2024-01-10-supply'"), "\(result)")
    }

    @Test func `the book is named by option, variable or habit`() async throws {
        let console = Console()
        let folder = Fixture.folder.appendingPathComponent("tern").path
        _ = await console.run(["record", folder], variables: ["DEEDBOOK_BOOK": "mine"])
        #expect(await console.run(["agreements"]).status == 66)
        #expect(await console.run(["agreements", "--book", "mine"]).status == 0)
        #expect(
            await console.run(["agreements"], variables: ["DEEDBOOK_BOOK": "mine"]).status == 0)
    }

    @Test func `progress is for a terminal, and for what takes over a second`() async {
        let folder = Fixture.folder.appendingPathComponent("tern").path
        for (isTerminal, step) in [(true, 700_000), (true, 1_000), (false, 700_000)] {
            let errors = Mutex("")
            let ticks = Mutex(0)
            var environment = Console().environment()
            environment.errors = OutputStream(isTerminal: isTerminal) { text in
                errors.withLock { $0 += text }
            }
            environment.clock = {
                ticks.withLock { ticks in
                    ticks += step
                    return Instant(microseconds: Console.instant.microseconds + ticks)
                }
            }
            #expect(await Deedbook.run(["record", folder], in: environment) == 0)
            let shown = errors.withLock { $0 }
            #expect(shown.contains("recording 3 of 3") == (isTerminal && step > 1_000))
            #expect(shown.isEmpty || shown.hasSuffix("\r\u{1B}[K"))
        }
    }

    @Test func `the schema is written to the output, or to a folder that is made`() async throws {
        let printed = await Console().run(["schema"])
        let node = try JSONReader.read(Array(printed.output.utf8))
        #expect(node["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-schema-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(await Console().runOnDisk(["schema", "--out", folder.path]).status == 0)
        let file = folder.appendingPathComponent("recording.schema.json")
        #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
        #expect(await Console().runOnDisk(["schema", "--out", file.path]).status == 73)
    }
}
