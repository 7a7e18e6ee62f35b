import Foundation
import Subprocesses
import Testing

/// A book in a folder that the reader cannot write, as on a DVD, a share or a container's volume.
struct ReadOnlyBookTests {
    private static let file = InventedBook.opening(
        "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 5 } }")
    private static let second = InventedBook.recording(
        "b", "2024-06-01", "term-amended: { term: f, set: { amount: USD 7 } }")

    static let questions = [
        "terms x --on 2024-03-01", "terms x --on 2024-03-01 --format json", "log", "agreements",
        "verify",
        "export", "doctor", "find 'kind = fee' --on 2024-03-01", "conflicts --on 2024-03-01",
        "show a",
        "calendar", "timeline x", "why x f", "payable x f --from 2024-01-01 --to 2024-12-31",
        "diff x 2024-01-01 2024-01-02", "check a.yaml", "prove inclusion 4", "checkpoint",
    ]

    @Test func `every question and the audit are answered as where it can be written`() async throws
    {
        try await Self.inFolder { folder in
            _ = try await ProcessTests.run("deedbook record a.yaml", in: folder)
            var expected: [String: Subprocess] = [:]
            for question in Self.questions {
                expected[question] = try await ProcessTests.run("deedbook \(question)", in: folder)
            }
            try Self.close(folder)
            let before = try Self.contents(of: folder)
            for question in Self.questions {
                let answer = try await Self.runUnprivileged("deedbook \(question)", in: folder)
                #expect(
                    answer.status == expected[question]?.status, "\(question): \(answer.errors)")
                #expect(answer.errors == expected[question]?.errors, "\(question)")
                guard question != "doctor" else {
                    #expect(answer.output.contains("Doctor's report"))
                    continue
                }
                #expect(answer.output == expected[question]?.output, "\(question)")
            }
            #expect(try Self.contents(of: folder) == before)
        }
    }

    @Test func `what lies in a log that cannot be used is stated as not seen`() async throws {
        try await Self.inFolder { folder in
            _ = try await ProcessTests.run("deedbook record a.yaml", in: folder)
            let log = folder.appendingPathComponent("book.deedbook-wal")
            try Data(repeating: 1, count: 4_096).write(to: log)
            try Self.close(folder)
            let answer = try await Self.runUnprivileged(
                "deedbook terms x --on 2024-03-01", in: folder)
            #expect(answer.status == 0, "\(answer.errors)")
            #expect(answer.output.contains("USD 5"))
            #expect(answer.errors.hasPrefix("warning: "))
            #expect(
                answer.errors.contains(
                    "(4096 bytes) cannot be used; what was recorded last may not be seen"))
            let doctor = try await Self.runUnprivileged("deedbook doctor", in: folder)
            #expect(doctor.output.contains("as it lies there"))
        }
    }

    /// What SQLite keeps beside a book stands beside the file that a link leads to.
    @Test func `a link to it is read as it is itself`() async throws {
        try await Self.inFolder { folder in
            _ = try await ProcessTests.run("deedbook record a.yaml", in: folder)
            try Data(repeating: 1, count: 4_096).write(
                to: folder.appendingPathComponent("book.deedbook-wal"))
            let manager = FileManager.default
            let link = folder.appendingPathComponent("link.deedbook").path
            try manager.createSymbolicLink(atPath: link, withDestinationPath: "book.deedbook")
            try Self.close(folder)
            let open = URL(fileURLWithPath: "\(folder.path)-open")
            try manager.createDirectory(
                at: open, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o777])
            defer { try? manager.removeItem(at: open) }
            try manager.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open.path)
            let other = open.appendingPathComponent("other.deedbook").path
            try manager.createSymbolicLink(
                atPath: other,
                withDestinationPath: folder.appendingPathComponent("book.deedbook").path)
            for name in [link, other] {
                let terms = "deedbook terms x --on 2024-03-01 --book \(name)"
                let answer = try await Self.runUnprivileged(terms, in: folder)
                #expect(answer.status == 0, "\(name): \(answer.errors)")
                #expect(answer.errors.contains("(4096 bytes) cannot be used"), "\(name)")
                let doctor = try await Self.runUnprivileged(
                    "deedbook doctor --book \(name)", in: folder)
                #expect(doctor.output.contains("as it lies there"), "\(doctor.output)")
            }
        }
    }

    @Test func `nothing can be recorded there, and that is said`() async throws {
        try await Self.inFolder { folder in
            _ = try await ProcessTests.run("deedbook record a.yaml", in: folder)
            try Self.close(folder)
            let answer = try await Self.runUnprivileged("deedbook record b.yaml", in: folder)
            #expect(answer.status != 0 && answer.errors.contains("cannot be written"))
        }
    }

    @Test func `a backup of it can be made elsewhere`() async throws {
        try await Self.inFolder { folder in
            _ = try await ProcessTests.run("deedbook record a.yaml", in: folder)
            try Self.close(folder)
            let copy = "/tmp/deedbook-copy-\(UUID().uuidString).deedbook"
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let answer = try await Self.runUnprivileged("deedbook backup \(copy)", in: folder)
            #expect(answer.status == 0, "\(answer.errors)")
            #expect(
                try await ProcessTests.run("deedbook verify --book \(copy)", in: folder).status == 0
            )
        }
    }

    // MARK: Folders

    /// Under `/tmp`, which every user may pass through.
    private static func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = URL(fileURLWithPath: "/tmp/deedbook-frozen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.path)
            try? FileManager.default.removeItem(at: folder)
        }
        try Data(file.utf8).write(to: folder.appendingPathComponent("a.yaml"))
        try Data(second.utf8).write(to: folder.appendingPathComponent("b.yaml"))
        try await body(folder)
    }

    /// Takes the right to write from everybody, and gives everybody the right to read.
    private static func close(_ folder: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let path = folder.appendingPathComponent(name).path
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    }

    private static func contents(of folder: URL) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            contents[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return contents
    }

    /// As a user who may not write: root may write everywhere.
    private static func runUnprivileged(_ line: String, in folder: URL) async throws -> Subprocess {
        guard geteuid() == 0 else { return try await ProcessTests.run(line, in: folder) }
        let quoted = line.replacingOccurrences(of: "'", with: "'\\''")
        return try await ProcessTests.run(
            "setpriv --reuid=65534 --regid=65534 --clear-groups /bin/sh -c '\(quoted)'", in: folder)
    }
}
