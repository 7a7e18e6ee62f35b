import Amendments
import EventStore
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// A reader of events learns what does not go together, and gets no answer.
struct CheckedReadTests {
    /// What is altered in a book with eight events of `first`, the fifth redacted by the sixth; and what the error
    /// names.
    static let alterations: [(sql: String, named: String)] = [
        ("UPDATE event SET entry = CAST(entry || ' ' AS BLOB) WHERE position = 2", "event.leaf"),
        ("UPDATE event SET leaf = zeroblob(32) WHERE position = 2", "event.leaf"),
        ("UPDATE event SET kind = 'party-withdrew' WHERE position = 2", ""),
        ("UPDATE event SET schema = 2 WHERE position = 2", ""),
        ("UPDATE event SET ordinal = 1 WHERE position = 2", "recording"),
        ("UPDATE event SET ordinal = 9223372036854775807 WHERE position = 2", "recording"),
        ("UPDATE event SET version = 9 WHERE position = 8", "event.version"),
        ("UPDATE event SET version = version + 100", "event.version"),
        ("UPDATE event SET agreement = 'other' WHERE position = 3", "event.version"),
        ("UPDATE event SET agreement = 'other' WHERE position = 8", "agreement.version"),
        ("UPDATE event SET recording = 'x' WHERE position = 2", "recording"),
        ("UPDATE event SET disclosed_latest = 0 WHERE position = 2", "event.disclosed_latest"),
        ("UPDATE agreement SET version = 5", "agreement.version"),
        ("UPDATE payload SET salt = zeroblob(16) WHERE position = 2", "payload"),
        (
            "UPDATE payload SET bytes = (SELECT bytes FROM payload WHERE position = 1)"
                + " WHERE position = 2", ""
        ),
        ("DELETE FROM payload WHERE position = 2", "payload"),
        ("UPDATE recording SET key = 'won' WHERE first_position = 1", "recording"),
        ("UPDATE recording SET recorded_at = 0 WHERE first_position = 1", "recording"),
        ("UPDATE recording SET last_position = 1 WHERE first_position = 1", "recording"),
        (
            "UPDATE recording SET header = CAST(replace(CAST(header AS TEXT), '\"me\"', '\"eve\"') AS BLOB)"
                + " WHERE first_position = 1",
            "recording"
        ),
        ("DELETE FROM recording WHERE first_position = 1", "recording"),
        ("UPDATE book SET origin = 'another'", "book.origin"),
        ("UPDATE remains SET schema = 9", ""),
        ("UPDATE remains SET redacted_by = 8", "remains"),
        (
            "INSERT INTO remains (position, redacted_by, schema, bytes) "
                + "SELECT 1, 6, 1, bytes FROM payload WHERE position = 1", "remains"
        ),
        (
            """
            INSERT INTO remains (position, redacted_by, schema, bytes)
            SELECT 1, 6, 1, bytes FROM payload WHERE position = 1;
            DELETE FROM payload WHERE position = 1;
            """, "remains"
        ),
        ("DELETE FROM event WHERE position = 3", "event.version"),
    ]

    @Test(arguments: alterations.indices)
    func `an altered column is named by the reader`(_ index: Int) async throws {
        let (sql, named) = Self.alterations[index]
        let fixture = try await TrustFixture()
        try fixture.attack { try $0.execute(sql: sql) }
        let store = try fixture.scratch.open(.readOnly)
        let error = await #expect(throws: DeedbookError.self, "\(sql)") {
            try await store.events(of: "first", through: nil)
        }
        #expect(
            error.map { "\($0)".contains(named) } ?? false, "\(sql): \(error.map { "\($0)" } ?? "")"
        )
    }

    @Test(arguments: AttackTests.attacks.filter { $0.faults.contains { $0.isOfOneRow } })
    func `an attack on one row is refused by the reader`(
        _ attack: AttackTests.Attack
    ) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack(attack.body)
        let store = try fixture.scratch.open(.readOnly)
        await #expect(throws: DeedbookError.self) {
            try await store.events(of: "first", through: nil)
        }
    }

    @Test func `an untouched book is read, redactions and signatures too`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        let events = try await fixture.scratch.open(.readOnly).events(
            after: Position(0), limit: .max)
        #expect(events.count == 308)
    }
}

extension AttackTests.Found {
    /// Whether what is wrong is seen by comparing one row with those beside it.
    fileprivate var isOfOneRow: Bool {
        [
            .payloadAltered, .payloadMissing, .payloadNotRemoved, .remainsAltered, .leafAltered,
            .columnAltered, .headerAltered, .entryUnreadable,
        ].contains(kind)
    }
}
