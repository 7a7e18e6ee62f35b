import Amendments
import Audit
import EventStore
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// What a reader learns about what stands around the rows that it reads.
struct ReadBlockTests {
    /// An event of the first 256 is read; its leaf is as it should be, and so is the root that the book gives.
    @Test(arguments: [
        "UPDATE event SET leaf = zeroblob(32) WHERE position = 200",
        "UPDATE subtree SET hash = zeroblob(32) WHERE number = 0", "DELETE FROM subtree",
        "DELETE FROM event WHERE position = 200",
    ])
    func `an event that does not hang in the tree is not read`(_ attack: String) async throws {
        let fixture = try await TrustFixture(filler: 300)
        #expect(try await fixture.store.recording("one").count == 2)
        try fixture.attack { try $0.execute(sql: attack) }
        for store in [try fixture.scratch.open(.readOnly), fixture.store] {
            let refusal = await #expect(throws: DeedbookError.self) {
                try await store.recording("one")
            }
            #expect(refusal?.account.kind == .damaged, "\(attack)")
        }
    }

    @Test(arguments: ["agreement", "recording", "checkpoint", "payload", "event"])
    func `a view in the place of a table is not read`(_ table: String) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try db.execute(sql: "PRAGMA legacy_alter_table = ON")
            try db.execute(sql: "ALTER TABLE \(table) RENAME TO hidden")
            try db.execute(sql: "CREATE VIEW \(table) AS SELECT * FROM hidden LIMIT 1")
        }
        let refusal = #expect(throws: DeedbookError.self) {
            try fixture.scratch.open(.readOnly)
        }
        #expect(refusal.map { "\($0)" }?.contains("the table \(table)") == true)
        _ = try fixture.scratch.open(.audit)
    }

    @Test func `events that were taken from the end are missed`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try db.execute(
                sql: """
                    DELETE FROM payload WHERE position > 6; DELETE FROM event WHERE position > 6;
                    DELETE FROM recording WHERE first_position > 6;
                    UPDATE agreement SET version = 6
                    """)
        }
        #expect(throws: DeedbookError.self) { try fixture.scratch.open(.readOnly) }
    }

    @Test func `a recording has no event of another one`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack {
            try $0.execute(sql: "UPDATE recording SET last_position = 3 WHERE key = 'one'")
        }
        let store = try fixture.scratch.open(.readOnly)
        await #expect(throws: DeedbookError.self) { try await store.recording("one") }
    }

    @Test func `no event of an agreement is left out of a page`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack {
            try $0.execute(sql: "UPDATE event SET agreement = 'other' WHERE position = 3")
        }
        let store = try fixture.scratch.open(.readOnly)
        await #expect(throws: DeedbookError.self) {
            try await store.events(of: "first", after: 0, limit: 100)
        }
        await #expect(throws: DeedbookError.self) {
            try await store.events(of: "first", after: 2, limit: 1)
        }
    }

    @Test(arguments: [
        "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE id = 2) WHERE id = 1",
        "UPDATE checkpoint SET size = 3 WHERE id = 1",
        "UPDATE checkpoint SET root = zeroblob(32) WHERE id = 1",
        "DELETE FROM checkpoint WHERE id = 1", "DELETE FROM checkpoint WHERE id = 2",
        "DELETE FROM cosignature", "UPDATE book SET origin = 'another'",
    ])
    func `checkpoints that are not those that were kept are refused`(
        _ attack: String
    ) async throws {
        let fixture = try await TrustFixture()
        #expect(try await fixture.store.checkpoints().count == 2)
        try fixture.attack { try $0.execute(sql: attack) }
        await #expect(throws: DeedbookError.self) {
            try await fixture.scratch.open(.readOnly).checkpoints()
        }
        // An audit reads them all the same, and reports what is wrong.
        _ = try? await fixture.scratch.open(.audit).checkpoints()
        #expect(try await !fixture.audit().faults.isEmpty)
    }
}
