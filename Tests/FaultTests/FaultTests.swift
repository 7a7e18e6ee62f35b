import Foundation
import Subprocesses
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
        let built = try builtProgram(program)
        let done = try await Python.run(
            root.appendingPathComponent("Tools/faults"), [fault, "--quick", option, built.path])
        #expect(done.status == 0, "\(done.text)")
        #expect(!done.text.contains("FAILED"))
    }
}
