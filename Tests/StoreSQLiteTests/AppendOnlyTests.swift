import Amendments
import EventStore
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// What a program with SQLite can do to the file of a book with the recordings `one` and `two`.
struct AppendOnlyTests {
    /// An update of each column, and a delete, in each table.
    static let changes = [
        "UPDATE book SET origin = 'x'", "UPDATE book SET created = 0", "UPDATE book SET id = id",
        "DELETE FROM book",
        "UPDATE agreement SET version = version", "UPDATE agreement SET version = version + 1",
        "UPDATE agreement SET version = version - 1", "UPDATE agreement SET id = 'x'",
        "UPDATE agreement SET id = 'x', version = version + 1", "DELETE FROM agreement",
        "UPDATE recording SET header = x'00'", "UPDATE recording SET key = 'x'",
        "UPDATE recording SET recorded_at = 0",
        "UPDATE recording SET last_position = last_position + 1",
        "UPDATE recording SET first_position = -first_position", "DELETE FROM recording",
        "UPDATE event SET entry = x'00'", "UPDATE event SET kind = 'x'",
        "UPDATE event SET schema = 2", "UPDATE event SET ordinal = 9",
        "UPDATE event SET version = version + 10", "UPDATE event SET agreement = 'x'",
        "UPDATE event SET recording = 'x'", "UPDATE event SET disclosed_latest = 0",
        "UPDATE event SET position = position + 10", "UPDATE event SET leaf = zeroblob(32)",
        "DELETE FROM event",
        "DELETE FROM event WHERE position = 4",
        "UPDATE payload SET bytes = x'00'", "UPDATE payload SET salt = zeroblob(16)",
        "UPDATE payload SET position = position + 10", "DELETE FROM payload",
    ]

    private static let event = """
        event (position, agreement, version, recording, ordinal, kind, schema, disclosed_latest,
            entry, leaf)
        """
    private static let recording = """
        recording (first_position, last_position, key, recorded_at, header)
        """

    /// Inserts that would replace, change or forge what is there; each is tried with every verb below.
    static let inserts = [
        "book (id, origin, created) VALUES (1, 'x', 0)",
        "book (id, origin, created) VALUES (2, 'x', 0)",
        "agreement (id, version) VALUES ('first', 1)",
        "agreement (id, version) VALUES ('first', 5)",
        "agreement (id, version) VALUES ('forged', 1)",
        // The same row again; another row under the same key, or under the same position.
        "\(recording) SELECT * FROM recording WHERE true",
        """
        \(recording) SELECT 5, 5, key, recorded_at, x'00' FROM recording
        WHERE key = 'one'
        """,
        """
        \(recording) SELECT first_position, last_position, 'x', recorded_at, x'00'
        FROM recording WHERE true
        """,
        // Beside the next position, over an earlier one, and before the last instant.
        "\(recording) SELECT 6, 6, 'x', recorded_at, x'00' FROM recording WHERE key = 'two'",
        "\(recording) SELECT 4, 6, 'x', recorded_at, x'00' FROM recording WHERE key = 'two'",
        "\(recording) SELECT 5, 5, 'x', 0, x'00' FROM recording WHERE key = 'two'",
        "\(event) SELECT * FROM event WHERE true",
        // At the next position under the version or the ordinal of an earlier event.
        """
        \(event) SELECT 5, agreement, version, recording, ordinal, kind, schema, 0, x'00', zeroblob(32)
        FROM event WHERE position = 4
        """,
        """
        \(event) SELECT 5, agreement, 5, recording, ordinal, kind, schema, 0, x'00', zeroblob(32)
        FROM event WHERE position = 4
        """,
        """
        \(event) SELECT 5, agreement, 5, recording, 3, kind, schema, 0, x'00', zeroblob(32)
        FROM event WHERE position = 4
        """,
        "\(event) VALUES (5, 'forged', 1, 'x', 1, 'party-withdrew', 1, 0, x'00', zeroblob(32))",
        "\(event) VALUES (9, 'first', 5, 'two', 3, 'party-withdrew', 1, 0, x'00', zeroblob(32))",
        "\(event) VALUES (NULL, 'first', 5, 'two', 3, 'party-withdrew', 1, 0, x'00', zeroblob(32))",
        "payload (position, salt, bytes) SELECT position, salt, x'00' FROM payload WHERE true",
        "payload (position, salt, bytes) VALUES (5, zeroblob(16), x'00')",
    ]

    static let verbs: [(before: String, after: String)] = [
        ("INSERT INTO", ""), ("REPLACE INTO", ""), ("INSERT OR IGNORE INTO", ""),
        ("INSERT OR FAIL INTO", ""), ("INSERT INTO", "ON CONFLICT DO NOTHING"),
    ]

    static let upserts = [
        """
        INSERT INTO agreement (id, version) VALUES ('first', 1)
        ON CONFLICT (id) DO UPDATE SET version = version + 1
        """,
        """
        INSERT INTO \(recording) SELECT * FROM recording WHERE true
        ON CONFLICT (key) DO UPDATE SET header = x'00'
        """,
        """
        INSERT INTO \(event) SELECT * FROM event WHERE true
        ON CONFLICT (position) DO UPDATE SET kind = 'x'
        """,
        """
        INSERT INTO payload (position, salt, bytes) SELECT * FROM payload WHERE true
        ON CONFLICT (position) DO UPDATE SET bytes = x'00'
        """,
        "UPDATE OR REPLACE event SET version = 1 WHERE position = 4",
        "UPDATE OR REPLACE recording SET key = 'one' WHERE key = 'two'",
        "UPDATE OR IGNORE payload SET bytes = x'00'",
    ]

    @Test(arguments: changes + upserts)
    func `what was appended cannot be changed through the file`(_ sql: String) async throws {
        try await expectRefusal(of: [sql])
    }

    @Test(arguments: inserts)
    func `nothing can be put over, between or beside what was appended`(
        _ insert: String
    ) async throws {
        try await expectRefusal(of: Self.verbs.map { "\($0.before) \(insert) \($0.after)" })
    }

    /// Tries each statement with and without foreign keys: a trigger must do, whatever the settings.
    private func expectRefusal(of statements: [String]) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        for key: RecordingKey in ["one", "two"] {
            _ = try await store.append(notice(key), by: "me", expecting: [:])
        }
        for checksForeignKeys in [true, false] {
            let raw = try scratch.raw(checksForeignKeys: checksForeignKeys)
            let before = try raw.read { try Self.contents(of: $0) }
            for sql in statements {
                await #expect("\(sql)") {
                    try await raw.write { try $0.execute(sql: sql) }
                } throws: {
                    ($0 as? DatabaseError)?.message == "a book is append-only"
                }
                let after = try raw.read { try Self.contents(of: $0) }
                #expect(after == before, "\(sql)")
            }
        }
        let receipt = try await store.append(notice("three"), by: "me", expecting: [:])
        #expect(receipt.first == Position(5))
    }

    private static func contents(of db: Database) throws -> [[Row]] {
        try ["book", "agreement", "recording", "event", "payload"].map {
            try Row.fetchAll(db, sql: "SELECT * FROM \($0)")
        }
    }
}
