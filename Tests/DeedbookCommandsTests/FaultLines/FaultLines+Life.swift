import Testing

/// One life: what an answer says of terms and agreements that began, were renewed, replaced or ended.
struct LifeFaultLines {
    private static let fee = "kind: fee, set: { payer: a, payee: b"

    // MARK: 01

    private static func scheduled() async throws -> FaultBook {
        try await FaultBook(
            .first(
                on: "2024-01-01", "condition-defined: { condition: coc, text: change of control }",
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: 4% of s } }",
                "term-amended: { term: r, set: { rate: 6% of s }, effective: { on: 2026-01-01 } }",
                "term-added: { term: q, kind: royalty, set: { payer: a, payee: b, rate: 4% of s, ends: { upon: coc } } }",
                "term-amended: { term: q, set: { rate: 6% of s }, effective: { on: 2026-01-01 } }"))
    }

    @Test(arguments: [
        ("notice", "agreement-terminated: { by: a }", ["r", "q"]),
        ("amendment", "term-removed: { term: r }", ["r"]),
        (
            "restatement",
            "agreement-restated: { terms: [{ term: k, kind: other, set: { text: only this } }] }",
            ["r", "q"]
        ),
        ("amendment", "term-amended: { term: r, set: { ends: { through: 2025-12-31 } } }", ["r"]),
        ("notice", "condition-satisfied: { condition: coc }", ["q"]),
    ])
    func `01 a true later fact is recorded whatever had been scheduled after it`(
        kind: String, event: String, ended: [String]
    ) async throws {
        let book = try await Self.scheduled()
        let paper = Paper.later(
            "fact", kind, effective: "2025-10-01", disclosed: "2025-10-01", event)
        #expect(try await book.check(paper).status == 0)
        try await book.record(paper)
        let later = await book.json("terms x --on 2026-06-01 --all")
        for term in ended { #expect(later.term(term).status == "ended", "\(term)") }
        #expect(
            await book.json("find 'kind = royalty' --on 2026-06-01")["matches"].all
                .allSatisfy { !ended.contains($0["term"].text ?? "") })
        #expect(await book.json("terms x --on 2025-06-01").term("r").field("rate") == "4% of s")
    }

    // MARK: 02

    @Test(arguments: [
        ("notice", "agreement-terminated: { by: a }"),
        (
            "restatement",
            "agreement-restated: { terms: [{ term: k, kind: other, set: { text: only this } }] }"
        ),
        ("amendment", "term-removed: { term: s2 }"),
    ])
    func `02 a scheduled term whose agreement or self ended before never comes into force`(
        kind: String, event: String
    ) async throws {
        let book = try await FaultBook(
            .first(
                on: "2024-01-01",
                "term-added: { term: s2, \(Self.fee), amount: EUR 6, per: P1M }, effective: { on: 2025-01-01 } }",
                "term-added: { term: s1, \(Self.fee), amount: EUR 6, per: P1M, starts: { on: 2025-01-01 } } }"
            ),
            .later("b", kind, effective: "2024-06-01", disclosed: "2024-06-01", event))
        for day in ["2025-01-01", "2025-06-01"] {
            let status = await book.json("terms x --on \(day) --all").term("s2").status
            #expect(["ended", nil].contains(status), "\(String(describing: status))")
            let found = await book.json("find 'kind = fee' --on \(day)")
            #expect(
                (found["matches"].all + found["possible"].all)
                    .allSatisfy { $0["term"].text != "s2" })
        }
        let payable = await book.json("payable x s2 --from 2025-01-01 --to 2025-02-28")
        #expect(payable["payable"]["agreed"]["total"]["most"].text == "EUR 0.00")
    }

    // MARK: 03

    @Test(arguments: [
        (
            "restatement",
            [
                "agreement-restated: { terms: [ { term: r, kind: royalty, set: { payer: a, payee: b, rate: 5% of s } }, { term: q, kind: royalty, set: { payer: a, payee: b, rate: 5% of s } } ] }"
            ], ["r", "q"]
        ),
        (
            "amendment",
            [
                "term-removed: { term: r }",
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: 5% of s } }",
            ], ["r"]
        ),
    ])
    func `03 no step of a text that was replaced or of an earlier life comes back`(
        kind: String, events: [String], terms: [String]
    ) async throws {
        var paper = Paper.later("again", kind, effective: "2025-01-01", disclosed: "2025-01-01")
        paper.events = events
        let book = try await FaultBook(
            .first(
                on: "2024-01-01",
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: 4% of s } }",
                "term-amended: { term: r, set: { rate: 6% of s }, effective: { on: 2026-01-01 } }",
                "term-added: { term: q, kind: royalty, set: { payer: a, payee: b, rate: 4% of s } }",
                "term-amended: { term: q, set: { rate: 9% of s }, lasts: { through: 2026-12-31 }, effective: { on: 2026-01-01 } }"
            ), paper)
        for day in ["2025-06-01", "2026-06-01", "2027-06-01"] {
            let answer = await book.json("terms x --on \(day)")
            for term in terms { #expect(answer.term(term).field("rate") == "5% of s", "\(day)") }
        }
    }

    // MARK: 04

    private static let renewing = Paper.first(
        on: "2019-01-01",
        "term-added: { term: t, kind: term-and-renewal, set: { ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M } }"
    )

    @Test func `04 a term that renews automatically runs on, and every command says so`()
        async throws
    {
        let book = try await FaultBook(Self.renewing)
        let term = await book.json("terms x --on 2022-06-01 --all").term("t")
        #expect(["in-force", "indeterminate"].contains(term.status))
        #expect(term.words.contains("renew"))
        let found = await book.json("find 'kind = term-and-renewal' --on 2022-06-01")
        #expect((found["matches"].all + found["possible"].all).count == 1)
        let runs = await book.json("timeline x t")["terms"].first("id", "t")["runs"].all
        #expect(runs.allSatisfy { $0.status != "ended" })
        let calendar = await book.json("calendar x --from 2022-01-01 --to 2022-12-31")
        #expect(calendar["deadlines"].all.contains { $0["what"].text == "renews" })
        #expect(calendar["deadlines"].all.allSatisfy { $0["what"].text != "ends" })
    }

    @Test func `04 a notice that came too late ends the term that was renewed before`()
        async throws
    {
        let book = try await FaultBook(
            Self.renewing,
            .later(
                "late", "notice", effective: "2020-12-01", disclosed: "2020-12-01",
                "notice-given: { term: t, by: b, to: a }"))
        let then = await book.json("terms x --on 2021-06-01 --all").term("t")
        #expect(["in-force", "indeterminate"].contains(then.status))
        #expect(await book.json("terms x --on 2022-01-01 --all").term("t").status != "in-force")
        let ends = await book.json("calendar x --from 2021-01-01 --to 2022-12-31")["deadlines"].all
            .filter { $0["what"].text == "ends" }
        #expect(ends.map { $0["last"].text } == ["2021-12-31"])
    }

    @Test func `04 a later extension does not undo the renewals before it`() async throws {
        let book = try await FaultBook(
            Self.renewing,
            .later(
                "longer", effective: "2023-06-01", disclosed: "2023-06-01",
                "agreement-extended: { term: t, ends: { through: 2024-06-30 } }"))
        let then = await book.json("terms x --on 2022-06-01 --all").term("t")
        #expect(["in-force", "indeterminate"].contains(then.status))
        let calendar = await book.json("calendar x --from 2022-01-01 --to 2022-12-31")
        #expect(calendar["deadlines"].all.contains { $0["what"].text == "renews" })
        #expect(await book.json("terms x --on 2024-06-30 --all").term("t").status != "ended")
        #expect(await book.json("terms x --on 2023-12-31 --all").term("t").status == "in-force")
    }

    // MARK: 05

    @Test func `05 after the agreement ran out its terms are not in force without a word`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2019-01-01",
                "term-added: { term: t, kind: term-and-renewal, set: { ends: { through: 2020-12-31 }, renewal: none } }",
                "term-added: { term: lic, kind: license-grant, set: { grantor: a, grantee: b, subject: patents, exclusivity: exclusive } }",
                "term-added: { term: f, kind: fee, set: { payer: b, payee: a, amount: EUR 100, per: P1M } }",
                "term-added: { term: pt, kind: post-termination, set: { obligor: a, duty: keep books, period: P2Y } }"
            ))
        #expect(await book.json("terms x --on 2020-12-31").term("f").status == "in-force")
        let after = await book.json("terms x --on 2024-06-01 --all")
        for term in ["f", "lic", "pt"] {
            #expect(after.term(term).status != "in-force", "\(term)")
            #expect(!after.term(term)["reasons"].all.isEmpty, "\(term)")
        }
        let total = await book.json("payable x f --from 2021-01-01 --to 2021-03-31")["payable"]
        #expect(total["agreed"]["total"]["least"].text == "EUR 0.00")
        #expect(await book.json("terms x --on 2022-06-01 --all").term("pt").status == "in-force")
        let duty = await book.json("calendar x --from 2022-01-01 --to 2022-12-31")["deadlines"]
        #expect(duty.all.contains { $0["term"].text == "pt" && $0["last"].text == "2022-12-31" })
    }

    @Test func `05 after a notice took effect the terms are not in force without a word`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                "y", on: "2024-01-01",
                "term-added: { term: f, kind: fee, set: { payer: b, payee: a, amount: EUR 100, per: P1M } }",
                "term-added: { term: tr, kind: termination-right, set: { holder: a, ground: convenience, notice: P90D } }",
                "notice-given: { term: tr, by: a, to: b, effective: { on: 2024-06-01 } }"))
        let calendar = await book.json("calendar y --from 2024-06-01 --to 2024-12-31")
        #expect(calendar["deadlines"].all.contains { $0["last"].text == "2024-08-30" })
        #expect(await book.json("terms y --on 2024-08-29").term("f").status == "in-force")
        let after = await book.json("terms y --on 2025-06-01 --all").term("f")
        #expect(after.status != "in-force" && !after["reasons"].all.isEmpty)
        let payable = await book.json("payable y f --from 2025-01-01 --to 2025-03-31")["payable"]
        #expect(payable["agreed"]["total"]["least"].text == "EUR 0.00")
    }

    // MARK: r1, r4, r6

    @Test func `r1 a term yet to begin is scheduled, and not among the ended`() async throws {
        var later = Paper.later(
            "later", effective: "2021-07-01", disclosed: "2021",
            "term-added: { term: fee.later, \(Self.fee), amount: USD 2, starts: { on: 2021-10-01 } } }"
        )
        later.number = 1
        let book = try await FaultBook(
            .first(on: "2020-01-01", "term-added: { term: fee.now, \(Self.fee), amount: USD 1 } }"),
            later)
        let text = await book.text("terms x --on 2021-06-01 --all")
        #expect(text.contains("scheduled") && text.contains("2021-10-01"))
        #expect(!text.contains("ended"), "\(text)")
        let term = await book.json("terms x --on 2021-06-01 --all").term("fee.later")
        #expect(term.status != "ended" && term.words.contains("2021-10-01"))
    }

    @Test func `r4 the fact that begins an agreement is true whatever ends upon it`()
        async throws
    {
        _ = try await FaultBook(
            .first(
                on: "2020-01-01", zone: "Europe/Berlin",
                "condition-defined: { condition: start, text: The agreement begins }",
                "term-added: { term: out, kind: termination-right, set: { holder: a, ground: cause, starts: { on: 2021-01-01 }, ends: { upon: start } } }",
                "condition-satisfied: { condition: start, effective: { on: 2020-06-01 } }"))
    }

    @Test func `r6 the last instrument is the last in effect on the day, with its own day`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: share, kind: revenue-share, set: { payer: a, payee: b, rate: 30% of s }, effective: { on: 2015-01-01 } }",
                "term-amended: { term: share, set: { rate: 60% of s } }"),
            .later(
                "second", effective: "2022-01-01", disclosed: "2022-01-01", number: 1,
                "term-amended: { term: share, set: { rate: 50% of s }, effective: { on: 2023-01-01 } }"
            ))
        func last(_ day: String) async -> String? {
            await book.json("terms x --on \(day)")["resolved"]["lastInstrument"]["recording"].text
        }
        #expect(await last("2014-12-31") == nil)
        #expect(await last("2016-01-01") == "x-first")
        #expect(await last("2020-01-01") == "x-first")
        #expect(await last("2021-12-31") == "x-first")
        #expect(await last("2023-01-01") == "second")
        let days = [
            ("2016-01-01", "2015-01-01"), ("2020-06-01", "2020-01-01"),
            ("2023-06-01", "2023-01-01"),
        ]
        for (day, own) in days {
            let line = await book.text("terms x --on \(day)").split(separator: "\n")
                .first { $0.hasPrefix("last instrument") }
            #expect(line?.contains(own) == true, "\(day)")
        }
    }

    // MARK: b-r1, b-r3b, b-r4, b-r7

    private static let ten = Paper.first(
        on: "2020-01-01", zone: "Europe/Berlin",
        "term-added: { term: k, \(fee), amount: USD 10 }, effective: { on: 2020-01-01 } }")
    private static let removed = Paper.later(
        "removed", disclosed: "2020-02-01",
        "term-removed: { term: k, effective: { on: 2020-02-01 } }")
    private static let again = Paper.later(
        "again", disclosed: "2020-03-01",
        "term-added: { term: k, \(fee), amount: USD 20 }, effective: { on: 2020-03-01 } }")
    private static let restated = Paper.later(
        "restated", "restatement", disclosed: "2020-03-01",
        "agreement-restated: { terms: [{ term: k, \(fee), amount: USD 20 } }], effective: { on: 2020-03-01 } }"
    )
    private static let monthly = Paper.later(
        "monthly", disclosed: "2020-01-10",
        "term-amended: { term: k, set: { per: P1M }, effective: { on: 2020-01-10 } }")

    private static func expectNewLife(_ papers: [Paper]) async throws {
        let book = try await FaultBook(in: papers)
        let order = papers.map(\.key).joined(separator: ", ")
        for day in ["2020-03-01", "2020-04-01", "2030-01-01"] {
            let term = await book.json("terms x --on \(day) --all").term("k")
            #expect(term.status == "in-force", "\(order), \(day)")
            #expect(term.field("amount") == "USD 20", "\(order), \(day)")
            #expect(term["fields"].first("name", "per").isMissing, "\(order), \(day)")
            #expect(term["fields"].first("name", "ends").isMissing, "\(order), \(day)")
        }
    }

    @Test func `b-r1a an end of an earlier life does not end the new one`() async throws {
        let shorter = Paper.later(
            "shorter", disclosed: "2020-01-10",
            "term-amended: { term: k, set: { ends: { through: 2020-01-20 } }, effective: { on: 2020-01-10 } }"
        )
        try await Self.expectNewLife([Self.ten, Self.removed, Self.again, shorter])
        try await Self.expectNewLife([Self.ten, Self.removed, shorter, Self.again])
    }

    @Test func `b-r1b a field of an earlier life is not carried into the new one`() async throws {
        try await Self.expectNewLife([Self.ten, Self.removed, Self.again, Self.monthly])
        try await Self.expectNewLife([Self.ten, Self.removed, Self.monthly, Self.again])
        try await Self.expectNewLife([Self.ten, Self.monthly, Self.removed, Self.again])
    }

    @Test func `b-r1c a field of a text that was replaced is not carried into the new one`()
        async throws
    {
        try await Self.expectNewLife([Self.ten, Self.restated, Self.monthly])
        try await Self.expectNewLife([Self.ten, Self.monthly, Self.restated])
    }

    @Test func `b-r3b a restatement is complete, also for what is found later`() async throws {
        let other = Paper.later(
            "other", disclosed: "2020-01-10",
            "term-added: { term: z, \(Self.fee), amount: USD 7 }, effective: { on: 2020-01-10 } }")
        for papers in [[Self.ten, Self.restated, other], [Self.ten, other, Self.restated]] {
            let book = try await FaultBook(in: papers)
            #expect(await book.json("terms x --on 2020-02-01").term("z").status == "in-force")
            #expect(await book.json("terms x --on 2020-04-01 --all").term("z").status == "ended")
        }
    }

    @Test func `b-r4a a suspension of an earlier life does not suspend the new one`()
        async throws
    {
        let suspended = Paper.later(
            "suspended", disclosed: "2020-01-10",
            "term-suspended: { term: k, effective: { on: 2020-01-10 } }")
        try await Self.expectNewLife([Self.ten, suspended, Self.removed, Self.again])
    }

    @Test func `b-r4b a waiver of an earlier life does not waive the new one`() async throws {
        let waived = Paper.later(
            "waived", "waiver", disclosed: "2020-01-10",
            "right-waived: { term: k, by: b, extent: all, effective: { on: 2020-01-10 } }")
        try await Self.expectNewLife([Self.ten, waived, Self.removed, Self.again])
        let book = try await FaultBook(Self.ten, waived, Self.removed, Self.again)
        #expect(await book.text("terms x --on 2020-01-20").contains("waive"))
        #expect(await !book.text("terms x --on 2020-04-01").contains("waive"))
    }

    @Test func `b-r4c a report of an earlier life is not a report of the new one`() async throws {
        let reported = Paper.later(
            "reported", "report", disclosed: "2020-01-10",
            "value-reported: { term: k, field: per, value: P1M, effective: { on: 2020-01-10 } }")
        try await Self.expectNewLife([Self.ten, reported, Self.removed, Self.again])
    }

    @Test func `b-r4d a party that was admitted again has not withdrawn`() async throws {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01", "term-added: { term: k, \(Self.fee), amount: USD 10 } }",
                "party-withdrew: { party: b, effective: { on: 2020-02-01 } }",
                "party-admitted: { party: b, name: B, effective: { on: 2020-03-01 } }"))
        func hasWithdrawn(_ day: String) async -> Bool {
            await book.json("terms x --on \(day)")["parties"].first("id", "b")["hasWithdrawn"].flag
        }
        #expect(await !hasWithdrawn("2020-01-31"))
        #expect(await hasWithdrawn("2020-02-15"))
        #expect(await !hasWithdrawn("2020-04-01"))
    }

    @Test func `b-r7 an earlier life that is disjoint from a later one is recorded`() async throws {
        let book = try await FaultBook(
            .first(
                on: "2003-01-01",
                "term-added: { term: k, \(Self.fee), amount: USD 1 }, effective: { on: 2003-01-01 } }"
            ),
            .later(
                "found", disclosed: "2003-02-01",
                "term-added: { term: k, \(Self.fee), amount: USD 9, ends: { until: 2002-01-01 } }, effective: { on: 2001-01-01 } }"
            ))
        let days = [("2001-06-01", "USD 9"), ("2003-06-01", "USD 1")]
        for (day, amount) in days {
            let term = await book.json("terms x --on \(day) --all").term("k")
            #expect(term.status == "in-force" && term.field("amount") == amount, "\(day)")
        }
        #expect(await book.json("terms x --on 2002-06-01 --all").term("k").status != "in-force")
    }
}
