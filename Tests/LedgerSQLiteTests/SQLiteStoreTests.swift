import Amendments
import Foundation
import GRDB
import Ledger
import LedgerConformance
import LedgerSQLite
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

    @Test func `what was appended is there when the book is opened again`() async throws {
        let scratch = try Scratch()
        let receipt = try await scratch.open().append(notice("one"), by: "me", expecting: [:])
        let again = try scratch.open(.readOnly)
        let events = try await again.events(of: "first", through: nil)
        #expect(events.map(\.event) == notice("one").events)
        #expect(events.first?.recording.recordedAt == receipt.recordedAt)
        #expect(events.first?.recording.recorder == "me")
    }

    @Test func `two connections append to one book without a gap`() async throws {
        let scratch = try Scratch()
        let (first, second) = (try scratch.open(), try scratch.open(.readWrite))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (name, store) in [("a", first), ("b", second)] {
                group.addTask {
                    for index in 0..<20 {
                        _ = try await store.append(
                            notice(RecordingKey("\(name)-\(index)") ?? "x"), by: name,
                            expecting: [:])
                    }
                }
            }
            try await group.waitForAll()
        }
        let events = try await first.events(after: Position(0), limit: .max)
        #expect(events.map(\.position.number) == Array(1...80))
    }

    @Test func `the file is protected and says what it is`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let mode = try FileManager.default.attributesOfItem(atPath: scratch.book)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let pragmas = try await scratch.raw().read { db in
            try ["journal_mode", "user_version", "application_id"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(pragmas == ["wal", "1", String(0x4442_4F4B)])
    }

    static let attacks = [
        "UPDATE event SET kind = 'x'", "DELETE FROM event",
        "UPDATE payload SET bytes = x'00'", "DELETE FROM payload",
        "UPDATE recording SET header = x'00'", "DELETE FROM recording",
        "UPDATE book SET origin = 'x'", "DELETE FROM book", "DELETE FROM agreement",
        "UPDATE agreement SET version = version + 2", "UPDATE agreement SET version = 1",
        "UPDATE agreement SET id = 'x', version = version + 1",
        "REPLACE INTO book (id, origin) VALUES (1, 'x')",
        "REPLACE INTO agreement (id, version) VALUES ('first', 1)",
        "INSERT INTO agreement (id, version) VALUES ('new', 5)",
        """
        REPLACE INTO event (position, agreement, version, kind, schema, recording, ordinal, entry)
        SELECT position, agreement, version, 'x', schema, recording, ordinal, entry FROM event
        """,
        """
        INSERT INTO event (position, agreement, version, kind, schema, recording, ordinal, entry)
        SELECT position, agreement, version, 'x', schema, recording, ordinal, entry FROM event
        WHERE true ON CONFLICT DO UPDATE SET kind = 'x'
        """,
        """
        INSERT INTO event (position, agreement, version, kind, schema, recording, ordinal, entry)
        VALUES (99, 'first', 2, 'x', 1, 'one', 3, x'00')
        """,
        "REPLACE INTO payload (position, salt, bytes) SELECT position, salt, x'00' FROM payload",
        """
        REPLACE INTO recording
            (key, content_digest, header, first_position, last_position, recorded_at)
        SELECT key, content_digest, x'00', first_position, last_position, recorded_at FROM recording
        """,
    ]

    @Test(arguments: attacks)
    func `nothing that was appended can be changed through the file`(_ sql: String) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        let before = try await store.events(after: Position(0), limit: .max)
        let bytes = try await store.stored(at: Position(1))
        let raw = try scratch.raw()
        #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
        #expect(try await store.events(after: Position(0), limit: .max) == before)
        #expect(try await store.stored(at: Position(1)) == bytes)
    }

    @Test func `hot queries use their indexes`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let plans = try await scratch.raw().read { db in
            try [
                "SELECT * FROM event WHERE agreement = 'x' AND position <= 9 ORDER BY version",
                "SELECT * FROM event WHERE position > 5 ORDER BY position LIMIT 2",
                "SELECT * FROM recording WHERE key = 'x'",
                "SELECT version FROM agreement WHERE id = 'x'",
                "SELECT max(position) FROM event",
            ].map { try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + $0).map { $0["detail"] as String } }
        }
        for plan in plans {
            #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
        }
    }
}
