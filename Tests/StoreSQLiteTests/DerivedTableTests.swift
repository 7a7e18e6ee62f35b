import EventStore
import GRDB
import StoreSQLite
import Terms
import Testing

/// The tables beside the pieces, each a function of the events: found out where it is not, made again where it is not
/// there, and asked by a key.
struct DerivedTableTests {
    static let tables = ["step", "common", "due", "seal"]

    /// - Parameter columns: for two books to be compared without the seals, which are each book's own.
    static func rows(
        _ scratch: Scratch, of table: String, _ columns: String = "*"
    ) throws -> [String] {
        try scratch.raw().read { db in
            try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table)").map(\.description).sorted()
        }
    }

    private static func rows(_ scratch: Scratch) throws -> [[String]] {
        try tables.map { try rows(scratch, of: $0) }
    }

    static let attacks = [
        "DELETE FROM step WHERE term = 'fee' AND position = 5", "DELETE FROM step WHERE term = ''",
        "UPDATE step SET begins = begins + 1 WHERE term = 'fee' AND position = 5",
        "UPDATE step SET term = 'other' WHERE term = 'fee'", "UPDATE step SET disclosed = 0",
        "INSERT INTO step SELECT 'No Such', term, field, begins, agreed, number, position, disclosed, next, seal FROM step",
        "INSERT INTO step SELECT agreement, term, 'per', begins, agreed, number, position, disclosed, next, seal FROM step WHERE term = 'fee'",
        "DELETE FROM common WHERE party = 'a'", "UPDATE common SET party = 'x' WHERE party = 'b'",
        "INSERT INTO common VALUES ('story', '')", "INSERT INTO common VALUES ('No Such', 'a')",
        "DELETE FROM due WHERE level = 0", "UPDATE due SET number = number + 9000 WHERE level = 0",
        "INSERT INTO due VALUES ('story', 3, 1)", "INSERT INTO due VALUES ('No Such', 3, 1)",
        "INSERT INTO due VALUES ('story', -7, 99999999999)",
        "UPDATE step SET next = '' WHERE term = 'fee' AND position = 5",
        "UPDATE step SET seal = seal + 1 WHERE term = 'fee' AND position = 5",
        "UPDATE seal SET sum = sum + 1 WHERE scope LIKE 'party%'",
        "UPDATE seal SET next = '' WHERE scope LIKE 'term%'", "UPDATE seal SET seal = 0",
        "UPDATE seal SET scope = scope || 'x' WHERE scope LIKE 'days%'", "DELETE FROM seal",
        "DELETE FROM seal WHERE scope = ''", "DELETE FROM seal WHERE scope LIKE 'kind%'",
        "INSERT INTO seal VALUES ('value', 1, '', 0)",
    ]

    @Test(arguments: attacks)
    func `an altered table is found, and rebuilt as it was`(_ attack: String) async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        let sound = try Self.rows(scratch)
        try await scratch.raw().write { db in
            try db.execute(sql: attack)
            #expect(db.changesCount > 0, "\(attack) changes nothing")
        }
        let faults = await store.pieceFaults()
        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.kind == .pieceAltered })
        #expect(try await store.rebuildPieces())
        #expect(await store.pieceFaults() == [])
        #expect(try Self.rows(scratch) == sound)
    }

    @Test(arguments: ["step", "common", "due"])
    func `a book of before has none, and gets it with the next append`(
        _ table: String
    ) async throws {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        let sound = try Self.rows(scratch, of: table)
        try await scratch.raw().write { db in try db.execute(sql: "DROP TABLE \(table)") }
        let store = try scratch.open()
        try await PieceTableTests.append([PieceTableTests.opening(of: "other")], to: store)
        #expect(await store.pieceFaults() == [])
        #expect(try Self.rows(scratch, of: table).filter { !$0.contains("other") } == sound)
    }

    @Test(arguments: DerivedTables.questions)
    func `a question finds its rows by a key`(_ sql: String) async throws {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        let asked = sql.replacing("?", with: "1")
        let plan = try await scratch.raw().read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(asked)").map { $0["detail"] as String }
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
}
