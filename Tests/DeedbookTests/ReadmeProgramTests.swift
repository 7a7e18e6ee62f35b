import Foundation
import Subprocesses
import Testing

/// The README says how Deedbook is embedded; this does what it says.
struct ReadmeProgramTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `the program of the README is compiled as another package's, and runs`() async throws
    {
        let tool = Self.root.appendingPathComponent("Tools/embed")
        let done = try await Subprocess.run(tool.path, ["--reuse"])
        #expect(done.status == 0, "\(done.errors)")
        let lines = done.output.split(separator: "\n")
        // The folder that is not there, then what the agreement says.
        #expect(lines.first == "missing 1")
        let answer = try #require(lines.last?.firstMatch(of: /^(.+) (\d+) (\d+)$/))
        #expect(answer.1 == "Microsoft–OpenAI partnership")
        #expect(Int(answer.2) ?? 0 > 20 && Int(answer.3) ?? 0 > 10)
    }
}
