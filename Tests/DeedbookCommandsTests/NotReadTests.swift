import Testing

/// An instrument that is known of and was not read: answers about days after its own say once that it may have changed
/// what they show.
struct NotReadTests {
    private static func console(_ terms: String = "") async throws -> Console {
        try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 1, per: P1Y } }",
                "term-added: { term: law, kind: governing-law, set: { law: Norway } }"),
            InventedBook.recording(
                "letter", "2024-06-01", kind: "side-letter", "instrument-noted: { \(terms) }"),
            InventedBook.recording(
                "later", "2024-07-01", "term-amended: { term: fee, set: { amount: USD 2 } }"),
        ])
    }

    private static let lines = [
        ["terms", "x", "--on", "2024-08-01"], ["why", "x", "fee", "--on", "2024-08-01"],
        ["why", "x", "fee.amount", "--on", "2024-08-01"], ["timeline", "x", "--on", "2024-08-01"],
        ["diff", "x", "2024-02-01", "2024-08-01"],
        ["diff", "x", "2024-02-01", "2024-08-01", "--format", "markdown"],
        ["export", "--agreement", "x", "--on", "2024-08-01", "--format", "markdown"],
    ]

    /// The words of an answer without its line breaks.
    private static func said(_ line: [String], by console: Console) async -> String {
        await console.run(line).output.split { $0.isWhitespace }.joined(separator: " ")
    }

    @Test(arguments: lines)
    func `an answer about a later day says so, once`(_ line: [String]) async throws {
        let text = await Self.said(line, by: try await Self.console())
        let parts = text.split(separator: "may have changed", omittingEmptySubsequences: false)
        #expect(parts.count == 2, "\(text)")
        #expect(text.contains("letter (letter"), "\(text)")
        #expect(text.contains("what it says is not known"), "\(text)")
        #expect(!text.contains("which was not read"), "\(text)")
    }

    @Test func `an answer about the days before does not`() async throws {
        let console = try await Self.console()
        for line in [
            ["terms", "x", "--on", "2024-05-31"], ["why", "x", "fee", "--on", "2024-05-31"],
            ["diff", "x", "2024-02-01", "2024-05-31"],
        ] {
            let text = await Self.said(line, by: console)
            #expect(!text.contains("may have changed"), "\(line): \(text)")
        }
    }

    @Test func `of one that names terms these are named, and others say nothing of it`()
        async throws
    {
        let console = try await Self.console("terms: [law]")
        let terms = await Self.said(["terms", "x", "--on", "2024-08-01"], by: console)
        #expect(terms.contains("letter (letter#1) may have changed law; "), "\(terms)")
        let why = await Self.said(["why", "x", "fee", "--on", "2024-08-01"], by: console)
        #expect(!why.contains("may have changed"), "\(why)")
    }

    @Test func `no difference is one on record where something was not read in between`()
        async throws
    {
        let console = try await Self.console()
        let over = await Self.said(["diff", "x", "2024-05-31", "2024-06-02"], by: console)
        #expect(
            over.contains(
                "no difference on record; letter (letter#1) took effect in between and was not read"
            ),
            "\(over)")
        let before = await Self.said(["diff", "x", "2024-03-01", "2024-03-02"], by: console)
        #expect(before.contains("no difference"), "\(before)")
        #expect(!before.contains("on record"), "\(before)")
    }

    @Test func `what it may have changed only may match, what was agreed since does`() async throws
    {
        let console = try await Self.console()
        func find(_ predicate: String, on day: String = "2024-08-01") async -> String {
            await Self.said(["find", predicate, "--on", day], by: console)
        }
        let period = await find("per = P1Y")
        #expect(
            period.contains("letter (letter#1), which was not read, may have changed it"),
            "\(period)")
        let since = await find("amount = \"USD 2\"")
        let before = await find("per = P1Y", on: "2024-05-31")
        for certain in [since, before] {
            #expect(!certain.contains("which was not read"), "\(certain)")
            #expect(certain.contains("fee"), "\(certain)")
        }
    }

    @Test(arguments: [
        ["find", "kind = fee"], ["find", "agreement = x and kind = royalty"],
        ["find", "agreement = x and kind = royalty", "--full"],
    ])
    func `find names it once, for what does not match may match by it`(_ line: [String])
        async throws
    {
        let console = try await Self.console()
        let named =
            "1 instrument not read may have changed or added terms: letter of x; see deedbook instruments x"
        let text = await Self.said(line + ["--on", "2024-08-01"], by: console)
        #expect(
            text.split(separator: named, omittingEmptySubsequences: false).count == 2, "\(text)")
        let before = await Self.said(line + ["--on", "2024-05-31"], by: console)
        #expect(!before.contains("not read"), "\(before)")
        let json = await Self.said(
            line.filter { $0 != "--full" } + ["--on", "2024-08-01", "--format", "json"],
            by: console)
        #expect(json.contains("\"notRead\""), "\(json)")
        #expect(json.contains("letter"), "\(json)")
    }

    @Test func `a later complete text takes its place, and find and calendar say nothing of it`()
        async throws
    {
        let console = try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: law, kind: governing-law, set: { law: Norway } }"),
            InventedBook.recording(
                "letter", "2024-06-01", kind: "side-letter", "instrument-noted: {}"),
            InventedBook.recording(
                "anew", "2025-01-01", kind: "restatement",
                "agreement-restated: { terms: [{ term: law, kind: governing-law, set: { law: Spain } }] }"
            ),
        ])
        for (day, isNamed) in [("2024-12-31", true), ("2025-01-01", false)] {
            let find = await Self.said(["find", "agreement = x", "--on", day], by: console)
            let calendar = await Self.said(
                ["calendar", "x", "--from", day, "--to", day], by: console)
            for text in [find, calendar] {
                #expect(text.contains("may have changed or added terms") == isNamed, "\(text)")
            }
        }
    }

    @Test func `a calendar without a day in it is no proof that nothing falls due`() async throws {
        let text = await Self.said(
            ["calendar", "x", "--from", "2024-08-01", "--to", "2024-08-02"],
            by: try await Self.console())
        #expect(text.contains("nothing falls on a day in this span"), "\(text)")
        #expect(
            text.contains("1 instrument not read may have changed or added terms: letter of x"),
            "\(text)")
    }

    @Test func `a day that rests on it is tentative, with the reason`() async throws {
        let console = try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: loan, kind: credit-facility, set: { borrower: a, lender: b, "
                    + "maturity: { on: 2026-05-01 } } }",
                "term-added: { term: other, kind: credit-facility, set: { borrower: a, lender: b, "
                    + "maturity: { on: 2024-05-01 } } }"),
            InventedBook.recording(
                "letter", "2024-06-01", kind: "side-letter", "instrument-noted: {}"),
            InventedBook.recording(
                "new", "2025-01-01",
                "term-added: { term: since, kind: credit-facility, set: { borrower: a, lender: b, "
                    + "maturity: { on: 2026-06-01 } } }"),
        ])
        let text = await Self.said(
            ["calendar", "x", "--from", "2024-01-01", "--to", "2026-12-31", "--full"], by: console)
        #expect(
            text.split(separator: "which was not read, may have changed it").count == 2, "\(text)")
        let terms = await Self.said(["terms", "x", "--on", "2025-06-01"], by: console)
        #expect(terms.contains("may have changed loan, other; "), "\(terms)")
    }

    @Test func `every term still says it in JSON`() async throws {
        let answer = await Self.said(
            ["terms", "x", "--on", "2024-08-01", "--format", "json"], by: try await Self.console())
        #expect(answer.split(separator: "\"not-read\"").count == 3, "\(answer)")
    }
}
