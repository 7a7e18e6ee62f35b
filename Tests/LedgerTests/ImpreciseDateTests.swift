import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Years and months: indeterminate in between, unless the agreement says how to read them.
struct ImpreciseDateTests {
    /// A bound, and the statuses with and without the agreement's convention.
    struct Row: CustomTestStringConvertible, Sendable {
        let fields: String
        let conventions: Bool
        let answers: [(day: Day, status: TermStatus)]

        var testDescription: String { fields + (conventions ? " by convention" : "") }
    }

    static let table: [Row] = [
        Row(
            fields: "ends: { through: 2030 }", conventions: false,
            answers: [
                ("2029-12-31", .inForce), ("2030-01-01", .inForce), ("2030-01-02", .indeterminate),
                ("2030-12-31", .indeterminate), ("2031-01-01", .ended),
            ]),
        Row(
            fields: "ends: { through: 2030 }", conventions: true,
            answers: [
                ("2030-01-02", .inForce), ("2030-12-31", .inForce), ("2031-01-01", .ended),
            ]),
        Row(
            fields: "ends: { through: 2030-02 }", conventions: false,
            answers: [
                ("2030-02-01", .inForce), ("2030-02-02", .indeterminate),
                ("2030-02-28", .indeterminate), ("2030-03-01", .ended),
            ]),
        Row(
            fields: "ends: { through: 2030-02 }", conventions: true,
            answers: [("2030-02-28", .inForce), ("2030-03-01", .ended)]),
        Row(
            fields: "starts: { from: 2021 }", conventions: true,
            answers: [
                ("2020-12-31", .notYet), ("2021-01-01", .indeterminate),
                ("2021-12-30", .indeterminate), ("2021-12-31", .inForce),
            ]),
        Row(
            fields: "starts: { from: 2021-05 }", conventions: false,
            answers: [
                ("2021-04-30", .notYet), ("2021-05-01", .indeterminate), ("2021-05-31", .inForce),
            ]),
        Row(
            fields: "ends: { until: 2030 }", conventions: false,
            answers: [("2029-12-31", .inForce), ("2030-01-01", .ended)]),
    ]

    @Test(arguments: table)
    func `a bare year or month`(_ row: Row) throws {
        let story = try recordedStory(fee(row.fields), conventions: row.conventions)
        for (day, status) in row.answers {
            #expect(story.on(day).fee?.status == status, "on \(day)")
        }
    }

    @Test func `the convention is cited inside the year it settles, and only there`() throws {
        let story = try recordedStory(fee("ends: { through: 2030 }"), conventions: true)
        let cited = Reason.convention("through-year: end-of-calendar-year")
        #expect(story.on("2029-12-31").fee?.reasons == [])
        #expect(story.on("2030-06-01").fee?.reasons == [cited])
        #expect(story.on("2030-12-31").fee?.reasons == [cited])
    }

    @Test func `what is not settled says between which days`() throws {
        let story = try recordedStory(fee("ends: { through: 2030 }"))
        #expect(
            story.on("2030-06-01").fee?.reasons
                == [.imprecise(first: "2030-01-02", last: "2030-12-31")])
    }

    @Test func `a change in a month not known to the day names both values`() throws {
        let story = try recordedStory(
            fee(),
            chapter("raise", "on: 2022-05", disclosed: "2022-06-01", amends("amount: USD 20"))
        )
        func candidates(_ day: Day) -> [String?]? {
            story.on(day).fee?.field(.amount)?.candidates.map { $0.value?.displayText }
        }
        #expect(candidates("2022-04-30") == [])
        #expect(candidates("2022-05-01") == ["USD 10", "USD 20"])
        #expect(candidates("2022-05-30") == ["USD 10", "USD 20"])
        #expect(candidates("2022-05-31") == [])
        #expect(story.on("2022-04-30").feeAmount == "USD 10")
        #expect(story.on("2022-05-31").feeAmount == "USD 20")
        #expect(story.on("2022-05-15").fee?.field(.amount)?.isIndeterminate == true)
        #expect(story.on("2022-05-15").fee?.sentence.hasSuffix("USD 10 or USD 20") == true)
    }

    @Test func `a qualifier that ends in a bare year is indeterminate in that year`() throws {
        let grant = """
            - term-added:
                term: grant
                kind: license-grant
                set:
                  grantor: a
                  grantee: b
                  subject: Everything
                  exclusivity: exclusive
                  exclusive-until: { through: 2026 }
            """
        let open = try recordedStory(grant)
        let settled = try recordedStory(grant, conventions: true)
        let field = open.on("2026-06-01").copy.term("grant")?.field(.exclusivity)
        #expect(field?.candidates.map { $0.value?.displayText } == ["exclusive", "non-exclusive"])
        open.on("2025-12-31").expect("grant", .exclusivity, .exclusive)
        open.on("2027-01-01").expect("grant", .exclusivity, .nonExclusive)
        settled.on("2026-12-31").expect("grant", .exclusivity, .exclusive)
        settled.on("2027-01-01").expect("grant", .exclusivity, .nonExclusive)
        settled.on("2027-01-01").expect("grant", .inForce)
        let fallen = settled.on("2027-01-01").copy.term("grant")?.field(.exclusivity)
        #expect(fallen?.reasons == [.fellBack(.exclusiveUntil)])
    }

    @Test func `where a new end may govern already, an end between the two is indeterminate`()
        throws
    {
        let story = try recordedStory(
            fee("ends: { through: 2022-05-10 }"),
            chapter(
                "longer", "on: 2022-05", disclosed: "2022-06-01",
                amends("ends: { through: 2030-12-31 }")))
        story.on("2022-05-05").expect("fee", .inForce)
        story.on("2022-05-15").expect("fee", .indeterminate)
        story.on("2022-05-31").expect("fee", .inForce)
    }

    @Test func `a removal in a month not known to the day is indeterminate in it`() throws {
        let story = try recordedStory(
            fee(),
            chapter("gone", "on: 2022-05", disclosed: "2022-06-01", "- term-removed: { term: fee }")
        )
        story.on("2022-04-30").expect("fee", .inForce)
        story.on("2022-05-15").expect("fee", .indeterminate)
        story.on("2022-05-31").expect("fee", .ended)
    }

    @Test func `every answer that rests on an announced day says so`() throws {
        let story = try recordedStory(
            fee(),
            chapter("raise", "announced: 2022-05-01", disclosed: "2022-05-01", amends("per: P1Y")),
            chapter(
                "extra", "announced: 2022-06-01", disclosed: "2022-06-01",
                "- term-added: { term: law, kind: governing-law, set: { law: Law of X } }"))
        let copy = story.on("2022-07-01").copy
        #expect(copy.term("fee")?.field(.per)?.reasons == [.announced("2022-05-01")])
        #expect(copy.term("fee")?.field(.amount)?.reasons == [])
        #expect(copy.term("law")?.reasons == [.announced("2022-06-01")])
    }

    @Test func `what is disclosed in a month counts from its last day`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-05-01", disclosed: "2022-06", amends("amount: USD 20")))
        #expect(story.on("2022-05-01", disclosedBy: "2022-06-29").feeAmount == "USD 10")
        #expect(story.on("2022-05-01", disclosedBy: "2022-06-30").feeAmount == "USD 20")
    }
}
