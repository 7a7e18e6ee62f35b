import Testing

/// Money: a figure is certain only when no completion of the record gives another.
struct MoneyFaultLines {
    private static func total(_ answer: Answer) -> (least: String?, most: String?) {
        let total = answer["payable"]["agreed"]["total"]
        return (total["least"].text, total["most"].text)
    }

    private static func accruing() async throws -> FaultBook {
        try await FaultBook(
            .first(
                on: "2024-01-01",
                "term-added: { term: r, kind: revenue-share, set: { payer: a, payee: b, rate: 10% of s, cap: USD 35, cap-period: aggregate } }",
                "amount-accrued: { term: r, amount: USD 10, period: 2024-01 }",
                "amount-accrued: { term: r, amount: USD 30, period: 2024-01/2024-03 }",
                "amount-accrued: { term: r, amount: USD 30, period: 2024-01/2024-03, note: the same by another source }"
            ))
    }

    @Test
    func `06 what accrued in a part of a period or was stated twice counts once`()
        async throws
    {
        let book = try await Self.accruing()
        #expect(await !book.text("terms x --on 2024-06-01").contains("USD 70"))
        let found = await book.json("conflicts x --on 2024-06-01")["conflicts"].all
        #expect(!found.contains { $0["certainty"].text == "certain" })
        let figures = try book.file("f.csv", "period,base,amount\n2024-04,s,USD 1000\n")
        let total = Self.total(await book.json("payable x r --figures '\(figures)'"))
        #expect(total == ("USD 5.00", "USD 5.00") || total == ("USD 0.00", "USD 25.00"), "\(total)")
    }

    @Test
    func `06 figures that begin inside an accrued period give a range`() async throws {
        let book = try await Self.accruing()
        let figures = try book.file("g.csv", "period,base,amount\n2024-03,s,USD 1000\n")
        let total = Self.total(await book.json("payable x r --figures '\(figures)'"))
        #expect(total == ("USD 5.00", "USD 25.00"), "\(total)")
    }

    @Test
    func `07 a waived sum is from nothing to all of it, with the waiver as the reason`()
        async throws
    {
        let book = try await FaultBook(
            .first(
                on: "2004-01-01",
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: 5% of sales, per: P1Y } }"
            ),
            .later(
                "waived", "waiver", effective: "2005-01-01", disclosed: "2005-01-01",
                "right-waived: { term: r, by: b, extent: any right to royalties in a year in which sales are below USD 5 million }"
            ))
        let figures = try book.file("f.csv", "period,base,amount\n2005,sales,USD 4000000\n")
        let answer = await book.json("payable x r --figures '\(figures)'")
        #expect(Self.total(answer) == ("USD 0.00", "USD 200000.00"))
        #expect(answer["payable"]["agreed"]["periods"].words.contains("waive"))
        let before = try book.file("e.csv", "period,base,amount\n2004,sales,USD 4000000\n")
        let earlier = await book.json("payable x r --figures '\(before)'")
        // Only its words say whether it reaches what had accrued before.
        #expect(Self.total(earlier) == ("USD 0.00", "USD 200000.00"))
    }

    private static func risen() async throws -> FaultBook {
        try await FaultBook(
            .first(
                on: "2024-01-01",
                "term-added: { term: price, kind: fee, set: { payer: a, payee: b, amount: AUD 750 } }",
                "term-added: { term: m, kind: minimum-commitment, set: { obligor: a, beneficiary: b, amount: AUD 750 } }"
            ),
            .later(
                "risen", effective: "2024-06-01", disclosed: "2024-06-01",
                "term-amended: { term: price, set: { amount: AUD 1250 } }",
                "term-amended: { term: m, set: { amount: AUD 1250 } }"))
    }

    @Test func `08 a commitment that rose is at most what it rose to`()
        async throws
    {
        let answer = try await Self.risen().json("payable x m --from 2024-01-01 --to 2024-12-31")
        #expect(Self.total(answer) == ("AUD 0.00", "AUD 1250.00"))
    }

    @Test
    func `08 a price that rose is what it rose to, or a range with its reason`()
        async throws
    {
        let answer = try await Self.risen().json(
            "payable x price --from 2024-01-01 --to 2024-12-31")
        let total = Self.total(answer)
        #expect(["AUD 750.00", "AUD 1250.00"].contains(total.least))
        #expect(total.most == "AUD 1250.00")
        let reasons = answer["payable"]["agreed"]["periods"].all.flatMap { $0["reasons"].all }
        #expect(total.least == total.most || !reasons.isEmpty)
    }

    @Test
    func `r12 a price that was fixed later, and what was paid of it, count`() async throws {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: price, kind: fee, set: { payer: a, payee: b, amount: unknown } }",
                "term-amended: { term: price, set: { amount: USD 100 }, effective: { on: 2021-01-01 } }",
                "amount-accrued: { term: price, amount: USD 100, period: 2021-01-01, effective: { on: 2021-01-01 } }"
            ))
        let answer = await book.json("payable x price --from 2020-01-01 --to 2021-12-31")
        #expect(Self.total(answer).most == "USD 100.00")
        let calendar = await book.text("calendar x --from 2020-01-01 --to 2021-12-31")
        #expect(calendar.contains("USD 100"), "\(calendar)")
    }
}

/// What is agreed and what is reported are two things.
struct ReportedFaultLines {
    private static func reported() async throws -> FaultBook {
        try await FaultBook(
            Paper.first(
                on: "2020-01-01",
                "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 100 }, cites: [s] }",
                "value-reported: { term: f, field: amount, value: USD 90, cites: [t] }"
            ).cited(
                by: "{ id: s, grade: regulatory-filing, publisher: the parties }",
                "{ id: t, grade: executed-text, publisher: Exhibit }"))
    }

    @Test func `r13 a report of any grade never replaces the agreed value`() async throws {
        let book = try await Self.reported()
        let term = await book.json("terms x --on 2020-06-01").term("f")
        #expect(term.field("amount") == "USD 100")
        #expect(!term["fields"].first("name", "amount")["isReported"].flag)
        #expect(term["sentence"].text?.contains("USD 100") == true)
        let text = await book.text("terms x --on 2020-06-01")
        #expect(text.contains("reported") && text.contains("USD 90"), "\(text)")
    }

    @Test func `r13 a report is no certain match and no sum`() async throws {
        let book = try await Self.reported()
        let agreed = await book.json("find 'amount = USD 100' --on 2020-06-01")
        #expect(agreed["matches"].all.count == 1)
        let reported = await book.json("find 'amount = USD 90' --on 2020-06-01")
        #expect(reported["matches"].all.isEmpty)
        let payable = await book.json("payable x f --from 2020-01-01 --to 2020-12-31")["payable"]
        #expect(payable["agreed"]["total"]["most"].text == "USD 100.00")
        #expect(payable["agreed"]["total"]["least"].text == "USD 100.00")
    }

    @Test func `r13 the redline of a report says that it is reported`() async throws {
        let book = try await FaultBook(
            .first(
                on: "2020-01-01",
                "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 100 } }"),
            .later(
                "press", "report", disclosed: "2020-03-01",
                "value-reported: { term: f, field: amount, value: USD 90 }"))
        let diff = await book.text("diff x 2020-06-01@2020-02-01 2020-06-01@2020-04-01")
        #expect(diff.contains("reported") && diff.contains("USD 90"), "\(diff)")
        #expect(!diff.contains("USD 100 -> USD 90"), "\(diff)")
    }

    // MARK: Succession

    private static func succeeded() async throws -> FaultBook {
        try await FaultBook(
            .first(
                on: "1993-10-15",
                "term-added: { term: r, kind: royalty, set: { payer: a, payee: b, rate: 7% of net sales } }",
                "party-succeeded: { party: a, successor: c, name: C, effective: { on: 1994-02-01 } }"
            ))
    }

    @Test(arguments: ["party = c", "payer = c", "party = a", "payer = a"])
    func `12 after a succession both names find the term`(predicate: String) async throws {
        let found = try await Self.succeeded().json("find '\(predicate)' --on 2008-01-01")
        #expect(found["matches"].all.count == 1)
    }

    @Test func `12 before a succession only the first name finds the term`() async throws {
        let book = try await Self.succeeded()
        #expect(await book.json("find 'payer = c' --on 1994-01-31")["matches"].all.isEmpty)
        #expect(await book.json("find 'payer = a' --on 1994-01-31")["matches"].all.count == 1)
    }

    @Test func `12 the terms show the successor`() async throws {
        let term = try await Self.succeeded().json("terms x --on 2008-01-01").term("r")
        #expect(term.words.contains("c pays b") || term["sentence"].text?.contains("c") == true)
        #expect(term["fields"].first("name", "payer").words.split(separator: "\n").contains("c"))
    }
}
