import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing
import Transparency

/// A copy of a book is a book, whole, and of one moment.
struct BackupTests {
    private static func open(_ path: String, _ mode: SQLiteStore.Mode) throws -> SQLiteStore {
        let clock = TestClock()
        return try SQLiteStore(path: path, mode: mode, clock: { clock.now() })
    }

    private static func copy(_ scratch: Scratch, _ name: String = "copy") -> String {
        scratch.folder.appendingPathComponent("\(name).deedbook").path
    }

    @Test func `a copy says what the book says, and can be written on its own`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        let path = Self.copy(fixture.scratch)
        try await fixture.store.backUp(to: path)
        let copy = try Self.open(path, .readWrite)
        #expect(copy.origin == fixture.store.origin)
        let rows = try await copy.rows(after: 0, limit: .max)
        #expect(try await rows == fixture.store.rows(after: 0, limit: .max))
        #expect(try await copy.checkpoints() == fixture.store.checkpoints())
        #expect(await copy.structuralFaults() == [])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let receipt = try await copy.append(notice("own"), by: "me", expecting: [:])
        #expect(receipt.first.number == rows.count + 1)
        #expect(try await fixture.store.head().number == rows.count)
    }

    @Test func `copies made while others append are of one moment each`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let rival = try scratch.open(.readWrite)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (name, writer) in [("a", store), ("b", rival)] {
                group.addTask {
                    for number in 0..<60 {
                        let key = try #require(RecordingKey("\(name)-\(number)"))
                        _ = try await writer.append(notice(key), by: "me", expecting: [:])
                    }
                }
            }
            for number in 0..<6 {
                try await store.backUp(to: Self.copy(scratch, "copy-\(number)"))
            }
            try await group.waitForAll()
        }
        for number in 0..<6 {
            let copy = try Self.open(Self.copy(scratch, "copy-\(number)"), .readOnly)
            #expect(await copy.structuralFaults() == [])
            let events = try await copy.events(after: Position(0), limit: .max)
            #expect(events.count % 2 == 0)
            let size = events.count
            let root = try await store.checkpoint(at: size).root
            #expect(try await copy.checkpoint(at: nil).root == root)
        }
    }

    @Test func `a file that is there is never overwritten`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        for path in [scratch.book, Self.copy(scratch)] {
            if path != scratch.book {
                try "mine".write(toFile: path, atomically: true, encoding: .utf8)
            }
            let before = FileManager.default.contents(atPath: path)
            let expected = DeedbookError.inaccessible(
                path: path, detail: "there is a file of that name already")
            await #expect(throws: expected) { try await store.backUp(to: path) }
            #expect(FileManager.default.contents(atPath: path) == before)
        }
    }

    @Test func `where no copy can be made there is none, and nothing else either`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        for path in ["/nowhere/at/all/copy.deedbook", "/proc/copy.deedbook"] {
            await #expect {
                try await store.backUp(to: path)
            } throws: {
                if case .inaccessible(path, _)? = $0 as? DeedbookError { true } else { false }
            }
        }
        #expect(try scratch.files.filter { $0.contains("copy") } == [])
    }

    @Test func `what was redacted is not in a copy`() async throws {
        let fixture = try await TrustFixture()
        let path = Self.copy(fixture.scratch)
        try await fixture.store.backUp(to: path)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.range(of: Data(TrustFixture.secret.utf8)) == nil)
    }
}
