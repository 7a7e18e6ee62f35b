import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What is said of a term or done under it, without changing it.
struct RemarkTests {
    @Test func `a court may read a contract that is over`() throws {
        let story = try recordedStory(
            fee("ends: { through: 2021-12-31 }"),
            chapter(
                "judgment", "2023-01-01",
                "- term-interpreted: { term: fee, field: amount, reading: net of tax }"))
        #expect(story.violations.isEmpty)
        #expect(story.on("2023-02-01").fee?.remarks.count == 1)
    }

    @Test func `a waiver holds while it lasts, and changes no field`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "waiver", "2022-01-01", kind: "waiver",
                """
                - right-waived:
                    term: fee
                    by: b
                    extent: half of it
                    lasts: { through: 2022-06-30 }
                """))
        let waived = Reason.waived("b", "waiver#1")
        #expect(story.on("2021-12-31").fee?.reasons == [])
        #expect(story.on("2022-01-01").fee?.reasons == [waived])
        #expect(story.on("2022-06-30").fee?.reasons == [waived])
        #expect(story.on("2022-07-01").fee?.reasons == [])
        #expect(story.on("2022-01-01").feeAmount == "USD 10")
        let over = story.redline(from: story.on("2022-06-30"), to: story.on("2022-07-01"))
        #expect(over.lines.map(\.path.facet) == ["waiver by b (waiver#1)"])
        #expect(over.lines.first?.after == nil)
    }

    @Test func `a reading chosen leaves the text and the competing readings`() throws {
        let story = try recordedStory(
            fee("text: The fee is due at the end of each year."),
            chapter(
                "reading", "2022-01-01", kind: "joint-statement",
                """
                - term-interpreted:
                    term: fee
                    field: text
                    reading: the calendar year
                    by: [a, b]
                    readings: [the financial year]
                """))
        let term = try #require(story.on("2022-01-01").fee)
        #expect(
            term.field(.text)?.value.displayText == "The fee is due at the end of each year.")
        #expect(
            term.remarks.map(\.content) == [
                .interpreted(
                    .text, reading: "the calendar year", by: ["a", "b"],
                    competing: ["the financial year"])
            ])
        #expect(story.on("2021-12-31").fee?.remarks == [])
    }

    static let option = """
        - term-added:
            term: call
            kind: option
            set: { holder: a, grantor: b, direction: call, subject: The mill }
        """

    @Test(arguments: [
        ("option-exercised", Remark.Content.optionExercised(by: "a")),
        ("option-declined", .optionDeclined(by: "a")),
    ])
    func `an option used stays a remark`(_ kind: String, _ content: Remark.Content) throws {
        let story = try recordedStory(
            Self.option,
            chapter("use", "2022-01-01", kind: "notice", "- \(kind): { term: call, by: a }"))
        #expect(story.on("2021-12-31").copy.term("call")?.remarks == [])
        #expect(story.on("2022-01-01").copy.term("call")?.remarks.map(\.content) == [content])
        story.on("2022-01-01").expect("call", .inForce)
    }

    @Test func `a notice is noted, with the day from which it takes effect`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "notice", "2022-01-01", kind: "notice",
                "- notice-given: { term: fee, by: a, to: b, takes-effect: { on: 2022-07-01 } }"))
        #expect(
            story.on("2022-01-01").fee?.remarks.map(\.content)
                == [.noticeGiven(by: "a", to: "b", takesEffect: .on("2022-07-01"))])
        story.on("2022-07-01").expect("fee", .inForce)
    }

    @Test func `accrued amounts add up by currency, once their period is over`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "paid", "2022-02-01", kind: "filing",
                """
                - amount-accrued: { term: fee, amount: USD 10.50, period: 2020 }
                - amount-accrued: { term: fee, amount: USD 20.25, period: 2021-01/2021-06 }
                - amount-accrued: { term: fee, amount: EUR 7, period: 2021 }
                - amount-accrued: { term: fee, amount: USD 100, period: 2022 }
                """))
        func accrued(_ day: Day) -> [String]? { story.on(day).fee?.accrued.map(\.displayText) }
        #expect(accrued("2019-12-31") == [])
        #expect(accrued("2020-12-30") == ["USD 0 to USD 10.50"])
        #expect(accrued("2020-12-31") == ["USD 10.50"])
        #expect(accrued("2021-06-30") == ["EUR 0 to EUR 7", "USD 30.75"])
        #expect(accrued("2021-12-31") == ["EUR 7", "USD 30.75"])
        #expect(accrued("2022-12-31") == ["EUR 7", "USD 130.75"])
        let line = story.redline(from: story.on("2021-05-01"), to: story.on("2021-07-01")).lines
        #expect(line.map(\.path.facet) == ["accrued USD"])
        #expect(line.first?.causes.map(\.reference) == ["paid#2"])
    }

    @Test func `silence is flagged until the instrument is followed by a word on the field`() throws
    {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter(
                "silent", "2022-01-01", "- term-unaddressed: { term: fee, fields: [per] }"),
            chapter("said", "2023-01-01", amends("per: P1M")))
        let silent = story.on("2022-01-01").fee?.field(.per)
        #expect(silent?.silentSince.map(\.reference) == ["silent#1"])
        #expect(silent?.value.displayText == "1 year")
        #expect(story.on("2022-01-01").fee?.field(.amount)?.silentSince == [])
        #expect(story.on("2021-12-31").fee?.field(.per)?.silentSince == [])
        #expect(story.on("2023-01-01").fee?.field(.per)?.silentSince == [])
    }

    @Test func `what is reaffirmed is no longer flagged as silent`() throws {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter("silent", "2022-01-01", "- term-unaddressed: { term: fee }"),
            chapter("again", "2023-01-01", "- term-reaffirmed: { term: fee }"))
        #expect(story.on("2022-06-01").fee?.silentSince.map(\.reference) == ["silent#1"])
        #expect(story.on("2022-06-01").fee?.reaffirmedBy == [])
        #expect(story.on("2023-01-01").fee?.silentSince == [])
        #expect(story.on("2023-01-01").fee?.reaffirmedBy.map(\.reference) == ["again#1"])
        let redline = story.redline(from: story.on("2022-06-01"), to: story.on("2023-01-01"))
        #expect(redline.restated.map(\.path.facet) == [FacetPath.wholeTerm])
        #expect(redline.restated.map(\.classification) == [.reaffirmed])
    }

    @Test func `a reaffirmed field is restated, not changed`() throws {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter("again", "2023-01-01", "- term-reaffirmed: { term: fee, fields: [per] }"))
        let redline = story.redline(from: story.on("2022-06-01"), to: story.on("2023-01-01"))
        #expect(redline.lines.isEmpty)
        #expect(redline.restated.map(\.path.facet) == ["per"])
        #expect(redline.restated.first?.causes.map(\.reference) == ["again#1"])
        #expect(
            story.on("2023-01-01").fee?.field(.per)?.reaffirmedBy.map(\.reference) == ["again#1"])
    }

    @Test func `a field that is the same as another follows it`() throws {
        let story = try recordedStory(
            """
            \(fee("per: { same-as: rent/per }"))
            - term-added:
                term: rent
                kind: fee
                set: { payer: a, payee: b, amount: USD 1, per: P1Y }
            """,
            chapter("raise", "2022-01-01", "- term-amended: { term: rent, set: { per: P1M } }"))
        #expect(story.on("2021-12-31").fee?.field(.per)?.referred?.displayText == "1 year")
        #expect(story.on("2022-01-01").fee?.field(.per)?.referred?.displayText == "1 month")
    }
}
