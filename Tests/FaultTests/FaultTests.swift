import Foundation
import Testing

/// What machines do to a book: the short runs of `Tools/faults`, which does the long ones.
struct FaultTests {
    @Test(arguments: [
        "kill", "syscalls", "powerloss", "erasure", "diskfull", "writers", "backup",
        "permissions",
    ])
    func `nothing acknowledged is lost`(_ fault: String) throws {
        try run(fault, "--writer", "faultwriter")
    }

    @Test func `an extreme value in any column crashes and hangs no command`() throws {
        try run("extremes", "--deedbook", "deedbook")
    }

    @Test func `no plausible alteration of a book makes a command answer otherwise`() throws {
        try run("attacks", "--deedbook", "deedbook")
    }

    /// - Parameters:
    ///   - option: names a program to the tool.
    ///   - program: one that stands beside the tests.
    private func run(_ fault: String, _ option: String, _ program: String) throws {
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
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let told = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(told)")
        #expect(!told.contains("FAILED"))
    }
}
