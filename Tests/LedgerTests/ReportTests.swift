import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What sources say of a field beside what the parties agreed.
struct ReportTests {
    /// A report of the fee's field, with the grade of its source.
    static func report(
        _ key: String, _ day: String, _ field: String, _ value: String,
        grade: String = "named-press", _ more: String = ""
    ) -> String {
        let members =
            "term: fee, field: \(field), value: \(value)\(more.isEmpty ? "" : ", \(more)")"
        return chapter(
            key, day, grade: grade, kind: "report", "- value-reported: { \(members) }")
    }

    static func beside(_ moment: StoryMoment, _ field: FieldName) -> [String?] {
        moment.fee?.field(field)?.competing.map { $0.value?.displayText } ?? []
    }

    @Test func `a report of a withheld value stands beside it`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"),
            Self.report("leak", "2022-01-01", "per", "P1M"))
        story.on("2021-12-31").expect("fee", .per, .undisclosed)
        story.on("2022-01-01").expect("fee", .per, .undisclosed)
        story.on("2022-01-01").expect("fee", .per, reported: "1 month", grade: .namedPress)
        #expect(Self.beside(story.on("2021-12-31"), .per) == [])
        #expect(story.on("2022-01-01").fee?.field(.per)?.isContested == false)
    }

    @Test(arguments: ["", "lasts: { through: 2023-12-31 }"])
    func `a report stands until the parties set the field, be it for a time`(_ lasts: String) throws
    {
        let story = try recordedStory(
            fee(), Self.report("leak", "2022-01-01", "amount", "USD 20"),
            chapter("anew", "2023-01-01", amends("amount: USD 30", lasts)))
        #expect(Self.beside(story.on("2022-12-31"), .amount) == ["USD 20"])
        #expect(Self.beside(story.on("2023-01-01"), .amount) == [])
        #expect(Self.beside(story.on("2024-01-01"), .amount) == [])
    }

    /// The grade of what the parties agreed is `party-statement`.
    @Test(arguments: [
        ("executed-text", true), ("regulatory-filing", true), ("party-statement", false),
        ("court-finding", false), ("named-press", false), ("unnamed-source", false),
        ("secondary", false), ("inference", false),
    ])
    func `a report of no grade takes the place of what is agreed, and a better one is flagged`(
        _ grade: String, _ isFlagged: Bool
    ) throws {
        let story = try given(yaml: [
            firstChapter(""),
            chapter("fee", "2021-01-01", grade: "party-statement", fee()),
            Self.report("leak", "2022-01-01", "amount", "USD 20", grade: grade),
        ])
        let field = try #require(story.on("2022-01-01").fee?.field(.amount))
        #expect(field.agreed?.displayText == "USD 10")
        #expect(field.value.displayText == "USD 10")
        #expect(!field.isReported)
        #expect(field.competing.map { $0.value?.displayText } == ["USD 20"])
        let flags = field.reasons.compactMap { reason -> String? in
            guard case .betterReport(let value, let grade, let event) = reason else { return nil }
            return "\(value) \(grade.rawValue) \(event)"
        }
        #expect(flags == (isFlagged ? ["USD 20 \(grade) leak#1"] : []))
        #expect(field.isContested == (isFlagged || grade == "party-statement"))
        #expect(story.on("2022-01-01").fee?.sentence == "a pays b a fee: USD 10")
    }

    @Test func `a report of the agreed value's own grade contests it, and the value stands`() throws
    {
        let story = try given(yaml: [
            firstChapter(""),
            chapter("fee", "2021-01-01", grade: "secondary", fee()),
            Self.report("one", "2022-01-01", "amount", "USD 20", grade: "secondary"),
        ])
        let field = try #require(story.on("2022-01-01").fee?.field(.amount))
        #expect(field.isContested)
        #expect(field.value.displayText == "USD 10")
        #expect(field.competing.map { $0.value?.displayText } == ["USD 20"])
        #expect(story.on("2021-12-31").fee?.field(.amount)?.isContested == false)
    }

    @Test(arguments: [
        ("{ through: 2022-06-30 }", "{ through: 2022-06 }"),
        ("{ through: 2022 }", "{ through: 2022-06-30 }"),
        ("{ through: 2022-06-30 }", "{ until: 2022-07-01 }"),
        ("{ through: 2022-06-30 }", "{ until: 2022-07 }"),
        (
            "{ first-of: [{ through: 2022-06-30 }, { until: 2023 }] }",
            "{ first-of: [{ until: 2023 }, { through: 2022-06 }] }"
        ),
    ])
    func `dates that may be the same day contradict each other in no order`(
        _ agreed: String, _ reported: String
    ) throws {
        for (first, second) in [(agreed, reported), (reported, agreed)] {
            let story = try recordedStory(
                fee("ends: \(first)"),
                Self.report("leak", "2021-01-01", "ends", second, grade: "executed-text"))
            #expect(story.on("2021-02-01").fee?.field(.ends)?.isContested == false)
        }
    }

    @Test(arguments: [
        ("ends", "{ through: 2022-06-30 }", "{ through: 2022-07 }"),
        ("ends", "{ through: 2022 }", "{ until: 2022-01-01 }"),
        ("ends", "open", "{ through: 2030 }"), ("per", "P1M", "P1Y"), ("per", "P1M", "none"),
        ("per", "undisclosed", "none"), ("amount", "{ between: [USD 1, USD 2] }", "USD 3"),
    ])
    func `what cannot both be true is contested`(
        _ field: String, _ agreed: String, _ reported: String
    ) throws {
        let name = try #require(FieldName(rawValue: field))
        for (first, second) in [(agreed, reported), (reported, agreed)] {
            let set = field == "amount" ? "amount: \(first)" : "amount: USD 1, \(field): \(first)"
            let story = try recordedStory(
                "- term-added: { term: fee, kind: fee, set: { payer: a, payee: b, \(set) } }",
                Self.report("leak", "2021-01-01", field, second, grade: "executed-text"))
            #expect(story.on("2021-02-01").fee?.field(name)?.isContested == true)
        }
    }

    @Test(arguments: [
        ("per", "P12M", "P1Y"), ("per", "undisclosed", "P1Y"), ("per", "unknown", "none"),
        ("amount", "{ between: [USD 1, USD 9] }", "USD 3"), ("amount", "USD 10", "USD 10.00"),
        ("amount", "USD 10", "undisclosed"),
    ])
    func `what may both be true is not contested`(
        _ field: String, _ agreed: String, _ reported: String
    ) throws {
        let name = try #require(FieldName(rawValue: field))
        let set = field == "amount" ? "amount: \(agreed)" : "amount: USD 1, \(field): \(agreed)"
        let story = try recordedStory(
            "- term-added: { term: fee, kind: fee, set: { payer: a, payee: b, \(set) } }",
            Self.report("leak", "2021-01-01", field, reported, grade: "executed-text"))
        #expect(story.on("2021-02-01").fee?.field(name)?.isContested == false)
    }

    @Test(arguments: ["undisclosed", "unknown", "none", "{ redacted: x }"])
    func `what is agreed to be withheld or absent is not replaced by a better report`(
        _ state: String
    ) throws {
        let story = try recordedStory(
            fee("per: \(state)"),
            Self.report("leak", "2022-01-01", "per", "P1M", grade: "executed-text"))
        let field = try #require(story.on("2022-01-01").fee?.field(.per))
        #expect(!field.isReported)
        #expect(field.value != .stated(.duration(CalendarDuration("P1M")!)))
        #expect(field.competing.map { $0.value?.displayText } == ["1 month"])
        #expect(story.on("2022-01-01").fee?.sentence == "a pays b a fee: USD 10")
    }

    @Test func `a report of an earlier life says nothing of the next one`() throws {
        let story = try recordedStory(
            fee(), Self.report("leak", "2020-01-10", "per", "P1M", grade: "executed-text"),
            chapter("out", "2020-02-01", "- term-removed: { term: fee }"),
            chapter("again", "2020-03-01", fee()))
        #expect(story.on("2020-01-10").fee?.field(.per)?.isReported == true)
        #expect(story.on("2020-04-01").fee?.field(.per) == nil)
    }

    @Test func `what will be agreed is not hidden by a report from before it begins`() throws {
        let story = try recordedStory(
            fee("starts: { from: 2022-01-01 }"),
            Self.report("leak", "2020-06-01", "amount", "USD 20"))
        for day: Day in ["2021-01-01", "2022-01-01", "2023-01-01"] {
            let field = try #require(story.on(day).fee?.field(.amount))
            #expect(field.agreed?.displayText == "USD 10")
            #expect(field.competing.map { $0.value?.displayText } == ["USD 20"], "on \(day)")
        }
    }

    @Test func `a reported end of exclusivity makes no agreed exclusivity fall back`() throws {
        let story = try recordedStory(
            """
            - term-added:
                term: grant
                kind: license-grant
                set: { grantor: a, grantee: b, subject: Moulds, exclusivity: exclusive }
            """,
            chapter(
                "leak", "2021-01-01", kind: "report",
                """
                - value-reported: { term: grant, field: exclusive-until, value: { through: 2021 } }
                """))
        story.on("2023-01-01").expect("grant", .exclusivity, .exclusive)
    }

    @Test func `a redline line of a report says that it is one`() throws {
        let story = try recordedStory(
            fee(), Self.report("leak", "2022-01-01", "per", "P1M"),
            Self.report("filing", "2022-02-01", "amount", "USD 20", grade: "executed-text"))
        let redline = story.redline(from: story.on("2021-12-31"), to: story.on("2022-03-01"))
        #expect(
            redline.lines.map(\.path.facet) == [
                "amount reported (executed-text, filing#1)", "per reported (named-press, leak#1)",
            ])
        #expect(redline.lines.filter { !$0.isReported } == [])
    }

    @Test func `two reports of one grade contest each other where nothing is agreed`() throws {
        let story = try recordedStory(
            fee(), Self.report("one", "2022-01-01", "per", "P1M"),
            Self.report("two", "2022-01-02", "per", "P1Y"))
        let field = try #require(story.on("2022-02-01").fee?.field(.per))
        #expect(field.agreed == nil)
        #expect(field.isReported && field.isContested)
        #expect(field.reports.map { $0.value?.displayText } == ["1 month", "1 year"])
        #expect(story.on("2022-01-01").fee?.field(.per)?.isContested == false)
    }

    @Test func `competing reports stand in the order of their grades`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"),
            Self.report("rumour", "2022-01-01", "per", "P1W", grade: "inference"),
            Self.report("press", "2022-01-02", "per", "P1M"),
            Self.report("leak", "2022-01-03", "per", "P1Y", grade: "unnamed-source"))
        #expect(Self.beside(story.on("2022-02-01"), .per) == ["1 month", "1 year", "1 week"])
    }

    @Test func `a report ends when the parties set the field anew`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"), Self.report("leak", "2022-01-01", "per", "P1M"),
            chapter("agreed", "2023-01-01", amends("per: P1Y")),
            Self.report("late", "2023-06-01", "per", "P1W"))
        #expect(Self.beside(story.on("2022-12-31"), .per) == ["1 month"])
        #expect(Self.beside(story.on("2023-01-01"), .per) == [])
        #expect(Self.beside(story.on("2023-06-01"), .per) == ["1 week"])
        story.on("2023-06-01").expect("fee", .per, "1 year")
    }

    @Test func `a report survives what is agreed about another field`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"), Self.report("leak", "2022-01-01", "per", "P1M"),
            chapter("agreed", "2023-01-01", amends("amount: USD 20")))
        #expect(Self.beside(story.on("2023-01-01"), .per) == ["1 month"])
    }

    @Test func `a report may say how long it holds`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"),
            Self.report("leak", "2022-01-01", "per", "P1M", "lasts: { through: 2022-06-30 }"))
        #expect(Self.beside(story.on("2022-06-30"), .per) == ["1 month"])
        #expect(Self.beside(story.on("2022-07-01"), .per) == [])
    }

    @Test func `a withdrawn report says nothing of any day once that is known`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"), Self.report("leak", "2022-01-01", "per", "P1M"),
            chapter(
                "retraction", "2023-01-01", kind: "report",
                "- report-withdrawn: { event: leak#1, reason: a misreading }"))
        #expect(Self.beside(story.on("2022-06-01"), .per) == [])
        #expect(Self.beside(story.on("2022-06-01", disclosedBy: "2022-12-31"), .per) == ["1 month"])
    }

    @Test func `a report of what no one agreed on is the answer, and says that it is one`() throws {
        let story = try recordedStory(fee(), Self.report("leak", "2022-01-01", "per", "P1M"))
        let field = try #require(story.on("2022-01-01").fee?.field(.per))
        #expect(field.value.displayText == "1 month")
        #expect(field.isReported)
        story.on("2021-12-31").expect("fee", .per, .absent)
    }

    @Test func `a report of an end ends nothing`() throws {
        let story = try recordedStory(
            fee(), Self.report("leak", "2022-01-01", "ends", "{ through: 2022-06-30 }"))
        story.on("2022-07-01").expect("fee", .inForce)
    }

    @Test func `a report counts from its disclosure, about the days it speaks of`() throws {
        let story = try recordedStory(
            fee("per: undisclosed"),
            chapter(
                "leak", "2021-01-01", disclosed: "2023-05-01", grade: "named-press",
                kind: "report", "- value-reported: { term: fee, field: per, value: P1M }"))
        #expect(Self.beside(story.on("2022-01-01", disclosedBy: "2023-04-30"), .per) == [])
        #expect(Self.beside(story.on("2022-01-01", disclosedBy: "2023-05-01"), .per) == ["1 month"])
    }

    @Test func `what is reported of an instrument is kept with the instrument`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "page", "2022-01-01", grade: "secondary", kind: "report",
                """
                - value-reported: { instrument: opening, field: signed, value: 2019-12-31 }
                - value-reported: { instrument: opening, field: description, value: A draft }
                """),
            chapter(
                "retraction", "2023-01-01", kind: "report",
                "- report-withdrawn: { event: page#2, reason: it was none }"))
        let reading = AgreementReading("story", history: story.events, from: Vantage(on: .first))
        let reports = try #require(reading.state.instrumentReports["opening"])
        #expect(reports[.signed]?.map(\.value.displayText) == ["2019-12-31"])
        #expect(reports[.signed]?.first?.withdrawal == nil)
        #expect(reports[.description]?.first?.withdrawal?.reference == "retraction#1")
    }

    @Test func `none and then withheld is a change, withheld twice cannot be compared`() throws {
        let story = try recordedStory(
            fee("per: none"), chapter("hidden", "2022-01-01", amends("per: undisclosed")),
            chapter("again", "2023-01-01", amends("per: undisclosed")))
        let first = story.redline(from: story.on("2021-12-31"), to: story.on("2022-01-01"))
        let second = story.redline(from: story.on("2022-12-31"), to: story.on("2023-01-01"))
        #expect(first.lines.map(\.path.facet) == ["per"])
        #expect(first.lines.first?.before == ValueState.none)
        #expect(first.lines.first?.after == .undisclosed)
        #expect(first.lines.first?.classification == .amended)
        #expect(second.lines.map(\.classification) == [.notComparable])
    }
}
