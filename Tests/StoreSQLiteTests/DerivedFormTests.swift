import Amendments
import Audit
import EventStore
import Foundation
import GRDB
import Ledger
import Portfolio
import Questions
import StoreSQLite
import Terms
import Testing

/// Books whose derived tables an earlier program made, or a later one: what they say is not believed, and no one is
/// informed that they are at fault.
struct DerivedFormTests {
    /// Rows that say something else than the events, so that who believes them is found out.
    private static let lies = """
        UPDATE piece SET value = '"USD 9"' WHERE field = 'amount';
        UPDATE step SET position = 4 WHERE term = 'fee' AND field = 'amount';
        UPDATE common SET party = 'x' || party
        """
    private static let earlier = [
        "UPDATE piece_head SET reckoning = reckoning - 1", "UPDATE piece_head SET reckoning = 0",
        "UPDATE piece_head SET reckoning = -1, position = 3", "DELETE FROM piece_head",
    ]
    private static let later = """
        UPDATE piece_head SET reckoning = 99;
        CREATE TABLE deadline (agreement TEXT);
        CREATE INDEX piece_later ON piece (grade);
        DROP INDEX piece_kind
        """

    private static func alter(_ scratch: Scratch, _ sql: String) async throws {
        try await scratch.raw().write { try $0.execute(sql: sql) }
    }

    @Test func `a book of today that says it is of an earlier format is found out`() async throws {
        let scratch = try await Self.book("PRAGMA user_version = 2")
        let faults = await (try scratch.open(.readOnly)).structuralFaults()
        #expect(faults.map(\.detail) == ["user_version is 2, not 3"])
    }

    @Test func `another file of the copy's name is no copy`() async throws {
        let scratch = try await Self.book("DROP TABLE due")
        let head = try await scratch.open(.readOnly).head()
        let name = "\(scratch.book).before-rebuild-at-\(head.number)"
        try Data("something else".utf8).write(to: URL(filePath: name))
        let copy = try await scratch.open().copyBeforeRebuild()
        #expect(copy == "\(name)-2")
        #expect(try await scratch.open().copyBeforeRebuild() == "\(name)-2")
        #expect(try Data(contentsOf: URL(filePath: name)) == Data("something else".utf8))
    }

    /// A book with four recordings, and then with those statements done to it.
    private static func book(_ sql: String...) async throws -> Scratch {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        for sql in sql { try await alter(scratch, sql) }
        return scratch
    }

    /// Everything that stands in the file but the pages' order: what a transaction that is taken back leaves alone.
    private static func contents(_ scratch: Scratch) async throws -> [String] {
        try await scratch.raw().read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            let rows = try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map {
                    "\(table) \($0)"
                }.sorted()
            }
            return rows
                + (try String.fetchAll(
                    db,
                    sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"))
        }
    }

    /// That the answers are those of the events, and none of them was asked of the tables.
    private static func expectUnbelieved(_ store: SQLiteStore) async throws {
        let (book, day) = (Book(store: store), Vantage(on: "2021-06-01"))
        let copy = try await book.conformedCopy(of: "story", from: day)
        #expect(copy.term("fee")?.field("amount")?.value.displayText == "USD 20")
        let timeline = try await book.timeline(of: "story", term: "fee", from: day)
        let whole = try await book.view(of: "story", from: day).history(of: "fee")
        #expect(timeline == [whole].compactMap(\.self))
        let found = try await book.find(TermPredicate("amount = USD 20"), from: day)
        #expect(found.matches.count == 1)
        let lies = try await book.find(TermPredicate("amount = USD 9"), from: day)
        #expect(lies.matches.isEmpty && lies.possible.isEmpty)
        let head = try await store.head()
        #expect(
            try await store.knownTerms(for: TermPredicate("kind = fee"), on: day.on, at: nil) == nil
        )
        #expect(
            try await store.decisiveEvents(
                of: "story", on: DecisiveDays(day.on...day.on), through: head, disclosedBy: nil)
                == nil)
        #expect(try await store.neighbours(on: [.party("a")]) == nil)
        #expect(try await store.agreements(dueIn: day.on...day.on) == nil)
    }

    /// What an audit says of what is derived.
    private static func audited(_ store: SQLiteStore) async throws -> AuditReport.Outcome? {
        let report = try await Auditor(store).audit()
        #expect(report.faults == [])
        return report.outcomes[.projections]
    }

    @Test(arguments: earlier)
    func `what an earlier program derived is neither read nor compared`(
        _ state: String
    ) async throws {
        let scratch = try await Self.book(Self.lies, state)
        let before = try await Self.contents(scratch)
        let reader = try scratch.open(.readOnly)
        #expect(try await reader.derivedForm() == .earlier)
        try await Self.expectUnbelieved(reader)
        let outcome = try await Self.audited(reader)
        #expect(outcome == DerivedForm.earlier.uncompared.map { .notChecked($0) })
        _ = try scratch.open(.readWrite)
        #expect(try await Self.contents(scratch) == before)
    }

    @Test(arguments: earlier)
    func `it is made again by the next append, and by a rebuild`(_ state: String) async throws {
        for isRebuilt in [true, false] {
            let scratch = try await Self.book(Self.lies, state)
            let store = try scratch.open()
            if isRebuilt {
                #expect(try await store.copyBeforeRebuild() == nil)
                #expect(try await store.rebuildPieces())
            } else {
                try await PieceTableTests.append(
                    [PieceTableTests.raised("late", to: "USD 40", on: "2024-01-01")], to: store)
            }
            #expect(try await store.derivedForm() == .current)
            #expect(try await Self.audited(store) == .passed)
        }
    }

    @Test func `what a later program derived is neither read, nor compared, nor made again`()
        async throws
    {
        let scratch = try await Self.book(Self.lies, Self.later)
        let before = try await Self.contents(scratch)
        let store = try scratch.open()
        let form = DerivedForm.later(99)
        #expect(try await store.derivedForm() == form)
        try await Self.expectUnbelieved(store)
        #expect(try await Self.audited(store) == form.uncompared.map { .notChecked($0) })
        let refusal = DeedbookError.newerDerived(found: 99, known: DerivedKeeper.reckoning)
        let recording = try PieceTableTests.raised("late", to: "USD 40", on: "2024-01-01")
        for _ in 0..<2 {
            await #expect(throws: refusal) {
                try await store.append(recording, by: "clerk", expecting: [:])
            }
        }
        await #expect(throws: refusal) { try await store.rebuildPieces() }
        #expect(try await Self.contents(scratch) == before)
        #expect(try scratch.files.filter { $0.contains("before") } == [])
    }

    /// Also where the store believes that it is the last that appended.
    @Test func `a later program that comes in between is noticed`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        try await Self.alter(scratch, Self.later)
        let before = try await Self.contents(scratch)
        let recording = try PieceTableTests.raised("late", to: "USD 40", on: "2024-01-01")
        await #expect(throws: DeedbookError.newerDerived(found: 99, known: DerivedKeeper.reckoning))
        { try await store.append(recording, by: "clerk", expecting: [:]) }
        #expect(try await Self.contents(scratch) == before)
    }

    @Test(arguments: [
        "CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM payload; END",
        "CREATE VIEW other AS SELECT 1", "DROP TABLE subtree", "DROP TRIGGER event_delete",
        "DROP TRIGGER agreement_update; UPDATE agreement SET version = version + 1",
    ])
    func `a later form hides nothing that is altered elsewhere`(_ attack: String) async throws {
        let scratch = try await Self.book(Self.later)
        try await Self.alter(scratch, attack)
        let store = try scratch.open(.audit)
        let faults = await store.structuralFaults()
        #expect(!faults.isEmpty)
    }

    /// A book of before an index came is of this form all the same, and gets it with the next append.
    @Test(arguments: ["piece_value", "common_party", "due_number"])
    func `an index that came later is missed by no one`(_ index: String) async throws {
        let scratch = try await Self.book("DROP INDEX \(index)")
        let store = try scratch.open()
        #expect(try await store.derivedForm() == .current)
        #expect(try await Self.audited(store) == .passed)
        try await PieceTableTests.append(
            [PieceTableTests.raised("late", to: "USD 40", on: "2024-01-01")], to: store)
        let count = try await scratch.raw().read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM sqlite_schema WHERE name = ?", arguments: [index])
        }
        #expect(count == 1)
        #expect(try await Self.audited(store) == .passed)
    }

    @Test func `rows in an empty book are of nothing`() async throws {
        let (scratch, other) = (try Scratch(), try await Self.book())
        _ = try scratch.open()
        let path = other.book
        try await scratch.raw().writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH ? AS other", arguments: [path])
            try db.execute(sql: "INSERT INTO piece SELECT * FROM other.piece")
        }
        let store = try scratch.open(.readOnly)
        let found = try await Book(store: store).find(
            TermPredicate("kind = fee"), from: Vantage(on: "2021-06-01"))
        #expect(found.matches.isEmpty)
        #expect(!(await store.pieceFaults()).isEmpty)
    }

    @Test(arguments: ["step", "common", "due"])
    func `where a table must be made, the book as it was is kept beside it`(
        _ table: String
    ) async throws {
        let scratch = try await Self.book("DROP TABLE \(table)")
        let before = try await Self.contents(scratch)
        let store = try scratch.open()
        #expect(try await store.derivedForm() == .earlier)
        #expect(await store.structuralFaults() == [])
        let copy = try #require(try await store.copyBeforeRebuild())
        #expect(copy == scratch.book + ".before-rebuild-at-7")
        let made = try FileManager.default.attributesOfItem(atPath: copy)[.modificationDate]
        // The second is the first.
        #expect(try await store.copyBeforeRebuild() == copy)
        let kept = try FileManager.default.attributesOfItem(atPath: copy)[.modificationDate]
        #expect(made as? Date == kept as? Date)
        #expect(try await Self.contents(scratch) == before)
        #expect(try await store.rebuildPieces())
        #expect(try await store.derivedForm() == .current)
        #expect(try await Self.audited(store) == .passed)
        #expect(try await store.copyBeforeRebuild() == nil)
        let old = try SQLiteStore(path: copy, mode: .readOnly, clock: { .init(microseconds: 0) })
        #expect(try await old.checkpoint(at: nil) == store.checkpoint(at: nil))
        #expect(await old.structuralFaults() == [])
    }

    @Test func `a book of the form before is found sound`() async throws {
        let scratch = try await Self.book(
            """
            DROP TABLE seal; DROP TABLE step;
            CREATE TABLE step (
                agreement TEXT NOT NULL,
                term TEXT NOT NULL,
                field TEXT NOT NULL,
                begins INTEGER NOT NULL,
                agreed INTEGER NOT NULL,
                number INTEGER NOT NULL,
                position INTEGER NOT NULL,
                disclosed INTEGER NOT NULL,
                PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX step_number ON step (agreement, number DESC, position) WHERE number > 0;
            UPDATE piece_head SET reckoning = 8
            """)
        let reader = try scratch.open(.readOnly)
        #expect(await reader.structuralFaults() == [])
        try await Self.expectUnbelieved(reader)
        #expect(try await scratch.open().rebuildPieces())
        #expect(try await Self.audited(scratch.open(.audit)) == .passed)
    }

    @Test(arguments: [
        "ALTER TABLE step RENAME COLUMN disclosed TO disclo3ed",
        "ALTER TABLE seal ADD COLUMN other TEXT", "ALTER TABLE due RENAME COLUMN number TO n",
    ])
    func `a derived table that no version made is a fault, whatever it says`(
        _ attack: String
    ) async throws {
        let scratch = try await Self.book(attack)
        let faults = await (try scratch.open(.audit)).structuralFaults()
        #expect(faults.contains { $0.kind == .schemaAltered }, "\(faults)")
    }

    @Test func `an empty book is not worth a copy`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        try await Self.alter(scratch, "DROP TABLE step")
        #expect(try await scratch.open().copyBeforeRebuild() == nil)
    }

    @Test(
        arguments: earlier.map { lies + ";" + $0 } + [
            "DROP TABLE step", "DROP TABLE common; DROP INDEX piece_value",
        ])
    func `a rebuild that dies leaves the book as it was, and the next one reaches its end`(
        _ state: String
    ) async throws {
        let scratch = try await Self.book(state)
        // At the last statement of its transaction.
        let trap =
            "CREATE TRIGGER trap BEFORE INSERT ON piece_head BEGIN SELECT RAISE(ABORT, ''); END"
        try await Self.alter(scratch, trap)
        let before = try await Self.contents(scratch)
        let store = try scratch.open()
        await #expect(throws: DeedbookError.self) { try await store.rebuildPieces() }
        #expect(try await Self.contents(scratch) == before)
        #expect(try await store.derivedForm() == .earlier)
        try await Self.alter(scratch, "DROP TRIGGER trap")
        #expect(try await store.rebuildPieces())
        #expect(try await Self.audited(store) == .passed)
    }

    @Test func `a rebuild that is stopped makes no table`() async throws {
        let scratch = try await Self.book("DROP TABLE step")
        let before = try await Self.contents(scratch)
        let store = try scratch.open()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await store.rebuildPieces()
        }
        #expect(try await !task.value)
        #expect(try await Self.contents(scratch) == before)
    }
}
