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
        let triggers = ["common", "due", "piece", "piece_head", "seal", "step"].flatMap { table in
            ["delete", "insert", "update"].map { event in
                """
                CREATE TRIGGER \(table)_\(event) BEFORE \(event.uppercased()) ON \(table)
                BEGIN SELECT only_deedbook_writes_derived_rows(); END
                """
            }
        }.sorted()
        #expect(
            later == [
                "CREATE INDEX common_party ON common (party)",
                "CREATE INDEX due_number ON due (level, number)",
                "CREATE INDEX piece_value ON piece (value, field, kind, from_day)\n"
                    + "WHERE recorded_to IS NULL AND state = 'stated' AND length(value) <= 80",
                """
                CREATE TABLE common (
                    agreement TEXT NOT NULL,
                    party TEXT NOT NULL,
                    PRIMARY KEY (agreement, party)
                ) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE due (
                    agreement TEXT NOT NULL,
                    level INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    PRIMARY KEY (agreement, level, number)
                ) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE seal (
                    scope TEXT PRIMARY KEY,
                    sum INTEGER NOT NULL,
                    next TEXT NOT NULL,
                    seal INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE step (
                    agreement TEXT NOT NULL,
                    term TEXT NOT NULL,
                    field TEXT NOT NULL,
                    begins INTEGER NOT NULL,
                    agreed INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    disclosed INTEGER NOT NULL,
                    next TEXT NOT NULL,
                    seal INTEGER NOT NULL,
                    PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
                ) STRICT, WITHOUT ROWID
                """,
            ] + triggers)
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
