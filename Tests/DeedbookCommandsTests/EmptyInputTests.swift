import Foundation
import Testing

/// What finds nothing to do says that, and no more.
struct EmptyInputTests {
    private func inFolder(
        _ body: (URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-empty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test(arguments: ["check", "record"])
    func `a folder without recordings has nothing to do, with the files that are looked for`(
        _ command: String
    ) async throws {
        try await inFolder { folder in
            try Data("x".utf8).write(to: folder.appendingPathComponent("notes.txt"))
            let result = await Console().run([command, folder.path])
            #expect(result.status == 66)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("nothing to \(command) in \(folder.path)"))
            #expect(result.errors.contains(".yaml, .yml or .jsonl"))
        }
    }

    @Test func `of a file that is not there tidy says that alone`() async throws {
        try await inFolder { folder in
            let result = await Console().run(["tidy", folder.path + "/none.yaml"])
            #expect(result.status == 66)
            #expect(result.output.isEmpty, "\(result.output)")
            #expect(result.errors.contains("none.yaml"))
        }
    }
}
