import DeedbookCommands
import Foundation
import Subprocesses
import Synchronization
import Testing

/// A pager shows long answers on a terminal, and changes nothing of them.
struct PagerTests {
    /// What a pager was given.
    private final class Shown: Sendable {
        let commands = Mutex<[String]>([])
        let text = Mutex("")
        let isFinished = Mutex(false)
    }

    private static func run(
        _ line: [String], isTerminal: Bool = true, variables: [String: String] = [:],
        closes: Bool = false
    ) async throws -> (status: Int32, shown: Shown) {
        let shown = Shown()
        var environment = try await Fixture.tern.console().environment(variables: variables)
        environment.output.isTerminal = isTerminal
        environment.startPager = { command in
            shown.commands.withLock { $0.append(command) }
            return Pager(
                write: { text throws(OutputFailure) in
                    if closes { throw .closed }
                    shown.text.withLock { $0 += text }
                }, finish: { shown.isFinished.withLock { $0 = true } })
        }
        return (await Deedbook.run(line, in: environment), shown)
    }

    @Test func `the answer goes to the pager on a terminal, and to nothing else elsewhere`()
        async throws
    {
        let plain = try await Fixture.tern.console().run(["log"]).output
        let (status, shown) = try await Self.run(["log"], variables: ["NO_COLOR": "1"])
        #expect(status == 0 && shown.text.withLock { $0 } == plain)
        #expect(shown.isFinished.withLock { $0 })
        let piped = try await Self.run(["log"], isTerminal: false)
        #expect(piped.shown.commands.withLock { $0 }.isEmpty)
    }

    @Test(arguments: [
        ([:], "exec less -FRX"),
        (["PAGER": "more"], "more"),
        (["PAGER": "more", "DEEDBOOK_PAGER": "most -s"], "most -s"),
    ])
    func `its command is that of the variables, else less`(
        variables: [String: String], command: String
    ) async throws {
        let (_, shown) = try await Self.run(["log"], variables: variables)
        let commands = shown.commands.withLock { $0 }
        #expect(commands.count == 1 && commands[0].contains(command), "\(commands)")
    }

    @Test(arguments: [
        (["log", "--no-pager"], [:]),
        (["log"], ["DEEDBOOK_PAGER": "never"]),
        (["log"], ["PAGER": "cat"]),
        (["log"], ["TERM": "dumb"]),
        (["keygen", "--out", "a.key", "--name", "a"], [:]),
    ])
    func `where none is wanted none is started`(
        line: [String], variables: [String: String]
    ) async throws {
        let (_, shown) = try await Self.run(line, variables: variables)
        #expect(shown.commands.withLock { $0 }.isEmpty)
    }

    @Test func `the status of the command is that without a pager`() async throws {
        let line = ["diff", "tern-mill", "2025-01-01", "2025-04-01", "--exit-code"]
        let plain = try await Fixture.tern.console().run(line).status
        let (status, shown) = try await Self.run(line)
        #expect(status == plain && shown.isFinished.withLock { $0 })
        let wrong = try await Self.run(["terms", "nothing"])
        #expect(wrong.status == 65 && wrong.shown.isFinished.withLock { $0 })
    }

    /// In a real terminal, with a real pager: what it shows, and with which status the command ends.
    @Test(arguments: [
        ("cat > paged", 0, true),
        // Left before anything was read.
        ("true", 0, false),
        // There is no such program: the answer stands on the terminal.
        ("no-such-pager-here", 0, false),
    ])
    func `a pager that reads, that leaves and that is missing all leave the status alone`(
        pager: String, status: Int, isKept: Bool
    ) async throws {
        // One for each case: they run side by side.
        let shell = try Shell("pager-\(pager.count)")
        defer { shell.remove() }
        await shell.expect("deedbook record \(Fixture.ternFolder.path)", 0)
        let script = """
            import os, pty, sys
            written = b""
            def read(fd):
                global written
                data = os.read(fd, 65536)
                written += data
                return data
            os.chdir(sys.argv[1])
            os.environ.update(TERM="xterm", DEEDBOOK_PAGER=sys.argv[2], HOME=sys.argv[1],
                XDG_STATE_HOME=sys.argv[1] + "/.state")
            os.environ["PATH"] = sys.argv[3] + ":" + os.environ["PATH"]
            status = os.waitstatus_to_exitcode(pty.spawn(["deedbook", "log"], read))
            print("status", status, "shown" if b"supply" in written else "not shown")
            """
        let programs = try ProcessTests.programs().path
        let result = try await Python.run(script, [shell.folder.path, pager, programs])
        let isShown = pager == "no-such-pager-here"
        #expect(
            result.text.hasSuffix("status \(status) \(isShown ? "shown" : "not shown")\n"),
            "\(result.text)")
        let kept = try? String(
            contentsOf: shell.folder.appendingPathComponent("paged"), encoding: .utf8)
        #expect((kept?.contains("supply") ?? false) == isKept)
    }
}
