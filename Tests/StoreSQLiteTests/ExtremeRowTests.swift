import Amendments
import Audit
import EventStore
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// What someone with the file wrote past the checks of its tables sends no one on for ever, and ends no process.
struct ExtremeRowTests {
    /// What is asked of the altered book, whose recording `one` has the first two of eight events of `first`.
    enum Question: Sendable {
        case head, version, agreements, recording, append, appendAgain

        func ask(_ store: SQLiteStore) async throws {
            switch self {
            case .head: _ = try await store.head()
            case .version: _ = try await store.version(of: "first")
            case .agreements: _ = try await store.agreements(after: nil, limit: 10)
            case .recording: _ = try await store.recording("one")
            case .append: _ = try await store.append(notice("four"), by: "me", expecting: [:])
            case .appendAgain: _ = try await store.append(notice("one"), by: "me", expecting: [:])
            }
        }
    }

    static let numbers = [Int.min, Int.min + 1, -1, 0, 9, 1 << 53, .max - 1, .max]

    static let columns: [(sql: String, questions: [Question])] = [
        ("UPDATE event SET position = ? WHERE position = 8", [.head]),
        ("UPDATE agreement SET version = ?", [.version, .agreements, .append]),
        ("UPDATE recording SET first_position = ? WHERE key = 'one'", [.recording, .appendAgain]),
        ("UPDATE recording SET last_position = ? WHERE key = 'one'", [.recording, .appendAgain]),
        ("UPDATE recording SET last_position = ? WHERE key = 'three'", [.head, .append]),
        ("UPDATE recording SET recorded_at = ? WHERE key = 'three'", [.head]),
    ]

    @Test(arguments: columns.indices)
    func `a number that no recording gave is an error to one who reads it`(
        _ index: Int
    ) async throws {
        let (sql, questions) = Self.columns[index]
        // Some moments are near the beginning of 1970.
        let isInstant = sql.contains("recorded_at")
        for number in Self.numbers where !isInstant || number.magnitude > 1 << 53 {
            let fixture = try await TrustFixture()
            try fixture.attack { db in
                try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                try db.execute(sql: sql, arguments: [number])
            }
            for question in questions {
                await #expect(throws: DeedbookError.self, "\(sql) \(number) \(question)") {
                    try await question.ask(try fixture.scratch.open())
                }
            }
        }
    }

    @Test func `an event that was moved away is missed by one who reads past it`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack {
            try $0.execute(sql: "UPDATE event SET position = -1 WHERE position = 2")
        }
        let store = try fixture.scratch.open(.readOnly)
        await #expect(throws: DeedbookError.self) { try await store.recording("one") }
        await #expect(throws: DeedbookError.self) {
            try await store.events(after: Position(0), limit: 8)
        }
    }

    @Test(arguments: ["'fee' || char(0)", "CAST(x'ff' AS TEXT)", "CAST(x'f09f98' AS TEXT) || 'x'"])
    func `a text that would be read as another is not asked for again and again`(
        _ term: String
    ) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack {
            try $0.execute(
                sql: "INSERT INTO step VALUES ('first', \(term), 'amount', 0, 0, 0, 1, 0, '', 0)")
        }
        let store = try fixture.scratch.open(.readOnly)
        await #expect(throws: DeedbookError.self) {
            try await store.decisiveEvents(
                of: "first", on: DecisiveDays(Day.first...Day.last), through: Position(8),
                disclosedBy: nil)
        }
    }

    @Test(arguments: [Int.min, -1, 1, .max])
    func `a row of the tree whose number is none of its level is found`(
        _ number: Int
    ) async throws {
        let fixture = try await TrustFixture(filler: 300)
        try fixture.attack { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "UPDATE subtree SET number = ?", arguments: [number])
        }
        #expect(try await fixture.audit().faults.map(\.kind).contains(.subtreeAltered))
    }

    /// How far the levels go is worked out from the end of the book, and never read from the rows of the tree.
    @Test(arguments: [Int.min, 0, 2, 3, .max])
    func
        `a row of the tree whose level is none of the tree is found, and no level is looked for up to it`(
            _ level: Int
        ) async throws
    {
        let fixture = try await TrustFixture(filler: 600)
        try fixture.attack { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(
                sql: "UPDATE subtree SET level = ? WHERE level = 1 AND number = 1",
                arguments: [level])
        }
        let faults = await fixture.store.structuralFaults().filter { $0.kind == .subtreeAltered }
        #expect(faults.count == 2, "the row that is missing, and the one that is none: \(faults)")
    }

    @Test func `an instant is one of the calendar`() {
        let first = Day.first.number * 86_400_000_000
        let beyond = Day.beyond.number * 86_400_000_000
        #expect(Instant(exactly: first)?.description == "0001-01-01T00:00:00Z")
        #expect(Instant(exactly: beyond - 1)?.description == "9999-12-31T23:59:59.999999Z")
        for number in [first - 1, beyond, .min, .max] { #expect(Instant(exactly: number) == nil) }
    }
}
