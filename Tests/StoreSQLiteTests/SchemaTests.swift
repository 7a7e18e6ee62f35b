import GRDB
import StoreSQLite
import Testing

struct SchemaTests {
    @Test func `the schema of version 2 is what it always was`() async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let dump = try await scratch.raw().read { db in
            try String.fetchAll(
                db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        }
        let later = dump.filter { sql in
            [
                " piece_value ", "TABLE step ", " common_party ", "TABLE common ",
                " due_number ", "TABLE due ", "TABLE seal ", "only_deedbook_writes",
            ].contains { sql.contains($0) }
        }
        #expect(later == Self.later)
        #expect(dump.filter { !later.contains($0) }.joined(separator: ";\n") == Self.schema)
    }

    @Test(arguments: Query.allCases)
    func `a query finds its rows by a key`(_ query: Query) async throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let plan = try await scratch.raw().read { db in
            let count = query.sql.count { $0 == "?" }
            let arguments = StatementArguments(Array(repeating: 1, count: count))
            let explanation = "EXPLAIN QUERY PLAN " + query.sql
            return try Row.fetchAll(db, sql: explanation, arguments: arguments)
                .map { $0["detail"] as String }
        }
        #expect(!plan.isEmpty)
        // The last recording is the first row from the end.
        let isFound: (String) -> Bool = { step in
            step.hasPrefix("SEARCH") || query == .lastRecording && step == "SCAN recording"
        }
        #expect(plan.allSatisfy(isFound), "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.contains("AUTOMATIC") })
    }
}
