import Testing

/// Conditional and uncertain days: only what is possible, and nothing that is only possible as certain.
struct DayFaultLines {
    private static let fee = "kind: fee, set: { payer: a, payee: b"
    private static let ten = Paper.first(
        on: "2020-01-01", zone: "Europe/Berlin",
        "term-added: { term: k, \(fee), amount: USD 10 }, effective: { on: 2020-01-01 } }")

    @Test
    func `r5 an amendment that names the value before it cannot precede the term`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: share, kind: revenue-share, set: { payer: a, payee: b, rate: 30% of sales }, effective: { on: 2019 } }",
                "term-amended: { term: share, was: { rate: 30% of sales }, set: { rate: 60% of sales }, effective: { on: 2019-05-14 } }"
            ))
        let rate = await book.json("terms x --on 2019-06-01").term("share")["fields"]
            .first("name", "rate")
        #expect(rate["value"]["text"].text == "60% of sales")
        #expect(!rate["candidates"].words.contains("30%"))
    }

    // MARK: r7, r15

    private static let conditional = Paper.later(
        "rise", disclosed: "2020-03-01",
        "term-amended: { term: share, set: { rate: 60% of sales }, effective: { upon: c } }")

    private static func waiting() async throws -> FaultBook {
        try await FaultBook(
            .first(
                on: "2020-01-01", "condition-defined: { condition: c, text: The thing happens }",
                "term-added: { term: share, kind: revenue-share, set: { payer: a, payee: b, rate: 30% of sales } }"
            ), conditional)
    }

    @Test(
        arguments: [
            "terms x --on 2020-06-01", "why x share.rate --on 2020-06-01", "timeline x share",
            "find 'kind = revenue-share' --on 2020-06-01",
            "diff x 2020-06-01@2020-02-15 2020-06-01@2020-03-15",
            "calendar x --from 2020-01-01 --to 2021-12-31",
        ])
    func `r7 a change upon a pending condition is shown as conditional from its day`(
        line: String
    ) async throws {
        let text = try await Self.waiting().text(line)
        #expect(text.contains("60% of sales"), "\(text)")
        #expect(text.contains("upon c") || text.contains("conditional"), "\(text)")
    }

    @Test
    func `r7 a conditional change is not in force while its condition is pending`()
        async throws
    {
        let book = try await Self.waiting()
        let term = await book.json("terms x --on 2020-06-01").term("share")
        #expect(term.field("rate") == "30% of sales")
        let found = await book.json("find 'rate >= 50%' --on 2020-06-01")
        #expect(found["matches"].all.isEmpty)
    }

    @Test(
        arguments: [
            "why x share.rate --on 2021-06-01", "diff x 2020-06-01 2021-06-01",
            "diff x 2021-06-01@2020-12-01 2021-06-01@2021-02-01",
            "calendar x --from 2020-06-01 --to 2021-12-31",
        ])
    func `r15 the event that satisfied the condition is among the causes`(
        line: String
    ) async throws {
        let book = try await Self.waiting()
        try await book.record(
            .later(
                "happened", "notice", effective: "2021-01-01", disclosed: "2021-01-01",
                "condition-satisfied: { condition: c }"))
        let changed = await book.json("terms x --on 2021-06-01").term("share")
        #expect(changed.field("rate") == "60% of sales")
        let text = await book.text(line)
        #expect(text.contains("60% of sales") && text.contains("happened#1"), "\(text)")
    }

    @Test(arguments: [
        ("amendment", "term-removed: { term: share, effective: { upon: c } }"),
        ("amendment", "term-suspended: { term: share, effective: { upon: c } }"),
        ("notice", "agreement-terminated: { by: a, effective: { upon: c } }"),
    ])
    func `r15 the event that satisfied the condition of an end or a pause is among its causes`(
        kind: String, event: String
    ) async throws {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01", "condition-defined: { condition: c, text: The thing happens }",
                "term-added: { term: share, kind: revenue-share, set: { payer: a, payee: b, rate: 30% of sales } }"
            ), .later("agreed", kind, disclosed: "2020-03-01", event),
            .later(
                "happened", "notice", effective: "2021-01-01", disclosed: "2021-01-01",
                "condition-satisfied: { condition: c }"))
        #expect(await book.json("terms x --on 2020-12-31").term("share").status == "in-force")
        let after = await book.json("terms x --on 2021-01-01 --all").term("share").status
        #expect(["ended", "suspended"].contains(after))
        #expect(await book.text("why x share --on 2021-06-01").contains("happened#1"))
        let lines = await book.json("diff x 2020-06-01 2021-06-01")["lines"].all
            .filter { $0["id"].text == "share" && $0["facet"].text == "status" }
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(line["causes"].all.contains { $0["event"].text == "happened#1" })
        }
    }

    // MARK: r14

    @Test
    func `r14 what happened in June is uncertain on a day of June, for every kind of event`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "expectation-stated: { expectation: e, text: Paid, window: { through: 2020-12-31 } }",
                "term-added: { term: f, \(Self.fee), amount: USD 100 } }",
                "amount-accrued: { term: f, amount: USD 100, period: 2020-06, effective: { on: 2020-06 } }",
                "expectation-met: { expectation: e, effective: { on: 2020-06 } }",
                "condition-defined: { condition: c, text: C }",
                "condition-satisfied: { condition: c, effective: { on: 2020-06 } }",
                "dispute-raised: { dispute: d, by: [a], against: [b], about: [f], stage: filed, effective: { on: 2020-06 } }"
            ))
        let before = await book.json("terms x --on 2020-05-31")
        #expect(before["conditions"].first("id", "c")["state"].text == "pending")
        #expect(before["disputes"].all.isEmpty)
        #expect(!before["expectations"].first("id", "e")["isMet"].flag)
        #expect(before.term("f")["accrued"].all.isEmpty)

        let inside = await book.text("terms x --on 2020-06-10")
        #expect(!inside.contains("satisfied since"), "\(inside)")
        #expect(!inside.contains("came true\n"), "\(inside)")
        let answer = await book.json("terms x --on 2020-06-10")
        #expect(answer["conditions"].first("id", "c")["state"].text == "indeterminate")
        #expect(answer["disputes"].first("id", "d")["state"].text == "indeterminate")
        #expect(!answer["expectations"].first("id", "e")["isMet"].flag)

        let after = await book.json("terms x --on 2020-07-01")
        #expect(after["conditions"].first("id", "c")["state"].text == "satisfied")
        #expect(after["disputes"].first("id", "d")["state"].text == "filed")
        #expect(after["expectations"].first("id", "e")["isMet"].flag)
        #expect(after.term("f")["accrued"].all.count == 1)
    }

    // MARK: r22, r23

    @Test(
        arguments: [
            (
                "starts: { between: [{ on: 2020-03-01 }, { on: 2020-06-30 }] }",
                [
                    "2020-02-29": "not-yet", "2020-03-01": "indeterminate",
                    "2020-06-29": "indeterminate", "2020-06-30": "in-force",
                ]
            ),
            (
                "ends: { between: [{ through: 2020-03-01 }, { through: 2020-06-30 }] }",
                [
                    "2020-03-01": "in-force", "2020-03-02": "indeterminate",
                    "2020-06-30": "indeterminate", "2020-07-01": "ended",
                ]
            ),
        ])
    func `r22 r23 a start or an end between two days is uncertain between them`(
        bound: String, days: [String: String]
    ) async throws {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: f, \(Self.fee), amount: USD 100, \(bound) } }"))
        for (day, status) in days {
            #expect(
                await book.json("terms x --on \(day) --all").term("f").status == status, "\(day)")
            let found = await book.json("find 'kind = fee' --on \(day)")
            #expect(found["matches"].all.count == (status == "in-force" ? 1 : 0), "\(day)")
            #expect(found["possible"].all.count == (status == "indeterminate" ? 1 : 0), "\(day)")
        }
        let deadlines = await book.json("calendar x --from 2020-02-01 --to 2020-12-31")["deadlines"]
        let entry = deadlines.all.first { $0["term"].text == "f" } ?? Answer(nil)
        #expect(entry["last"].text?.hasPrefix("2020-06-30") == true)
        #expect(entry["first"].text != entry["last"].text)
        let payable = await book.json("payable x f --from 2020-03-10 --to 2020-05-31")["payable"]
        #expect(payable["agreed"]["total"]["least"].text == "USD 0.00")
    }

    // MARK: b-r2, b-r5, b-r10

    @Test(
        arguments: [
            ("{ until: 2021-04-01 }", "2020-10-20", "2020", "2021-01-09", ["USD 2", "USD 3"]),
            ("{ until: 2021-05-28 }", "2021-01", "2021-01-16", "2021-05-27", ["USD 2", "USD 3"]),
        ])
    func `b-r2 every value that a possible order of days gives is a candidate`(
        lasts: String, first: String, second: String, day: String, amounts: [String]
    ) async throws {
        let book = try await FaultBook(
            Self.ten,
            .later(
                "window", disclosed: "2020-01-02",
                "term-amended: { term: k, set: { amount: USD 2 }, lasts: \(lasts), effective: { on: \(first) } }"
            ),
            .later(
                "step", disclosed: "2020-01-03",
                "term-amended: { term: k, set: { amount: USD 3 }, effective: { on: \(second) } }"))
        let amount = await book.json("terms x --on \(day)").term("k")["fields"]
            .first("name", "amount")
        for text in amounts { #expect(amount["candidates"].words.contains(text), "\(text)") }
        #expect(!amount["candidates"].words.contains("USD 10"))
    }

    @Test
    func `b-r5 a paper whose place makes an onward change wipe more is refused`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01", "term-added: { term: k, \(Self.fee), amount: USD 10 } }",
                "term-added: { term: z, \(Self.fee), amount: USD 1 } }",
                "term-amended: { term: k, set: { amount: USD 20 }, effective: { on: 2020-05-01 } }"),
            .later(
                "n1", disclosed: "2020-02-19", number: 1,
                "term-amended: { term: k, set: { amount: USD 12 }, effective: { on: 2020-06-01 } }"),
            .later(
                "onward", disclosed: "2020-01-30",
                "term-amended: { term: k, set: { amount: USD 11 }, onward: { wipes: [x-first#6] }, effective: { on: 2020-03-01 } }"
            ))
        let refusal = try await book.refusal(
            .later(
                "n2", disclosed: "2020-01-20", number: 2,
                "term-amended: { term: z, set: { amount: USD 2 }, effective: { on: 2020-02-01 } }"))
        #expect(refusal.contains("onward"), "\(refusal)")
    }

    @Test func `b-r10 the last day of the calendar is a day`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: k, \(Self.fee), amount: USD 10, ends: { through: 9999-12-31 } } }"
            ))
        #expect(await book.json("terms x --on 9999-12-31 --all").term("k").status == "in-force")
    }

    @Test
    func `20 the first of a day and a pending condition is not certain`() async throws {
        let book = try await FaultBook(
            .first(
                on: "2024-01-01", "condition-defined: { condition: ipo, text: IPO }",
                "term-added: { term: o, kind: option, set: { holder: a, grantor: b, direction: call, subject: s, opens: { on: 2024-06-01 }, closes: { first-of: [{ on: 2035-09-30 }, { upon: ipo }] } } }"
            ))
        let span = "calendar x --from 2035-01-01 --to 2035-12-31"
        let entries = await book.json(span)["deadlines"].all.filter { $0["term"].text == "o" }
        #expect(!entries.isEmpty && entries.allSatisfy { $0["isTentative"].flag })
        let file = await book.text(span + " --format ics")
        #expect(file.contains("STATUS:TENTATIVE") && !file.contains("STATUS:CONFIRMED"))
    }
}
