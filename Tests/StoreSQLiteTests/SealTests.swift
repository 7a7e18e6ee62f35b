import Amendments
import DeedbookTesting
import EventStore
import Foundation
import GRDB
import Ledger
import Portfolio
import Questions
import StoreSQLite
import Terms
import Testing

/// What is derived is believed only where its seals say that it is what was written.
struct SealTests {
    /// Rows altered, added and taken out, one table after the other.
    static let attacks =
        DerivedTableTests.attacks.filter { !$0.contains("'No Such', term") }
        + PieceTableTests.attacks.filter { attack in
            // Of two agreements these are refused by the tables.
            ["piece_head", "DROP", "'No Such'", "'other' WHERE field", "recorded_to = 7"]
                .allSatisfy { !attack.contains($0) }
        } + [
            "DELETE FROM step", "DELETE FROM common", "DELETE FROM due",
            "DELETE FROM step WHERE field = '#number'", "DELETE FROM step WHERE position = 0",
            "UPDATE step SET position = position - 1 WHERE position > 4",
        ] + ofColumns

    /// What events are found by, and left out.
    private static let ofColumns = [
        "DROP TRIGGER agreement_delete; DELETE FROM agreement WHERE id = 'other'",
        "DROP TRIGGER agreement_update; UPDATE agreement SET version = version - 1",
        """
        DROP TRIGGER event_update; DROP TRIGGER agreement_update;
        UPDATE event SET agreement = 'none' WHERE position
            = (SELECT max(position) FROM event WHERE agreement = 'story');
        UPDATE agreement SET version = version - 1 WHERE id = 'story'
        """,
        "DROP TRIGGER event_update; UPDATE event SET kind = 'term-amended' WHERE kind = 'party-admitted'",
        "DROP TRIGGER event_update; UPDATE event SET disclosed_latest = disclosed_latest - 1000",
        "DROP TRIGGER event_update; UPDATE event SET agreement = 'other' WHERE agreement = 'story' AND version = 6",
    ]

    /// Rows that no question reads.
    private static let unread = [
        "INSERT INTO due VALUES ('story', -7, 99999999999)",
        "INSERT INTO seal VALUES ('value', 1, '', 0)",
    ]

    /// Every question that reads what is derived, with what came of it: an answer, or that it was refused.
    private static func asked(_ store: SQLiteStore) async -> [String: AnyHashable?] {
        var answers: [String: AnyHashable?] = [:]
        func ask(_ name: String, _ question: () async throws -> some Hashable) async {
            do { answers[name] = AnyHashable(try await question()) } catch {
                answers.updateValue(nil, forKey: name)
            }
        }
        let book = Book(store: store)
        for position in [nil, 4, 5, 6].map({ $0.map { Position($0) } }) {
            for day: Day in ["2020-06-01", "2021-06-01", "2022-06-01", "2023-06-01"] {
                let vantage = Vantage(on: day, recordedAt: position)
                await ask("terms \(day) \(String(describing: position))") {
                    try await book.conformedCopy(of: "story", from: vantage)
                }
                for text in ["amount = USD 20", "kind = fee", "payer = a", "agreement = story"] {
                    await ask("find \(text) \(day) \(String(describing: position))") {
                        try await book.find(TermPredicate(text), from: vantage)
                    }
                }
            }
        }
        let day: Day = "2021-06-01"
        await ask("timeline") {
            String(
                describing: try await book.timeline(
                    of: "story", term: "fee", from: Vantage(on: day)))
        }
        await ask("disclosed by") {
            try await book.conformedCopy(
                of: "story", from: Vantage(on: day, disclosedBy: "2021-03-01"))
        }
        for ground: CommonGround in [.party("a"), .party("b"), .party("x"), .vocabulary] {
            await ask("neighbours \(ground)") { try await store.neighbours(on: [ground]) }
        }
        await ask("other terms") {
            try await book.conformedCopy(of: "other", from: Vantage(on: "2022-06-01"))
        }
        await ask("due") { try await store.agreements(dueIn: day..."2022-12-31") }
        await ask("ever due") { try await store.agreements(dueIn: Day.first...Day.last) }
        await ask("agreements") { try await store.agreements(after: nil, limit: 50) }
        await ask("more agreements") { try await store.agreements(after: "other", limit: 50) }
        await ask("first agreement") { try await store.agreements(after: nil, limit: 1) }
        for position in [nil, 5, 6].map({ $0.map { Position($0) } }) {
            await ask("history \(String(describing: position))") {
                try await store.events(of: "story", through: position).map(\.reference)
            }
        }
        await ask("version") { try await store.version(of: "story") }
        await ask("kinds") {
            try await store.events(of: "story", kinds: [.partyAdmitted]).map(\.reference)
        }
        return answers
    }

    private static func book() async throws -> Scratch {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        try await PieceTableTests.append([PieceTableTests.opening(of: "other")], to: store)
        let numbered = try #require(
            try recordings(yaml: [
                """
                recording: numbered
                agreement: other
                instrument: { kind: amendment, number: 3, title: Third, effective: { on: 2022-05-01 } }
                disclosed: 2022-05-01
                sources: [{ id: source, grade: executed-text, publisher: the parties }]
                events:
                  - term-amended: { term: fee, set: { amount: USD 44 } }
                """
            ]).first)
        try await PieceTableTests.append([numbered], to: store)
        return scratch
    }

    @Test(arguments: attacks)
    func `an altered row is refused, and never believed`(_ attack: String) async throws {
        let scratch = try await Self.book()
        let honest = await Self.asked(try scratch.open(.readOnly))
        #expect(honest.filter { $0.value == nil }.keys.sorted() == [])
        try await scratch.raw(checksForeignKeys: false).write { db in
            try db.execute(sql: attack)
            #expect(db.changesCount > 0, "\(attack) changes nothing")
        }
        let found = await Self.asked(try scratch.open(.readOnly))
        for (question, answer) in found where answer != nil {
            #expect(answer == honest[question], "\(question)")
        }
        #expect(found != honest || Self.unread.contains(attack), "no one notices")
    }

    /// What says that no seal is to be read: each one row, which nothing seals.
    private static let unsealing = [
        "UPDATE piece_head SET reckoning = 1", "UPDATE piece_head SET reckoning = 99",
        "UPDATE piece_head SET position = position - 1",
        "UPDATE piece_head SET position = position + 1", "DELETE FROM piece_head",
        "DROP TABLE seal",
    ]

    @Test(arguments: unsealing, ofColumns)
    func `who switches the seals off changes no answer`(
        _ unsealing: String, _ attack: String
    ) async throws {
        let scratch = try await Self.book()
        try await scratch.raw().write { try $0.execute(sql: unsealing) }
        let honest = await Self.asked(try scratch.open(.readOnly))
        #expect(honest.filter { $0.value == nil }.keys.sorted() == [])
        let reader = try scratch.open(.readOnly)
        _ = try await reader.head()
        try await scratch.raw(checksForeignKeys: false).write { try $0.execute(sql: attack) }
        // Also by who had looked at the book before that.
        for store in [reader, try scratch.open(.readOnly)] {
            let found = await Self.asked(store)
            for (question, answer) in found where answer != nil {
                #expect(answer == honest[question], "\(question)")
            }
            #expect(found != honest, "no one notices")
        }
    }

    @Test func `rows of no form are distinguished from columns that are not as written`()
        async throws
    {
        let scratch = try await Self.book()
        let now = Instant(microseconds: 1_900_000_000_000_000)
        func doctor() async throws -> [String: Diagnosis.Verdict] {
            let found = try await scratch.open(.readOnly).diagnose(now: now)
            return found.reduce(into: [:]) { $0[$1.name] = $1.verdict }
        }
        #expect(try await doctor()["derived tables"] == .good)
        try await scratch.raw().write { try $0.execute(sql: Self.unsealing[0]) }
        #expect(try await doctor()["derived tables"] == .doubtful)
        #expect(try await doctor()["columns of events"] == nil)
        try await scratch.raw(checksForeignKeys: false).write {
            try $0.execute(sql: Self.ofColumns[0])
        }
        #expect(try await doctor()["columns of events"] == .bad)
    }

    @Test(arguments: ["piece", "step", "common", "due", "seal", "piece_head"])
    func `another program cannot change what is derived`(_ table: String) async throws {
        let scratch = try await Self.book()
        let other = try DatabaseQueue(path: scratch.book)
        let column = ["seal": "scope", "piece_head": "id"][table] ?? "agreement"
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
            let refusal = #expect(throws: DatabaseError.self) {
                try other.write { try $0.execute(sql: sql) }
            }
            #expect(refusal?.message?.contains("only_deedbook_writes_derived_rows") == true)
        }
    }

    @Test func `a refusal names the table and says what makes it right`() async throws {
        let scratch = try await Self.book()
        try await scratch.raw().write {
            try $0.execute(sql: "DELETE FROM step WHERE term = 'fee' AND agreement = 'story'")
        }
        let refusal = await #expect(throws: DeedbookError.self) {
            try await Book(store: scratch.open(.readOnly)).conformedCopy(
                of: "story", from: Vantage(on: "2021-06-01"))
        }
        #expect(refusal.map { "\($0)" }?.contains("table step") == true)
        #expect(refusal?.account.hint?.contains("deedbook rebuild") == true)
    }

    /// The 64 vectors of the reference implementation are for inputs 00, 00 01, ...; these are some of them.
    @Test(arguments: [
        (0, 0x726f_db47_dd0e_0e31 as UInt64), (1, 0x74f8_39c5_93dc_67fd),
        (7, 0xab02_00f5_8b01_d137), (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5),
    ])
    func `the keyed function is SipHash-2-4`(_ count: Int, _ expected: UInt64) {
        let hash = SipHash(key: (0..<16).map { UInt8($0) })
        #expect(hash((0..<count).map { UInt8($0) }) == expected)
    }
}
