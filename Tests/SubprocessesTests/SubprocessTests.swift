import Foundation
import Subprocesses
import Testing

/// Other programs are run as a test needs it: whole output, no waiting for each other, nothing left behind.
struct SubprocessTests {
    private static func shell(_ line: String, in folder: URL? = nil) async throws -> Subprocess {
        try await Subprocess.run("/bin/sh", ["-c", line], in: folder)
    }

    private static func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-subprocess-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test func `output and errors are whole, whichever is longer than a pipe holds`() async throws {
        let done = try await Self.shell(
            "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; echo end; exit 3")
        #expect(done.status == 3)
        #expect(done.output.utf8.count == 300_004 && done.output.hasSuffix("end\n"))
        #expect(done.errors.utf8.count == 300_000)
    }

    @Test func `errors are written into the output in their place where that is asked for`()
        async throws
    {
        let line = "echo one; echo two >&2; echo three"
        let apart = try await Self.shell(line)
        #expect(apart.output == "one\nthree\n" && apart.errors == "two\n")
        let joined = try await Subprocess.run("/bin/sh", ["-c", line], joinsErrors: true)
        #expect(joined.output == "one\ntwo\nthree\n" && joined.errors.isEmpty)
    }

    @Test func `it has the input, the folder and the variables that it was given`() async throws {
        try await Self.withFolder { folder in
            let input = String(repeating: "line\n", count: 40_000)
            let done = try await Subprocess.run(
                "/bin/sh", ["-c", "wc -c; basename \"$PWD\"; echo $GIVEN ${HOME-none}"],
                input: input, environment: ["GIVEN": "it", "PATH": "/usr/bin:/bin"], in: folder)
            let words = done.output.split(whereSeparator: \.isWhitespace).map(String.init)
            #expect(words == ["200000", folder.lastPathComponent, "it", "none"], "\(done)")
            // One that does not read its input takes no one with it.
            let deaf = try await Subprocess.run("/bin/sh", ["-c", "exit 4"], input: input)
            #expect(deaf.status == 4)
        }
        #expect(try await Self.shell("cat").output.isEmpty)
    }

    @Test func `what cannot be started is an error`() async throws {
        await #expect(throws: (any Error).self) { try await Subprocess.run("/no/such/program", []) }
    }

    /// Each waits for a line of the last, which would never run if they kept the threads of the tests.
    @Test func `more programs wait than there are processors, and others are run`() async throws {
        try await Self.withFolder { folder in
            let count = ProcessInfo.processInfo.activeProcessorCount + 1
            let pipes = (1...count).map { "pipe\($0)" }
            let made = try await Self.shell("mkfifo \(pipes.joined(separator: " "))", in: folder)
            try #require(made.status == 0, "\(made)")
            try await withThrowingTaskGroup(of: String.self) { group in
                for pipe in pipes {
                    group.addTask { try await Self.shell("cat \(pipe)", in: folder).output }
                }
                group.addTask {
                    try await Self.shell(
                        "for pipe in pipe*; do echo heard > $pipe; done", in: folder
                    )
                    .output
                }
                let said = try await group.reduce(into: []) { $0.append($1) }
                #expect(said.count { $0 == "heard\n" } == count)
            }
        }
    }

    #if os(Linux)
        /// Its output ends when all that it started has ended, so that this returns at all.
        @Test func `it is killed with what it started when its test is cancelled`() async throws {
            try await Self.withFolder { folder in
                try #require(await Self.shell("mkfifo pipe", in: folder).status == 0)
                let test = Task {
                    try await Self.shell("echo runs > pipe; sleep 1000000; true", in: folder)
                }
                #expect(try await Self.shell("cat pipe", in: folder).output == "runs\n")
                test.cancel()
                await #expect(throws: CancellationError.self) { try await test.value }
            }
        }
    #endif

    @Test func `Python runs scripts and files, with arguments and input`() async throws {
        let script = "import sys; print(sys.argv[1:], sys.stdin.read())"
        #expect(try await Python.run(script, ["a b"], input: "in").output == "['a b'] in\n")
        try await Self.withFolder { folder in
            let file = folder.appendingPathComponent("script.py")
            try Data("import sys; open(sys.argv[1]); sys.exit('no')".utf8).write(to: file)
            let done = try await Python.run(file, ["script.py"], in: folder)
            #expect(done.status == 1 && done.text == "no\n")
        }
        #expect(try await Python.has("json"))
        #expect(try await !Python.has("no_such_module"))
    }

    @Test func `the program stands beside the tests, and another does not`() async throws {
        let program = try builtProgram("deedbook")
        #expect(try await Subprocess.run(program.path, ["--version"]).status == 0)
        #expect(throws: NotBuilt.self) { try builtProgram("no-such-program") }
    }
}
