import Audit
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Testing

/// What a program with SQLite can do to the tables that make a book provable.
struct AppendOnlyTrustTests {
    static let statements = [
        "UPDATE remains SET bytes = x'00'", "UPDATE remains SET redacted_by = 7",
        "DELETE FROM remains", "DELETE FROM payload WHERE position = 1",
        "REPLACE INTO payload (position, salt, bytes) VALUES (1, zeroblob(16), x'00')",
        "UPDATE subtree SET hash = zeroblob(32)", "DELETE FROM subtree",
        "UPDATE checkpoint SET note = x'00'", "UPDATE checkpoint SET size = 0",
        "DELETE FROM checkpoint", "UPDATE cosignature SET line = 'x'", "DELETE FROM cosignature",
        // What is left of an event that nothing redacts, or of one redacted already.
        "INSERT INTO remains (position, redacted_by, schema, bytes) VALUES (1, 2, 1, x'00')",
        "INSERT INTO remains (position, redacted_by, schema, bytes) VALUES (7, 6, 1, x'00')",
        "INSERT INTO remains SELECT * FROM remains WHERE true",
        "REPLACE INTO remains SELECT * FROM remains WHERE true",
        "INSERT INTO subtree (level, number, hash) VALUES (1, 7, zeroblob(32))",
        "REPLACE INTO subtree (level, number, hash) VALUES (1, 0, zeroblob(32))",
        "REPLACE INTO checkpoint SELECT * FROM checkpoint WHERE true",
        "INSERT INTO checkpoint (id, size, root, note) VALUES (3, 9999, zeroblob(32), x'00')",
        "INSERT INTO checkpoint (id, size, root, note) VALUES (9, 1, zeroblob(32), x'00')",
        """
        INSERT INTO checkpoint SELECT * FROM checkpoint WHERE true
        ON CONFLICT (id) DO UPDATE SET note = x'00'
        """,
        "REPLACE INTO cosignature SELECT * FROM cosignature WHERE true",
        "INSERT INTO cosignature (id, checkpoint, line) VALUES (2, 99, 'x')",
    ]

    @Test func `what proves a book cannot be changed through the file`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        for checksForeignKeys in [true, false] {
            let raw = try fixture.scratch.raw(checksForeignKeys: checksForeignKeys)
            for sql in Self.statements {
                let before = try raw.read { try Self.contents(of: $0) }
                await #expect("\(sql)") {
                    try await raw.write { try $0.execute(sql: sql) }
                } throws: {
                    ($0 as? DatabaseError)?.message == "a book is append-only"
                }
                let after = try raw.read { try Self.contents(of: $0) }
                #expect(after == before, "\(sql)")
            }
        }
        #expect(try await fixture.audit().faults.isEmpty)
    }

    private static func contents(of db: Database) throws -> [[Row]] {
        try ["payload", "remains", "subtree", "checkpoint", "cosignature"].map {
            try Row.fetchAll(db, sql: "SELECT * FROM \($0)")
        }
    }
}
