import Amendments
import Audit
import DeedbookTesting
import EventStore
import Foundation
import GRDB
import Ledger
import Notation
import StoreSQLite
import Synchronization
import Terms
import Testing

/// The table of pieces: equal to the fold after every append, and found out where it is not.
struct PieceTableTests {
    /// One recording of the agreement `story`, or of another.
    static func recording(
        _ key: String, on day: String, of agreement: String = "story", _ events: String
    ) throws -> Recording {
        let lines = events.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        let text = """
            recording: \(key)
            agreement: \(agreement)
            instrument: { kind: amendment, title: \(key), effective: { on: \(day) } }
            disclosed: \(day)
            sources: [{ id: source, grade: executed-text, publisher: the parties }]
            events:
            \(lines)
            """
        return try #require(try recordings(yaml: [text]).first)
    }

    static func opening(of agreement: String = "story") throws -> Recording {
        try recording(
            "opening-\(agreement)", on: "2020-01-01", of: agreement,
            """
            - agreement-recorded: { title: Story, zone: UTC }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - term-added:
                term: fee
                kind: fee
                set: { payer: a, payee: b, amount: USD 10, per: P1M }
            """)
    }

    static func raised(
        _ key: String, to amount: String, on day: String, of agreement: String = "story"
    ) throws -> Recording {
        try recording(
            key, on: day, of: agreement,
            "- term-amended: { term: fee, set: { amount: \(amount) } }")
    }

    static func told(_ store: SQLiteStore) async throws {
        try await append(
            [
                opening(), raised("one", to: "USD 20", on: "2021-01-01"),
                raised("two", to: "USD 30", on: "2022-01-01"),
                recording("end", on: "2023-01-01", "- term-removed: { term: fee }"),
            ], to: store)
    }

    static func append(_ recordings: [Recording], to store: SQLiteStore) async throws {
        for recording in recordings {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
    }

    static func rows(_ scratch: Scratch) throws -> [String] {
        try scratch.raw().read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM piece").map(\.description).sorted()
        }
    }

    /// What the table says of the fee on a day, as known at a position.
    static func amounts(_ scratch: Scratch, on day: Day, at position: Int) throws -> [String] {
        try scratch.raw().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT value FROM piece
                    WHERE agreement = 'story' AND term = 'fee' AND field = 'amount'
                        AND from_day <= ?1 AND (to_day IS NULL OR ?1 < to_day)
                        AND recorded_from <= ?2 AND (recorded_to IS NULL OR ?2 < recorded_to)
                    """, arguments: [day.number, position])
        }
    }

    @Test func `the table says on each day what the book said at each position`() async throws {
        let scratch = try Scratch()
        try await Self.told(scratch.open())
        let rows: [(Day, Int, [String])] = [
            ("2020-06-01", 3, []), ("2020-06-01", 4, [#""USD 10""#]),
            ("2021-06-01", 4, [#""USD 10""#]), ("2021-06-01", 5, [#""USD 20""#]),
            ("2022-06-01", 5, [#""USD 20""#]), ("2022-06-01", 6, [#""USD 30""#]),
            ("2020-06-01", 7, [#""USD 10""#]),
        ]
        for (day, position, amounts) in rows {
            let found = try Self.amounts(scratch, on: day, at: position)
            #expect(found == amounts, "on \(day) at \(position)")
        }
        let statuses = try await scratch.raw().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT state FROM piece WHERE field = '#status' AND recorded_to IS NULL
                    ORDER BY from_day
                    """)
        }
        #expect(statuses == ["not-yet", "in-force", "ended"])
    }

    @Test func `the record of every real agreement has the pieces of its fold`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let events = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Events")
        try await Self.append(recordings(folder: events.path), to: store)
        #expect(await store.pieceFaults() == [])
        #expect(try Self.rows(scratch).count > 500)
    }

    static let attacks = [
        "UPDATE piece SET value = '\"USD 9\"' WHERE field = 'amount' AND recorded_to IS NULL",
        "UPDATE piece SET value = '\"USD 9\"' WHERE field = 'amount' AND recorded_to = 5",
        "UPDATE piece SET value = NULL WHERE field = 'amount' AND recorded_to = 5",
        "UPDATE piece SET state = 'in-force' WHERE state = 'ended'",
        "UPDATE piece SET recorded_to = recorded_to + 1 WHERE recorded_to = 6",
        "UPDATE piece SET recorded_to = 7 WHERE field = 'per'",
        "UPDATE piece SET recorded_from = 5 WHERE field = 'per'",
        "UPDATE piece SET from_day = from_day + 1 WHERE field = 'amount' AND recorded_from = 6",
        "UPDATE piece SET to_day = to_day + 1 WHERE field = 'amount' AND recorded_from = 6",
        "UPDATE piece SET to_day = NULL WHERE field = 'amount' AND recorded_from = 5",
        "UPDATE piece SET term = 'other' WHERE field = 'per'",
        "UPDATE piece SET id = 'other' WHERE field = 'per'",
        "UPDATE piece SET kind = 'royalty' WHERE field = 'per'",
        "UPDATE piece SET field = 'payment' WHERE field = 'per'",
        "UPDATE piece SET agreement = 'other' WHERE field = 'per'",
        "UPDATE piece SET agreement = 'No Such' WHERE field = 'per'",
        "UPDATE piece SET grade = 'inference' WHERE field = 'per'",
        "UPDATE piece SET reported = 1 WHERE field = 'per'",
        "UPDATE piece SET governing = governing + 1 WHERE field = 'per'",
        "DELETE FROM piece WHERE field = 'amount' AND recorded_to = 5",
        "DELETE FROM piece WHERE field = 'per'", "DELETE FROM piece",
        "INSERT INTO piece SELECT * FROM piece WHERE recorded_to IS NOT NULL LIMIT 1",
        """
        INSERT INTO piece SELECT agreement, term, 'price', kind, from_day, to_day, recorded_from,
            recorded_to, id, state, value, grade, reported, governing
        FROM piece WHERE field = 'per'
        """,
        "UPDATE piece_head SET position = 5", "UPDATE piece_head SET position = 9",
        "DROP TABLE piece", "DROP TABLE piece_head",
    ]

    @Test(arguments: attacks)
    func `an altered table is found, and rebuilt as it was`(_ attack: String) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.told(store)
        #expect(await store.pieceFaults() == [])
        let sound = try Self.rows(scratch)
        try await scratch.raw().write { db in
            try db.execute(sql: attack)
            let count = attack.contains("DROP") ? 1 : db.changesCount
            #expect(count > 0, "\(attack) changes nothing")
        }
        let faults = await store.pieceFaults()
        #expect(!faults.isEmpty)
        #expect(
            faults.allSatisfy { $0.kind == .pieceAltered && $0.kind.auditClass == .projections })
        if attack.hasPrefix("DROP") { return }
        #expect(try await store.rebuildPieces())
        #expect(await store.pieceFaults() == [])
        #expect(try Self.rows(scratch) == sound)
    }

    @Test func `a fault names agreement, term, field, day and position`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.told(store)
        try await scratch.raw().write { db in
            try db.execute(
                sql: """
                    UPDATE piece SET value = '"USD 9"' WHERE field = 'amount' AND recorded_from = 5
                        AND to_day IS NULL
                    """)
        }
        let faults = await store.pieceFaults()
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.position == Position(5))
        #expect(fault.detail.contains("story: fee/amount from 2021-01-01"))
        #expect(fault.detail.contains(#"says stated "USD 9""#))
        #expect(fault.detail.contains(#"where the events give stated "USD 20""#))
    }

    @Test func `a redaction leaves the value in no piece of any time`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.append(
            [
                Self.opening(), Self.raised("secret", to: "USD 987654", on: "2021-01-01"),
                Self.raised("after", to: "USD 30", on: "2022-01-01"),
                Self.recording(
                    "out", on: "2023-01-01",
                    "- payload-redacted: { event: secret#1, authority: a court order }"),
            ], to: store)
        #expect(await store.pieceFaults() == [])
        #expect(
            try Self.amounts(scratch, on: "2021-06-01", at: 5).allSatisfy { $0.contains("redact") })
        for file in try scratch.files {
            let bytes = try Data(contentsOf: scratch.folder.appending(path: file))
            #expect(bytes.range(of: Data("987654".utf8)) == nil, "the value is still in \(file)")
        }
    }

    @Test func `a redaction reaches the pieces of another agreement, kept or not`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let rival = try scratch.open()
        try await Self.append(
            [
                Self.opening(), Self.opening(of: "other"),
                Self.raised("secret", to: "USD 987654", on: "2021-01-01"),
            ], to: store)
        try await Self.append(
            [
                Self.recording(
                    "out", on: "2023-01-01", of: "other",
                    "- payload-redacted: { event: secret#1, authority: a court order }")
            ], to: rival)
        #expect(await store.pieceFaults() == [])
        try await Self.append([Self.raised("after", to: "USD 30", on: "2022-01-01")], to: store)
        #expect(await store.pieceFaults() == [])
        #expect(try !Self.rows(scratch).contains { $0.contains("987654") })
    }

    @Test func `two stores that append in turns keep one table`() async throws {
        let scratch = try Scratch()
        let stores = [try scratch.open(), try scratch.open()]
        try await Self.append([Self.opening()], to: stores[0])
        for index in 0..<6 {
            let recording = try Self.raised(
                "raise-\(index)", to: "USD \(index + 20)", on: "2021-01-0\(index + 1)")
            try await Self.append([recording], to: stores[index % 2])
        }
        #expect(await stores[0].pieceFaults() == [])
        #expect(try Self.amounts(scratch, on: "2022-01-01", at: 10) == [#""USD 25""#])
    }

    /// Each store keeps agreements as it left them, and sees nothing that the other does.
    @Test func `what the other appended is caught up with, whatever it was`() async throws {
        let scratch = try Scratch()
        let (own, other) = (try scratch.open(), try scratch.open())
        try await Self.append([Self.opening(), Self.opening(of: "second")], to: own)
        let events = [
            "- term-amended: { term: fee, set: { amount: USD 31 } }",
            """
            - event-corrected:
                event: raise-0#1
                reason: misread
                replacement: { term-amended: { term: fee, set: { amount: USD 99 } } }
            """,
            "- party-admitted: { party: c, name: C }",
            "- event-rescinded: { event: other-0#1, reason: made up }",
            "- payload-redacted: { event: raise-3#1, authority: an order }",
            "- term-removed: { term: fee }",
        ]
        for (index, text) in events.enumerated() {
            let day = "2021-02-0\(index + 1)"
            try await Self.append(
                [Self.raised("raise-\(index)", to: "USD \(index + 20)", on: day)], to: own)
            try await Self.append(
                [
                    Self.recording("other-\(index)", on: day, text),
                    Self.raised("second-\(index)", to: "USD \(index + 50)", on: day, of: "second"),
                ], to: other)
            #expect(await own.pieceFaults() == [], "\(text)")
        }
        #expect(await other.structuralFaults() == [])
    }

    @Test func `appends that share a transaction, refused ones among them, keep the pieces`()
        async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.append([Self.opening(), Self.opening(of: "other")], to: store)
        let raises = try (0..<40).map { index in
            try Self.raised(
                "raise-\(index)", to: "USD \(index + 20)", on: "2021-01-01",
                of: index % 3 == 0 ? "other" : "story")
        }
        let refused = await withTaskGroup(of: Bool.self) { group in
            for (index, raise) in raises.enumerated() {
                group.addTask {
                    let expected: [AgreementID: ExpectedVersion] =
                        index % 5 == 0 ? ["story": .exactly(999)] : [:]
                    let receipt = try? await store.append(raise, by: "clerk", expecting: expected)
                    return receipt == nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 8)
        #expect(await store.pieceFaults() == [])
    }

    @Test func `a book that is made of an export has its pieces`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.told(store)
        let sound = try Self.rows(scratch)
        var lines: [BookExport.Line] = []
        for number in 1...7 {
            let stored = try #require(try await store.stored(at: Position(number)))
            lines.append(BookExport.Line(entry: stored.entry, payload: stored.payload))
        }
        let copy = try Scratch()
        let head = BookExport.Head(
            origin: store.origin, size: 7, agreement: nil)
        var rest: [BookExport.Line]? = lines
        try SQLiteStore.restore(to: copy.book, head, checkpoints: []) {
            defer { rest = nil }
            return rest
        }
        #expect(try Self.rows(copy) == sound)
        #expect(await (try copy.open()).pieceFaults() == [])
    }

    @Test(arguments: [
        "UPDATE piece_head SET position = 4", "UPDATE piece_head SET reckoning = 0",
        "DELETE FROM piece_head", "DELETE FROM piece; DELETE FROM piece_head",
    ])
    func `pieces that are behind are made up for by the next append`(_ state: String) async throws {
        let scratch = try Scratch()
        try await Self.told(scratch.open())
        try await scratch.raw().write { db in try db.execute(sql: state) }
        let store = try scratch.open()
        // Those of another form are as good as not there; those of this one are too few.
        let isOfForm = state.contains("position")
        #expect(await store.pieceFaults().isEmpty == !isOfForm)
        #expect(try await store.derivedForm() == (isOfForm ? .current : .earlier))
        try await Self.append([Self.opening(of: "other")], to: store)
        #expect(try await store.derivedForm() == .current)
        #expect(await store.pieceFaults() == [])
    }

    @Test(arguments: ["piece", "step", "seal"])
    func `an append to an altered agreement is refused until all is made again`(
        _ table: String
    ) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.append([Self.opening()], to: store)
        try await scratch.raw().write { db in try db.execute(sql: "DELETE FROM \(table)") }
        let raised = try Self.raised("one", to: "USD 20", on: "2021-01-01")
        let refusal = await #expect(throws: DeedbookError.self) {
            try await store.append(raised, by: "clerk", expecting: [:])
        }
        #expect(refusal.map { "\($0)" }?.contains("table \(table)") == true)
        #expect(try await store.head() == Position(4))
        #expect(try await store.rebuildPieces())
        try await Self.append([raised], to: store)
        #expect(await store.pieceFaults() == [])
    }

    @Test func `a refused append leaves the pieces as they were`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.told(store)
        let before = try Self.rows(scratch)
        let late = try Self.raised("late", to: "USD 40", on: "2024-01-01")
        await #expect(throws: DeedbookError.self) {
            try await store.append(late, by: "clerk", expecting: ["story": .exactly(2)])
        }
        #expect(try Self.rows(scratch) == before)
        try await Self.append([late], to: store)
        #expect(await store.pieceFaults() == [])
    }

    @Test func `a rebuild that is cancelled leaves the pieces as they were`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await Self.told(store)
        try await Self.append([Self.opening(of: "other")], to: store)
        try await scratch.raw().write {
            try $0.execute(sql: "DELETE FROM piece WHERE field = 'per'")
        }
        let altered = try Self.rows(scratch)
        let task = Task {
            try await store.rebuildPieces { done, _ in
                if done == 1 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        #expect(try await !task.value)
        #expect(try Self.rows(scratch) == altered)
        #expect(try await store.rebuildPieces())
        #expect(await store.pieceFaults() == [])
    }

    @Test func `what is appended while pieces are rebuilt is in them`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let rival = try scratch.open()
        try await Self.told(store)
        try await Self.append([Self.opening(of: "another")], to: store)
        let seen = Mutex<[Int]>([])
        async let rebuilt = store.rebuildPieces { done, total in
            seen.withLock { $0 += [done, total] }
        }
        for index in 0..<10 {
            let raise = try Self.raised(
                "meanwhile-\(index)", to: "USD \(index + 50)", on: "2021-02-01", of: "another")
            try await Self.append([raise], to: rival)
        }
        #expect(try await rebuilt)
        #expect(seen.withLock { $0 } == [0, 2, 1, 2, 2, 2])
        #expect(await store.pieceFaults() == [])
    }

    @Test func `an event that cannot be read stops no append, and is a fault`() async throws {
        let scratch = try Scratch()
        try await Self.append([Self.opening()], to: scratch.open())
        try await scratch.raw().write { db in
            try db.execute(sql: "DROP TRIGGER payload_update")
            try db.execute(sql: "UPDATE payload SET bytes = x'7b' WHERE position = 4")
        }
        let store = try scratch.open()
        try await Self.append([Self.raised("one", to: "USD 20", on: "2021-01-01")], to: store)
        try await Self.append([Self.opening(of: "other")], to: store)
        let faults = await store.pieceFaults()
        #expect(faults.count == 1)
        #expect(faults.first?.detail.hasPrefix("story: its pieces cannot be compared") ?? false)
    }

    /// What someone asks of all agreements at once.
    static let questions = [
        "SELECT * FROM piece WHERE kind = 'fee' AND field = 'amount' AND state = 'undisclosed' AND recorded_to IS NULL",
        "SELECT * FROM piece WHERE kind = 'fee' AND field = '#status' AND state = 'in-force' AND recorded_to IS NULL AND from_day <= 20000",
        "SELECT * FROM piece WHERE kind = 'fee' AND field = 'amount' AND state = 'stated' AND recorded_to > 5",
        "SELECT * FROM piece WHERE agreement = 'story' AND term = 'fee'",
        "SELECT * FROM piece WHERE agreement = 'story' AND term = 'fee' AND field = 'amount' AND recorded_to IS NULL",
    ]

    @Test(arguments: questions)
    func `every question finds its rows by a key`(_ sql: String) async throws {
        let scratch = try Scratch()
        try await Self.told(scratch.open())
        let asked = sql.replacing("?", with: "1")
        let plan = try await scratch.raw().read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(asked)").map { $0["detail"] as String }
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
}
