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
        let story = try told(
            fee("per: undisclosed"),
            Self.report("leak", "2022-01-01", "per", "P1M"))
        story.on("2021-12-31").expect("fee", .per, .undisclosed)
        story.on("2022-01-01").expect("fee", .per, .undisclosed)
        story.on("2022-01-01").expect("fee", .per, reported: "1 month", grade: .namedPress)
        #expect(Self.beside(story.on("2021-12-31"), .per) == [])
        #expect(story.on("2022-01-01").fee?.field(.per)?.isContested == false)
    }

    /// The grade of what the parties agreed is `party-statement`; the answer by the report's grade.
    @Test(arguments: [
        ("executed-text", "USD 20", true), ("regulatory-filing", "USD 20", true),
        ("court-finding", "USD 10", false), ("named-press", "USD 10", false),
        ("unnamed-source", "USD 10", false), ("secondary", "USD 10", false),
        ("inference", "USD 10", false),
    ])
    func `the best grade answers`(_ grade: String, _ amount: String, _ isReported: Bool) throws {
        let story = try given(yaml: [
            firstChapter(""),
            chapter("fee", "2021-01-01", grade: "party-statement", fee()),
            Self.report("leak", "2022-01-01", "amount", "USD 20", grade: grade),
        ])
        let field = try #require(story.on("2022-01-01").fee?.field(.amount))
        #expect(field.value.displayText == amount)
        #expect(field.isReported == isReported)
        #expect(field.competing.count == 1)
        #expect(!field.isContested)
    }

    @Test func `two values of one grade are contested, and both are shown`() throws {
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

    @Test func `the same value of the same grade contests nothing`() throws {
        let story = try given(yaml: [
            firstChapter(""),
            chapter("fee", "2021-01-01", grade: "secondary", fee()),
            Self.report("one", "2022-01-01", "amount", "USD 10.00", grade: "secondary"),
        ])
        #expect(story.on("2022-01-01").fee?.field(.amount)?.isContested == false)
    }

    @Test func `competing reports stand in the order of their grades`() throws {
        let story = try told(
            fee("per: undisclosed"),
            Self.report("rumour", "2022-01-01", "per", "P1W", grade: "inference"),
            Self.report("press", "2022-01-02", "per", "P1M"),
            Self.report("leak", "2022-01-03", "per", "P1Y", grade: "unnamed-source"))
        #expect(Self.beside(story.on("2022-02-01"), .per) == ["1 month", "1 year", "1 week"])
    }

    @Test func `a report ends when the parties set the field anew`() throws {
        let story = try told(
            fee("per: undisclosed"), Self.report("leak", "2022-01-01", "per", "P1M"),
            chapter("agreed", "2023-01-01", amends("per: P1Y")),
            Self.report("late", "2023-06-01", "per", "P1W"))
        #expect(Self.beside(story.on("2022-12-31"), .per) == ["1 month"])
        #expect(Self.beside(story.on("2023-01-01"), .per) == [])
        #expect(Self.beside(story.on("2023-06-01"), .per) == ["1 week"])
        story.on("2023-06-01").expect("fee", .per, "1 year")
    }

    @Test func `a report survives what is agreed about another field`() throws {
        let story = try told(
            fee("per: undisclosed"), Self.report("leak", "2022-01-01", "per", "P1M"),
            chapter("agreed", "2023-01-01", amends("amount: USD 20")))
        #expect(Self.beside(story.on("2023-01-01"), .per) == ["1 month"])
    }

    @Test func `a report may say how long it holds`() throws {
        let story = try told(
            fee("per: undisclosed"),
            Self.report("leak", "2022-01-01", "per", "P1M", "lasts: { through: 2022-06-30 }"))
        #expect(Self.beside(story.on("2022-06-30"), .per) == ["1 month"])
        #expect(Self.beside(story.on("2022-07-01"), .per) == [])
    }

    @Test func `a withdrawn report says nothing of any day once that is known`() throws {
        let story = try told(
            fee("per: undisclosed"), Self.report("leak", "2022-01-01", "per", "P1M"),
            chapter(
                "retraction", "2023-01-01", kind: "report",
                "- report-withdrawn: { event: leak#1, reason: a misreading }"))
        #expect(Self.beside(story.on("2022-06-01"), .per) == [])
        #expect(Self.beside(story.on("2022-06-01", disclosedBy: "2022-12-31"), .per) == ["1 month"])
    }

    @Test func `a report of what nobody agreed on is the answer, and says that it is one`() throws {
        let story = try told(fee(), Self.report("leak", "2022-01-01", "per", "P1M"))
        let field = try #require(story.on("2022-01-01").fee?.field(.per))
        #expect(field.value.displayText == "1 month")
        #expect(field.isReported)
        story.on("2021-12-31").expect("fee", .per, .absent)
    }

    @Test func `a report of an end ends nothing`() throws {
        let story = try told(
            fee(), Self.report("leak", "2022-01-01", "ends", "{ through: 2022-06-30 }"))
        story.on("2022-07-01").expect("fee", .inForce)
    }

    @Test func `a report counts from its disclosure, about the days it speaks of`() throws {
        let story = try told(
            fee("per: undisclosed"),
            chapter(
                "leak", "2021-01-01", disclosed: "2023-05-01", grade: "named-press",
                kind: "report", "- value-reported: { term: fee, field: per, value: P1M }"))
        #expect(Self.beside(story.on("2022-01-01", disclosedBy: "2023-04-30"), .per) == [])
        #expect(Self.beside(story.on("2022-01-01", disclosedBy: "2023-05-01"), .per) == ["1 month"])
    }

    @Test func `what is reported of an instrument is kept with the instrument`() throws {
        let story = try told(
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
        let story = try told(
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
