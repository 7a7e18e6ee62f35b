import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing

struct SQLiteStoreTests {
    @Test(arguments: Promise.allCases)
    func `keeps its promise`(_ promise: Promise) async throws {
        let scratch = try Scratch()
        try await promise.check { [book = scratch.book] clock in
            try SQLiteStore(path: book, mode: .create, clock: { clock.now() })
        }
        _ = scratch
    }

    @Test(arguments: TamperEvidentPromise.allCases)
    func `can be checked by others`(_ promise: TamperEvidentPromise) async throws {
        let scratch = try Scratch()
        try await promise.check { [book = scratch.book] clock in
            try SQLiteStore(path: book, mode: .create, clock: { clock.now() })
        }
        _ = scratch
    }

    @Test func `what was appended is there when the book is opened again`() async throws {
        let scratch = try Scratch()
        let receipt = try await scratch.open().append(notice("one"), by: "me", expecting: [:])
        let again = try scratch.open(.readOnly)
        let events = try await again.events(of: "first", through: nil)
        #expect(events.map(\.event) == notice("one").events)
        #expect(events.first?.recording.recordedAt == receipt.recordedAt)
        #expect(events.first?.recording.recorder == "me")
    }

    @Test func `only its owner may read a book and what stands beside it`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        for end in ["", "-wal", "-shm"] {
            let path = scratch.book + end
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(path)")
        }
    }

    static let settings: [(pragma: String, value: String)] = [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
        ("trusted_schema", "0"), ("cell_size_check", "1"), ("mmap_size", "0"),
        ("recursive_triggers", "1"), ("fullfsync", "1"),
        ("wal_autocheckpoint", "0"), ("application_id", String(0x4442_4F4B)),
        ("user_version", "3"), ("secure_delete", "1"),
    ]

    @Test(arguments: settings)
    func `a setting is in force`(_ pragma: String, _ value: String) async throws {
        let scratch = try Scratch()
        #expect(try await scratch.open().settings([pragma]) == [value])
        // Only writers move the log.
        guard pragma != "wal_autocheckpoint" else { return }
        #expect(try await scratch.open(.readOnly).settings([pragma]) == [value])
    }

    @Test(arguments: [SQLiteStore.Mode.create, .readWrite, .readOnly])
    func `a setting that could damage the file has no effect on any connection`(
        _ mode: SQLiteStore.Mode
    ) async throws {
        let scratch = try Scratch()
        _ = try await scratch.open().append(notice("one"), by: "me", expecting: [:])
        let store = try scratch.open(mode)
        #expect(try await store.settings(["journal_mode = OFF", "journal_mode"])[1] == "wal")
        let found = try await store.diagnose(now: Instant(microseconds: .max))
        #expect(found.first { $0.name == "defensive" }?.value == "1")
    }

    @Test func `a book that is only read refuses appends`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let store = try scratch.open(.readOnly)
        await #expect {
            try await store.append(notice("one"), by: "me", expecting: [:])
        } throws: {
            if case .inaccessible? = $0 as? DeedbookError { true } else { false }
        }
    }

    @Test func `an append is carried through when its task is cancelled`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await store.append(notice("one"), by: "me", expecting: [:])
        }
        #expect(try await task.value.last == Position(2))
        #expect(try await store.head() == Position(2))
    }

    @Test func `the log is moved into the book now and then, and when it closes`() async throws {
        let scratch = try Scratch()
        let log = scratch.book + "-wal"
        do {
            let store = try scratch.open()
            for index in 0..<400 {
                let key = try #require(RecordingKey("number-\(index)"))
                _ = try await store.append(notice(key), by: "me", expecting: [:])
            }
            let size = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
            #expect(try #require(size) < 8 << 20)
        }
        #expect(!FileManager.default.fileExists(atPath: log))
        #expect(try await scratch.open(.readOnly).head() == Position(800))
    }
}
