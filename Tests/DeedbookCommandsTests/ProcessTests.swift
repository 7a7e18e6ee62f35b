import Foundation
import Subprocesses
import Testing

/// The program as it was built: real files, real streams, real exit statuses.
struct ProcessTests {
    @Test func `the built program records, answers, and exits as it should`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-process-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = Fixture.folder.appendingPathComponent("tern").path

        let recorded = try await Self.run("deedbook record '\(files)'", in: folder)
        #expect(
            recorded.status == 0 && recorded.output.hasPrefix("Recorded 3 recordings (19 events)"))
        let again = try await Self.run("deedbook record '\(files)'", in: folder)
        #expect(again.status == 0 && again.output.hasSuffix("nothing changed\n"))
        let found = try await Self.run("deedbook find 'payer = tern' --on 2025-04-03", in: folder)
        #expect(found.status == 0 && found.output.contains("1 term matches"))
        let rebuilt = try await Self.run("deedbook rebuild", in: folder)
        #expect(rebuilt.status == 0 && rebuilt.output == "rebuilt the pieces of 1 agreement\n")
        let same = try await Self.run("deedbook diff tern-mill 2025-03-02 2025-03-02", in: folder)
        #expect(same.status == 0)
        let different = try await Self.run(
            "deedbook diff tern-mill 2025-02-28 2025-03-02 --full --exit-code", in: folder)
        #expect(different.status == 1 && different.output.contains("[-first-]{+second+}"))
        let trouble = try await Self.run("deedbook diff absent 2025-02-28 2025-03-02", in: folder)
        #expect(trouble.status == 65 && trouble.errors.contains("error: unknown agreement"))
        let missing = try await Self.run("deedbook log --book nowhere.deedbook", in: folder)
        #expect(missing.status == 66 && missing.output.isEmpty)
        let text = "deedbook terms tern-mill --book notes.txt"
        let notABook = try await Self.run("echo a note > notes.txt; \(text)", in: folder)
        #expect(notABook.status == 65 && notABook.errors.contains("is not a book"))
        let cut = try await Self.run(
            "XDG_STATE_HOME=$PWD/.state deedbook terms tern-mill --all | head -n 1", in: folder)
        #expect(cut.output.split(separator: "\n").count == 1 && cut.errors.isEmpty)
        let version = try await Self.run("deedbook --version", in: folder)
        #expect(version.status == 0 && version.output == "0.1.0\n")
    }

    @Test func `record --expect refuses what others changed meanwhile, and nothing else`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-expect-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = Fixture.folder.appendingPathComponent("tern").path
        let opening = "'\(files)/2024-01-10-supply.yaml'"
        let amendment = "'\(files)/2025-03-01-amendment-1.yaml'"
        let report = "'\(files)/2025-04-02-reported-cap.yaml'"
        let recorded = try await Self.run("deedbook record \(opening)", in: folder)
        let head = try #require(recorded.output.firstMatch(of: /through #(\d+)/)?.1)
        #expect(try await Self.run("deedbook record \(amendment)", in: folder).status == 0)
        let late = try await Self.run("deedbook record \(report) --expect '#\(head)'", in: folder)
        #expect(late.status == 75 && late.errors.contains("another process appended"))
        let repeated = try await Self.run(
            "deedbook record \(amendment) --expect '#\(head)'", in: folder)
        #expect(repeated.status == 0)
        let beyond = try await Self.run("deedbook record \(report) --expect 999", in: folder)
        #expect(beyond.status == 65)
    }

    @Test func `a file that may not grow is reported in words, and ends nothing by a signal`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-limit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = Fixture.folder.appendingPathComponent("tern").path
        #expect(try await Self.run("deedbook record '\(files)'", in: folder).status == 0)
        // Blocks of half a KiB: room for SQLite's index of the log, and not for a book.
        let copied = try await Self.run("ulimit -f 100; deedbook backup copy.deedbook", in: folder)
        #expect(copied.status == 73)
        #expect(copied.errors.contains("cannot write copy.deedbook: the system refused"))
        let schemas = try await Self.run("ulimit -f 8; deedbook schema --out schemas", in: folder)
        #expect(schemas.status == 73)
        #expect(schemas.errors.hasPrefix("error: cannot write schemas/"))
    }

    /// What a command line finds: the program, and those of the system.
    static func environment() throws -> [String: String] {
        ["PATH": "\(try programs().path):/usr/bin:/bin"]
    }

    static func run(_ line: String, in folder: URL) async throws -> Subprocess {
        try await Subprocess.run(
            "/bin/sh", ["-c", line], environment: try environment(), in: folder)
    }

    /// The folder with the program.
    static func programs() throws -> URL {
        try builtProgram("deedbook").deletingLastPathComponent()
    }
}
