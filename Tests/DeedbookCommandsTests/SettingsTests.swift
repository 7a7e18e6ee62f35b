import DeedbookCommands
import Foundation
import Synchronization
import Testing

/// What is set once for every command: by whom, in which order, and what no file of a folder may set.
struct SettingsTests {
    private static let user = "/people/ana/.config/deedbook/config.yaml"
    private static let folder = "./.deedbook.yaml"
    private static let home = ["HOME": "/people/ana"]

    /// A console with the book of the tern mill and these files.
    private static func console(_ files: [String: String]) async throws -> Console {
        let console = try await Fixture.tern.console()
        for (path, text) in files { console.files[path] = MemoryFiles.File(text) }
        return console
    }

    /// The value and the origin of a setting.
    private static func setting(
        _ name: String, in console: Console, _ variables: [String: String] = [:],
        _ arguments: [String] = []
    ) async -> [String] {
        let result = await console.run(
            ["config", "--origin", "--format", "csv"] + arguments,
            variables: home.merging(variables) { $1 })
        let row = result.output.split(separator: "\r\n").first { $0.hasPrefix(name + ",") }
        return row?.split(separator: ",", omittingEmptySubsequences: false).dropFirst().prefix(2)
            .map(String.init) ?? [result.errors]
    }

    @Test
    func
        `a variable stands before the folder's file, that before one's own, that before the default`()
        async throws
    {
        let none = try await Self.console([:])
        #expect(await Self.setting("color", in: none) == ["auto", "default"])
        let own = try await Self.console([Self.user: "color: never\n"])
        #expect(await Self.setting("color", in: own) == ["never", Self.user])
        let both = try await Self.console([
            Self.user: "color: never\n", Self.folder: "color: always\n",
        ])
        #expect(await Self.setting("color", in: both) == ["always", Self.folder])
        #expect(
            await Self.setting("color", in: both, ["DEEDBOOK_COLOR": "never"])
                == ["never", "the variable DEEDBOOK_COLOR"])
    }

    @Test func `an option stands before every setting`() async throws {
        let console = try await Self.console([Self.folder: "format: json\n"])
        #expect(await console.run(["agreements"]).output.hasPrefix("{"))
        #expect(
            await console.run(["agreements", "--format", "csv"]).output.hasPrefix("agreement,"))
        let variable = await console.run(
            ["agreements"], variables: ["DEEDBOOK_FORMAT": "table"])
        #expect(variable.output.hasPrefix("AGREEMENT"), "\(variable)")
    }

    @Test func `a command without the format that is set answers in its own`() async throws {
        let console = try await Self.console([Self.folder: "format: csv\n"])
        let shown = await console.run(["schema", "--list"])
        #expect(shown.status == 0 && !shown.output.contains("\r\n"), "\(shown)")
    }

    @Test func `JSON is read as YAML is, and both at once are refused`() async throws {
        let json = "/people/ana/.config/deedbook/config.json"
        let console = try await Self.console([json: "{\"width\": 100}"])
        #expect(await Self.setting("width", in: console) == ["100", json])
        console.files[Self.user] = MemoryFiles.File("width: 90\n")
        let result = await console.run(["config"], variables: Self.home)
        #expect(result.status == 65 && result.errors.contains("keep the settings in one file"))
    }

    @Test func `XDG_CONFIG_HOME says where one's own file is, and a relative one is ignored`()
        async throws
    {
        let console = try await Self.console([
            "/etc/ana/deedbook/config.yaml": "width: 100\n", Self.user: "width: 90\n",
        ])
        #expect(
            await Self.setting("width", in: console, ["XDG_CONFIG_HOME": "/etc/ana"]).first
                == "100")
        #expect(await Self.setting("width", in: console, ["XDG_CONFIG_HOME": "etc"]).first == "90")
    }

    @Test(arguments: [
        ("colour: never\n", ":1:1: error: unknown member 'colour'", "did you mean color"),
        ("width: 3\n", ":1:8: error: 3 is no width of a line", "expected 40 to 1000"),
        ("width: wide\n", ":1:8: error: wide is not a whole number", "expected a whole number"),
        ("today: yesterday\n", ":1:8: error: 'yesterday' is not", "expected"),
        ("color: red\nformat: pdf\n", ":2:9: error: pdf is not a format", "expected one of text"),
        ("accept-rollback: yes\n", ":1:1: error: unknown member 'accept-rollback'", "allowed here"),
        ("- color\n", ":1:1: error: a list of 1 is not a map", "expected a map with book"),
    ])
    func `what is wrong in a file is said with its line, the value and what would be right`(
        text: String, sentence: String, hint: String
    ) async throws {
        let console = try await Self.console([Self.user: text])
        let result = await console.run(["agreements"], variables: Self.home)
        #expect(result.status == 65 && result.output.isEmpty)
        #expect(result.errors.contains(Self.user + sentence), "\(result.errors)")
        #expect(result.errors.contains("hint: \(hint)"), "\(result.errors)")
    }

    @Test func `a wrong variable is a wrong command line, and names itself`() async throws {
        let console = try await Self.console([:])
        let result = await console.run(["agreements"], variables: ["DEEDBOOK_WIDTH": "wide"])
        #expect(result.status == 64)
        #expect(
            result.errors.hasPrefix("DEEDBOOK_WIDTH: error: wide is not a whole number"),
            "\(result.errors)")
    }

    @Test func `help is shown whatever is wrong with the settings`() async throws {
        let console = try await Self.console([Self.folder: "nonsense: 1\n"])
        #expect(await console.run(["help", "terms"]).status == 0)
        #expect(await console.run(["--version"]).status == 0)
    }

    @Test(arguments: [
        "trust: mine.policy\n", "pager: rm -rf .\n", "recorder: ana\n",
        "book: /tmp/other.deedbook\n",
        "book: ../other.deedbook\n", "book: ~/other.deedbook\n",
    ])
    func `the file of a folder can neither choose whom to believe nor what to run`(
        text: String
    ) async throws {
        let console = try await Self.console([Self.folder: text])
        let result = await console.run(["agreements"], variables: Self.home)
        #expect(result.status == 65 && result.output.isEmpty, "\(result)")
        #expect(result.errors.contains("\(Self.folder):1:"), "\(result.errors)")
        // One's own file may.
        let own = try await Self.console([Self.user: text])
        #expect(await own.run(["config"], variables: Self.home).status == 0)
    }

    @Test func `a policy that is set is asked of every book, and an option takes its place`()
        async throws
    {
        let console = try await Self.console([
            Self.user: "trust: [keys.policy]\n",
            "/people/ana/.config/deedbook/keys.policy": "quorum none\n",
        ])
        let result = await console.run(["agreements"], variables: Self.home)
        #expect(result.status == 3, "\(result)")
    }

    @Test func `paths of one's own file begin at its folder or at home`() async throws {
        let console = try await Self.console([
            Self.user: "book: ~/deals.deedbook\ntrust: [a.policy, /etc/b]\n"
        ])
        #expect(await Self.setting("book", in: console).first == "/people/ana/deals.deedbook")
        #expect(
            await Self.setting("trust", in: console).first
                == "/people/ana/.config/deedbook/a.policy:/etc/b")
    }

    @Test func `a day that a file takes for today is said beside the answer`() async throws {
        let console = try await Self.console([Self.folder: "today: 2026-03-01\n"])
        let set = await console.run(["terms", "tern-mill", "--format", "json"])
        #expect(set.output.contains("\"on\": \"2026-03-01\""))
        #expect(
            set.errors.contains(
                "note: today is taken to be 2026-03-01, as ./.deedbook.yaml sets it"))
        let given = await console.run(["terms", "tern-mill", "--today", "2025-01-01"])
        #expect(given.errors.isEmpty)
    }
}
