import Testing

/// Conflicts: certain only where every dimension is proved from structured values that instruments state.
struct ConflictFaultLines {
    private static func grant(_ term: String, _ words: String) -> String {
        "term-added: { term: \(term), kind: license-grant, set: { \(words) } }"
    }

    private static func certainties(_ answer: Answer) -> [String?] {
        answer["conflicts"].all.map { $0["certainty"].text }
    }

    @Test(
        arguments: [
            "grantor: c, grantee: a, subject: Office software, exclusivity: non-exclusive",
            "grantor: a, grantee: c, subject: The song Yesterday, exclusivity: exclusive",
        ])
    func `r8 r8b a subject in free text and a scope that none stated prove nothing`(
        other: String
    ) async throws {
        let book = try await FaultBook(
            .first(
                on: "2019-01-01",
                Self.grant(
                    "licence",
                    "grantor: a, grantee: b, subject: Patents on lenses, exclusivity: exclusive")),
            .first("y", on: "2020-01-01", parties: ["a", "c"], Self.grant("licence", other)))
        #expect(await !Self.certainties(book.json("conflicts")).contains("certain"))
    }

    @Test
    func `r9 a waiver of one prototype in one year settles neither the rest nor later years`()
        async throws
    {
        func exclusivity(_ term: String, for party: String) -> String {
            "term-added: { term: \(term), kind: exclusivity, set: { obligor: a, beneficiary: \(party), act: Buy wafers, exclusivity: exclusive, products: { only: [chips] } } }"
        }
        let book = try await FaultBook(
            .first(
                on: "2020-01-01", exclusivity("only-b", for: "b"),
                "right-waived: { term: only-b, by: b, extent: One prototype may be made elsewhere in 2020 }"
            ),
            .first("y", on: "2020-01-01", parties: ["a", "c"], exclusivity("only-c", for: "c")))
        let answer = await book.json("conflicts --on 2023-06-01")
        #expect(answer["conflicts"].all.contains { $0["rule"].text == "double-exclusive" })
        #expect(await book.text("conflicts --on 2023-06-01 --all --full").contains("waive"))
    }

    @Test
    func `r10 a sole licence and the grantor's own use are no certain conflict`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                Self.grant(
                    "l",
                    "grantor: a, grantee: b, subject: Series, exclusivity: sole, limits: The licensor may show it itself"
                )),
            .first(
                "y", on: "2020-01-01", parties: ["a", "c"],
                Self.grant(
                    "own", "grantor: a, grantee: a, subject: Series, exclusivity: non-exclusive")))
        #expect(await !Self.certainties(book.json("conflicts")).contains("certain"))
    }

    @Test
    func `r11 two names that no vocabulary relates are not certainly two things`()
        async throws
    {
        func chips(_ party: String, _ fields: String) -> String {
            Self.grant(
                "l",
                "grantor: a, grantee: \(party), subject: Chips, exclusivity: exclusive, fields: \(fields)"
            )
        }
        let (x, y) = (
            Paper.first(on: "2020-01-01", chips("b", "{ all-except: [7nm-and-smaller] }")),
            Paper.first("y", on: "2020-01-01", parties: ["a", "c"], chips("c", "{ only: [5nm] }"))
        )
        let book = try await FaultBook(x, y)
        #expect(await !Self.certainties(book.json("conflicts")).contains("certain"))
        #expect(await Self.certainties(book.json("conflicts")).contains("possible"))
    }

    @Test
    func `r16 a report of a month that contains the agreed day contests nothing`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 100, ends: { through: 2022-06-30 } } }",
                "value-reported: { term: f, field: ends, value: { through: 2022-06 } }"))
        let answer = await book.json("conflicts --on 2021-01-01")
        #expect(answer["conflicts"].all.isEmpty && answer["gaps"].all.isEmpty)
    }

    @Test
    func `r18 after a succession a conflict does not vanish without a cause`() async throws {
        func exclusive(_ party: String) -> String {
            Self.grant(
                "licence",
                "grantor: a, grantee: \(party), subject: Patents on lenses, exclusivity: exclusive")
        }
        let book = try await FaultBook(
            .first(on: "2019-01-01", exclusive("b")),
            .first("y", on: "2020-01-01", parties: ["a", "c"], exclusive("c")),
            .later(
                "merger", "notice", effective: "2021-01-01", disclosed: "2021-01-01",
                "party-succeeded: { party: a, successor: z, name: Z }"))
        func rules(_ day: String) async -> [String?] {
            await book.json("conflicts --on \(day)")["conflicts"].all.map { $0["rule"].text }
        }
        #expect(await rules("2020-06-01").contains("double-exclusive"))
        #expect(await rules("2022-06-01").contains("double-exclusive"))
        let term = await book.json("terms x --on 2022-06-01").term("licence")
        #expect(term["fields"].first("name", "grantor").words.split(separator: "\n").contains("z"))
        for name in ["a", "z"] {
            let found = await book.json(
                "find 'grantor = \(name) and agreement = x' --on 2022-06-01")
            #expect(found["matches"].all.count == 1, "\(name)")
        }
    }
}
