import Amendments
import EventStore
import Foundation
import StoreConformance
import Terms
import Testing

/// What `record` refuses, and what it says of what it could not write.
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

extension RecordCommandTests {
    @Test func `what may be written is not said to be not written`() async throws {
        let store = UncertainStore(store: try await Fixture.store(Fixture.ternFolder, first: 2))
        let console = Console(books: ["./book.deedbook": store])
        let result = await console.run(["record", Fixture.ternFolder.path])
        #expect(result.status == 74)
        #expect(result.errors.contains("whether the recording was written is not known"))
        #expect(result.errors.contains(" all or nothing was written; 0 recorded before it"))
        #expect(!result.errors.contains("nothing of '"))
    }
}

/// A book whose disk fails in the middle of each append.
private struct UncertainStore: ForwardingStore, TamperEvidentStore {
    let store: InMemoryStore

    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        throw .outcomeUnknown(detail: "disk I/O error")
    }
}
