import Foundation
import Testing

/// The README says how Deedbook is embedded; this does what it says.
struct ReadmeProgramTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `the program of the README is compiled as another package's, and runs`() throws {
        let process = Process()
        process.executableURL = Self.root.appendingPathComponent("Tools/embed")
        process.arguments = ["--reuse"]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
        let lines = String(decoding: printed, as: UTF8.self).split(separator: "\n")
        // The folder that is not there, then what the agreement says.
        #expect(lines.first == "missing 1")
        let answer = try #require(lines.last?.firstMatch(of: /^(.+) (\d+) (\d+)$/))
        #expect(answer.1 == "Microsoft–OpenAI partnership")
        #expect(Int(answer.2) ?? 0 > 20 && Int(answer.3) ?? 0 > 10)
    }
}
