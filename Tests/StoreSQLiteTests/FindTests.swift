import Amendments
import DeedbookTesting
import Effort
import GRDB
import Ledger
import Portfolio
import Questions
import StoreSQLite
import Terms
import Testing

/// What is found from pieces: the same as from every conformed copy, by keys only.
struct FindTests {
    static func opening(
        _ agreement: String, zone: String = "UTC", _ random: inout Seeded
    ) throws -> Recording {
        let parties = ["a", "b", "c"].shuffled(using: &random)
        let rate = random.pick([
            "10% of sales", "20% of sales", "undisclosed", "unknown", "{ redacted: x }",
            "{ between: [10% of sales, 20% of sales] }",
        ])
        let cap = random.pick(["", "cap: undisclosed,", "cap: none,", "cap: USD 500,"])
        let ends = random.pick([
            "through: 2024", "until: 2023-05-01", "upon: merger", "open: true",
            "first-of: [{ upon: merger }, { through: 2025-02 }]",
        ])
        let end = ends == "open: true" ? "open" : "{ \(ends) }"
        return try PieceTableTests.recording(
            "opening-\(agreement)", on: "2020-01-01", of: agreement,
            """
            - agreement-recorded: { title: \(agreement), zone: \(zone) }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - party-admitted: { party: c, name: C }
            - condition-defined: { condition: merger, text: a merger, decided-by: [a] }
            - term-added:
                term: share
                kind: revenue-share
                set: { payer: \(parties[0]), payee: \(parties[1]), rate: \(rate), \(cap) ends: \(end) }
            - term-added:
                term: fee
                kind: fee
                set: { payer: \(parties[1]), payee: \(random.pick([parties[2], "undisclosed"])),
                  amount: USD \(Int.random(in: 1...30, using: &random)), per: P1M }
            - term-added:
                term: grant
                kind: license-grant
                set: { grantor: \(parties[0]), grantee: \(parties[2]), subject: Moulds,
                  exclusivity: exclusive, exclusive-until: { upon: merger },
                  starts: { from: \(random.pick([random.day(), "2021-05"])) } }
            """)
    }

    static func step(
        _ number: Int, of agreement: String, _ random: inout Seeded
    ) throws -> Recording {
        let day = random.day()
        let event = random.pick([
            "- term-amended: { term: fee, set: { amount: USD \(number) } }",
            "- term-amended: { term: fee, set: { amount: undisclosed } }",
            "- term-amended: { term: fee, set: { payer: \(random.pick(["a", "b", "c"])) } }",
            "- term-amended: { term: share, set: { rate: \(number % 30)% of sales } }",
            "- term-amended: { term: share, set: { rate: 12% of sales }, "
                + "lasts: { through: \(random.day()) } }",
            "- term-amended: { term: share, set: { cap: undisclosed } }",
            "- value-reported: { term: share, field: cap, value: USD 90 }",
            "- value-reported: { term: fee, field: amount, value: USD 7 }",
            "- value-reported: { term: fee, field: payer, value: c, "
                + "lasts: { through: \(random.day()) } }",
            "- party-succeeded: { party: \(random.pick(["a", "b"])), "
                + "successor: \(random.pick(["c", "d"])), name: N }",
            "- party-admitted: { party: a, name: A }",
            "- condition-satisfied: { condition: merger }", "- term-removed: { term: fee }",
            "- term-moved: { term: fee, to: fee.\(number) }",
            "- event-rescinded: { event: opening-\(agreement)#8, reason: made up }",
        ])
        return try PieceTableTests.recording(
            "\(agreement)-\(number)", on: day, of: agreement, event)
    }

    static func predicate(_ random: inout Seeded, depth: Int = 0) -> String {
        if depth < 3, Int.random(in: 0..<3, using: &random) > 0 {
            let (left, right) = (
                predicate(&random, depth: depth + 1), predicate(&random, depth: depth + 1)
            )
            return random.pick([
                "(\(left) and \(right))", "(\(left) and \(right))", "(\(left) or \(right))",
                "not \(left)",
            ])
        }
        return random.pick([
            "kind = revenue-share", "kind in (fee, license-grant)", "kind != fee",
            "rate > \(random.pick(["5%", "12%", "15%"]))", "rate = 20%", "rate <= 12%",
            "party = \(random.pick(["a", "b", "c"]))", "payer = a", "payee != b",
            "payee in (a, c)", "amount >= USD 12", "amount < EUR 12", "cap is undisclosed",
            "cap is absent", "cap is reported", "cap is none", "rate is indeterminate",
            "any is undisclosed", "any is between", "any is reported", "status = in-force",
            "status in (ended, not-yet)", "status = indeterminate", "ends before 2024-06-01",
            "ends after 2023", "starts before 2021-05-10", "grade below executed-text",
            "exclusivity = exclusive", "exclusivity is indeterminate", "per = P1M",
            "agreement = one", "agreement in (two, absent)", "term = fee",
            "subject contains moulds", "payer = d", "party = d", "payer != c", "amount = USD 7",
            "not (amount = USD 7)", "amount is reported", "amount is absent",
        ])
    }

    @Test(arguments: 0..<12)
    func `pieces give what every conformed copy gives`(_ seed: Int) async throws {
        var random = Seeded(UInt64(seed))
        let scratch = try Scratch()
        let store = try scratch.open()
        for agreement in ["one", "two", "three"] {
            try await PieceTableTests.append([Self.opening(agreement, &random)], to: store)
        }
        for number in 1...12 {
            let agreement = random.pick(["one", "two", "three"])
            let step = try Self.step(number, of: agreement, &random)
            _ = try? await Book(store: store).record(step, by: "clerk")
        }
        let book = Book(store: store)
        let head = try await book.head()
        for _ in 0..<40 {
            let asked = try TermPredicate(Self.predicate(&random))
            let position: Position? =
                random.pick([true, false])
                ? nil : Position(Int.random(in: 1...head.number, using: &random))
            let day = try #require(Day(random.day()))
            let vantage = Vantage(on: day, recordedAt: position)
            let naive = try await book.findByReading(asked, from: vantage)
            let found = try await book.find(asked, from: vantage)
            #expect(found == naive, "\(asked) on \(day) at \(String(describing: position))")
            #expect(
                try await store.knownTerms(
                    for: asked.complete, on: day, at: naive.position) != nil)
        }
    }

    @Test(arguments: FindQuery.Question.allCases, FindQuery.Age.allCases)
    func `every question is a search by an index, of however many places`(
        _ question: FindQuery.Question, _ age: FindQuery.Age
    ) async throws {
        if question == .value, age == .closed { return }
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        for places in [1, 2, 400] {
            let sql = FindQuery(question, age, places: places).sql
            let plan = try await scratch.raw().read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN \(sql.replacing("?", with: "1"))"
                ).map { $0["detail"] as String }
            }
            let index = question == .value ? "piece_value" : "piece_"
            #expect(
                plan.contains { $0.hasPrefix("SEARCH piece USING INDEX \(index)") }, "\(plan)")
            #expect(!plan.contains { $0.contains("SCAN piece") }, "\(plan)")
        }
    }

    @Test
    func `a book without the later index is sound, answers, and gets it with the next append`()
        async throws
    {
        let scratch = try Scratch()
        try await PieceTableTests.told(scratch.open())
        try await scratch.raw().write { try $0.execute(sql: "DROP INDEX piece_value") }
        let asked = try TermPredicate("payer = a")
        let vantage = Vantage(on: "2022-06-01")
        let reader = try scratch.open(.readOnly)
        #expect(await reader.structuralFaults() == [])
        let book = Book(store: reader)
        let found = try await book.find(asked, from: vantage)
        #expect(found.matches.count == 1)
        try await PieceTableTests.append(
            [PieceTableTests.opening(of: "other")], to: scratch.open(.readWrite))
        let count = try await scratch.raw().read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM sqlite_schema WHERE name = 'piece_value'")
        }
        #expect(count == 1)
    }

    @Test func `pieces that are behind are not asked`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        try await scratch.raw().write {
            try $0.execute(sql: "DELETE FROM piece; UPDATE piece_head SET position = 4")
        }
        let asked = try TermPredicate("payer = a")
        let found = try await Book(store: store).find(asked, from: Vantage(on: "2022-06-01"))
        #expect(found.matches.count == 1)
    }
}

extension Seeded {
    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &self)]
    }

    mutating func day() -> String {
        Day("2020-01-02").adding(days: Int.random(in: 0...2_500, using: &self)).description
    }
}
