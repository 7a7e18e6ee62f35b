import Foundation
import Testing

/// What machines do to a book: the short runs of `Tools/faults`, which does the long ones.
///
/// One after the other: each has processes for every core.
@Suite(.serialized)
struct FaultTests {
    @Test(arguments: [
        "kill", "syscalls", "powerloss", "erasure", "diskfull", "writers", "backup",
        "permissions",
    ])
    func `nothing acknowledged is lost`(_ fault: String) async throws {
        try await run(fault, "--writer", "faultwriter")
    }

    @Test func `an extreme value in any column crashes and hangs no command`() async throws {
        try await run("extremes", "--deedbook", "deedbook")
    }

    @Test func `no plausible alteration of a book makes a command answer otherwise`() async throws {
        try await run("attacks", "--deedbook", "deedbook")
    }

    /// - Parameters:
    ///   - option: names a program to the tool.
    ///   - program: one that stands beside the tests.
    private func run(_ fault: String, _ option: String, _ program: String) async throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let beside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        let built = try #require(
            (beside + [own]).map { $0.appendingPathComponent(program).path }
                .first { FileManager.default.isExecutableFile(atPath: $0) })
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", root.appendingPathComponent("Tools/faults").path, fault, "--quick", option,
            built,
        ]
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("faults-\(UUID().uuidString)").path
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = try #require(FileHandle(forUpdatingAtPath: path))
        process.standardOutput = output
        process.standardError = output
        let status = try await status(of: process)
        try output.seek(toOffset: 0)
        let told = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        #expect(status == 0, "\(told)")
        #expect(!told.contains("FAILED"))
    }

    /// How it ended. No thread is held until then, which other tests could use.
    private func status(of process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { ended in
            process.terminationHandler = { ended.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
    }
}
