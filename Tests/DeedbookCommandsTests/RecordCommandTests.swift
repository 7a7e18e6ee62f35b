import Foundation
import Testing

/// What `record` refuses before there is a book.
struct RecordCommandTests {
    @Test(arguments: [[], ["notes.txt"], [".hidden.yaml"], ["empty.jsonl"]])
    func `a folder without recordings makes no book`(_ names: [String]) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-record-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in names { try Data().write(to: folder.appendingPathComponent(name)) }
        for options in [[], ["--dry-run"], ["--format", "json"]] {
            let console = Console()
            let result = await console.run(["record", folder.path] + options)
            #expect(result.status == 66)
            #expect(result.errors.contains("nothing to record in \(folder.path)"), "\(result)")
            #expect(result.errors.contains(".yaml"))
            #expect(console.store("./book.deedbook") == nil)
        }
    }

    @Test(arguments: [([], 64), (["Events/*.yaml"], 66)] as [([String], Int32)])
    func `a pattern that nothing matches makes no book`(_ files: [String], _ status: Int32) async {
        let console = Console()
        #expect(await console.run(["record"] + files).status == status)
        #expect(console.store("./book.deedbook") == nil)
    }
}
