import DeedbookTesting
import Ledger
import Notation
import Rendering
import Terms
import Testing

/// What is agreed and what is reported, distinguished in every form of every answer.
struct ReportedTests {
    private static let yaml = """
        recording: opening
        agreement: r13
        instrument: { kind: definitive, title: First, effective: { on: 2020-01-01 } }
        disclosed: 2020-01-01
        sources:
          - { id: s, grade: regulatory-filing, publisher: the parties }
          - { id: t, grade: executed-text, publisher: Exhibit }
        events:
          - agreement-recorded: { title: r13, zone: Europe/Berlin }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - term-added:
              term: f
              kind: fee
              set: { payer: a, payee: b, amount: USD 100 }
              cites: [s]
          - value-reported: { term: f, field: amount, value: USD 90, cites: [t] }
          - value-reported: { term: f, field: per, value: P1M, cites: [t] }
          - party-succeeded: { party: a, successor: c, name: C, effective: { on: 2021-01-01 } }
        """

    private static func copy(_ day: Day = "2020-06-01") throws -> ConformedCopy {
        try given(yaml: [yaml]).on(day).copy
    }

    private static func redline() throws -> Redline {
        let story = try given(yaml: [yaml])
        return story.redline(from: story.on("2019-12-31"), to: story.on("2020-06-01"))
    }

    @Test
    func `two texts with nothing in common are one whole for the other, in the same notation`()
        throws
    {
        let text = try given(yaml: [
            """
            recording: opening
            agreement: lamp
            instrument: { kind: definitive, title: First, signed: 2020-01-01 }
            disclosed: 2020-01-01
            sources: [{ id: s, grade: executed-text, publisher: the parties }]
            events:
              - agreement-recorded: { title: Lamp, zone: UTC }
              - term-added: { term: t, kind: other, set: { text: paper moulds } }
              - term-amended:
                  term: t
                  set: { text: any cloud at all }
                  effective: { on: 2021-01-01 }
            """
        ])
        let page = RedlineText.render(
            text.redline(from: text.on("2020-06-01"), to: text.on("2021-06-01")),
            options: .whole())
        #expect(page.contains("[-paper moulds-]{+any cloud at all+}"), "\(page)")
    }

    /// The page with its lines joined: where a line is cut is no matter here.
    private static func words(_ page: String) -> String {
        page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `text shows the agreed value, the report beside it, and that it is better graded`()
        throws
    {
        let text = Self.words(ConformedCopyText.render(try Self.copy(), options: .whole()))
        #expect(text.contains("a pays b a fee: USD 100 in force"))
        #expect(text.contains("amount USD 100 (a better-graded report says USD 90 [executed-text]"))
        #expect(text.contains("contested: a report of equal or better grade says otherwise"))
        #expect(text.contains("reported: USD 90 [executed-text], First (opening#5)"))
        #expect(text.contains("per reported: 1 month"))
        #expect(!text.contains("period: 1 month"))
    }

    @Test func `JSON keeps the agreed value apart from reports`() throws {
        let json = ConformedCopyJSON.render(try Self.copy())
        let node = try JSONReader.read(Array(json.utf8))
        guard case .list(let terms)? = node["terms"]?.content,
            case .list(let fields)? = terms.first?["fields"]?.content
        else {
            Issue.record("no fields")
            return
        }
        let amount = try #require(fields.first { $0["name"]?.text == "amount" })
        #expect(amount["value"]?["text"]?.text == "USD 100")
        #expect(amount["agreed"]?["text"]?.text == "USD 100")
        #expect(amount["isReported"]?.content == .boolean(false))
        #expect(amount["isContested"]?.content == .boolean(true))
        #expect(json.contains("\"better-report\""))
        let per = try #require(fields.first { $0["name"]?.text == "per" })
        #expect(per["agreed"]?.content == .null)
        #expect(per["isReported"]?.content == .boolean(true))
    }

    @Test func `Markdown and CSV say what is reported, and Markdown flags the better report`()
        throws
    {
        let copy = try Self.copy()
        let page = ConformedCopyMarkdown.render(copy, options: TextOptions())
        #expect(page.contains("a better-graded report says USD 90 \\[executed-text\\]"))
        #expect(page.contains("reported: USD 90 \\[executed-text\\]"))
        #expect(page.contains("reported: 1 month"))
        let rows = ConformedCopyCSV.render(copy).split(separator: "\r\n").map(String.init)
        #expect(rows.contains { $0.contains(",amount,agreed,USD 100,") })
        #expect(rows.contains { $0.contains(",amount,reported beside it,USD 90,") })
        #expect(rows.contains { $0.contains(",per,\"reported, not agreed\",1 month,") })
    }

    @Test func `a line of a report says so in text, JSON, Markdown and HTML`() throws {
        let redline = try Self.redline()
        let options = TextOptions.whole()
        let text = Self.words(RedlineText.render(redline, options: options))
        #expect(text.contains("+ amount reported: USD 90 [executed-text]"))
        #expect(text.contains("+ per reported: 1 month [executed-text]"))
        let markdown = RedlineMarkdown.render(redline, options: options)
        #expect(markdown.contains("| amount |   | **USD 90** reported \\[executed-text\\] |"))
        let html = RedlineHTML.render(redline, options: options)
        #expect(html.contains("reported [executed-text]"))
        let json = try JSONReader.read(Array(RedlineJSON.render(redline).utf8))
        guard case .list(let lines)? = json["lines"]?.content else {
            Issue.record("no lines")
            return
        }
        let reported = lines.filter { $0["isReported"]?.content == .boolean(true) }
        #expect(
            reported.compactMap { $0["facet"]?.text } == [
                "amount reported (executed-text, opening#5)",
                "per reported (executed-text, opening#6)",
            ])
    }

    @Test func `the document that a patch applies to keeps reports under their own names`() throws {
        let document = CanonicalJSON.text(of: StateDocument.node(of: try Self.copy()))
        #expect(document.contains("\"amount reported (executed-text, opening#5)\""))
        let term = StateDocument.node(of: try Self.copy())["terms"]?["f"]
        #expect(term?["amount"]?["text"]?.text == "USD 100")
        #expect(term?["per"] == nil)
    }

    @Test func `a successor is shown with whom it succeeded, and JSON keeps both`() throws {
        let copy = try Self.copy("2021-01-01")
        let text = Self.words(ConformedCopyText.render(copy, options: .whole()))
        #expect(text.contains("c pays b a fee: USD 100"))
        #expect(text.contains("payer c, successor of a"))
        #expect(text.contains("a A; succeeded by c"))
        let json = try JSONReader.read(Array(ConformedCopyJSON.render(copy).utf8))
        guard case .list(let terms)? = json["terms"]?.content,
            case .list(let fields)? = terms.first?["fields"]?.content,
            let payer = fields.first(where: { $0["name"]?.text == "payer" }),
            case .list(let successions)? = payer["successions"]?.content
        else {
            Issue.record("no successions")
            return
        }
        #expect(payer["value"]?["text"]?.text == "a")
        #expect(successions.first?["holder"]?.text == "c")
        #expect(successions.first?["party"]?.text == "a")
    }
}
