import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Bounds between two dates and some time after another bound, for starts, ends and effective days.
struct WindowBoundTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let fields: String
        let answers: [(day: Day, status: TermStatus)]

        var testDescription: String { fields }
    }

    static let statuses: [Row] = [
        Row(
            fields: "starts: { between: [{ on: 2020-03-01 }, { on: 2020-06-30 }] }",
            answers: [
                ("2020-02-29", .notYet), ("2020-03-01", .indeterminate),
                ("2020-06-29", .indeterminate), ("2020-06-30", .inForce), ("2021-01-01", .inForce),
            ]),
        Row(
            fields: "starts: { between: [2020-03, 2020-06] }",
            answers: [
                ("2020-02-29", .notYet), ("2020-03-01", .indeterminate), ("2020-06-30", .inForce),
            ]),
        Row(
            fields: "ends: { between: [{ through: 2020-03-01 }, { through: 2020-06-30 }] }",
            answers: [
                ("2020-03-01", .inForce), ("2020-03-02", .indeterminate),
                ("2020-06-30", .indeterminate), ("2020-07-01", .ended),
            ]),
        Row(
            fields: "ends: { between: [2020-03-01, { until: 2020-07-01 }] }",
            answers: [("2020-06-30", .indeterminate), ("2020-07-01", .ended)]),
        Row(
            fields: "ends: { after: { of: { on: 2020-02-29 }, period: P5Y } }",
            answers: [("2025-02-27", .inForce), ("2025-02-28", .ended)]),
        Row(
            fields: "ends: { after: { of: { from: 2020-01-15 }, period: P5Y } }",
            answers: [("2025-01-14", .inForce), ("2025-01-15", .ended)]),
        Row(
            fields: "ends: { after: { of: { through: 2020-06 }, period: P6M } }",
            answers: [
                ("2020-12-01", .inForce), ("2020-12-02", .indeterminate),
                ("2020-12-31", .indeterminate), ("2021-01-01", .ended),
            ]),
        Row(
            fields: "starts: { after: { of: { between: [2020-01-01, 2020-02-01] }, period: P1M } }",
            answers: [
                ("2020-01-31", .notYet), ("2020-02-01", .indeterminate), ("2020-03-01", .inForce),
            ]),
        Row(
            fields: """
                ends: { first-of: [{ after: { of: { on: 2020-01-31 }, period: P1M } }, { on: 2030 }] }
                """,
            answers: [("2020-02-28", .inForce), ("2020-02-29", .ended)]),
        Row(
            fields: "ends: { through: 9999-12-31 }",
            answers: [("2020-01-01", .inForce), ("9999-12-31", .inForce)]),
        Row(
            fields: "ends: { through: 9999 }",
            answers: [
                ("9999-01-01", .inForce), ("9999-01-02", .indeterminate),
                ("9999-12-31", .indeterminate),
            ]),
        Row(
            fields: "ends: { after: { of: { on: 2020-01-01 }, period: P9000Y } }",
            answers: [("9999-12-31", .inForce)]),
        Row(
            fields: "starts: { after: { of: { on: 2020-01-01 }, period: P9000Y } }",
            answers: [("9999-12-31", .notYet)]),
    ]

    @Test(arguments: statuses)
    func `a term begins and ends on the days its bounds mean`(_ row: Row) throws {
        let story = try recordedStory(fee(row.fields))
        for (day, status) in row.answers {
            #expect(story.on(day).fee?.status == status, "on \(day)")
        }
    }

    /// Every way to write the first of June, upon which the merger comes.
    static let anchors = [
        "{ on: 2020-06-01 }", "{ from: 2020-06-01 }", "{ upon: merger }", "{ through: 2020-05-31 }",
        "{ until: 2020-06-01 }", "{ announced: 2020-06-01 }",
        "{ between: [2020-06-01, 2020-06-01] }",
        "{ first-of: [{ on: 2020-06-01 }, { upon: merger }] }",
        "{ last-of: [{ on: 2020-06-01 }, { upon: merger }] }",
        "{ after: { of: { on: 2020-05-01 }, period: P1M } }",
    ]

    @Test(arguments: anchors)
    func `a length ends on the day before another that is counted from the same day begins`(
        _ anchor: String
    ) throws {
        let after = "after: { of: \(anchor), period: P6M }"
        let merger = chapter(
            "met", "2020-06-01", "- condition-satisfied: { condition: merger }")
        let first = try recordedStory(
            "\(ConditionTests.merger)\n\(fee("ends: { \(after) }"))", merger)
        let next = try recordedStory(
            "\(ConditionTests.merger)\n\(fee("starts: { \(after) }"))", merger)
        first.on("2020-11-30").expect("fee", .inForce)
        next.on("2020-11-30").expect("fee", .notYet)
        first.on("2020-12-01").expect("fee", .ended)
        next.on("2020-12-01").expect("fee", .inForce)
    }

    static let met = chapter("met", "2021-01-31", "- condition-satisfied: { condition: merger }")

    @Test func `what is counted from a condition waits for it, and then has its day`() throws {
        let opening = """
            \(ConditionTests.merger)
            \(fee("starts: { after: { of: { upon: merger }, period: P18M } }"))
            """
        let waiting = try recordedStory(opening)
        waiting.on("2025-01-01").expect("fee", .notYet)
        #expect(waiting.on("2025-01-01").fee?.reasons == [.conditionPending("merger")])
        let story = try recordedStory(opening, Self.met)
        story.on("2021-02-01").expect("fee", .notYet)
        #expect(story.on("2021-02-01").fee?.reasons == [.scheduled("2022-07-31")])
        story.on("2022-07-30").expect("fee", .notYet)
        story.on("2022-07-31").expect("fee", .inForce)
        #expect(story.on("2022-07-31").fee?.causes.map(\.reference).last == "met#1")
    }

    @Test func `an end that is counted from a condition runs on while it is pending`() throws {
        let opening = """
            \(ConditionTests.merger)
            \(fee("ends: { after: { of: { upon: merger }, period: P1Y } }"))
            """
        #expect(
            try recordedStory(opening).on("2030-01-01").fee?.reasons == [
                .conditionPending("merger")
            ])
        let story = try recordedStory(opening, Self.met)
        story.on("2022-01-30").expect("fee", .inForce)
        story.on("2022-01-31").expect("fee", .ended)
        let lapsed = chapter("gone", "2021-01-31", "- condition-lapsed: { condition: merger }")
        try recordedStory(opening, lapsed).on("2030-01-01").expect("fee", .inForce)
    }

    @Test func `an amendment between two days may govern in between, and surely does after`() throws
    {
        let story = try recordedStory(
            fee(),
            chapter(
                "raise", "between: [2022-05-03, 2022-06-20]", disclosed: "2022-07-01",
                amends("amount: USD 20")))
        func candidates(_ day: Day) -> [String?]? {
            story.on(day).fee?.field(.amount)?.candidates.map { $0.value?.displayText }
        }
        #expect(story.on("2022-05-02").feeAmount == "USD 10")
        #expect(candidates("2022-05-02") == [])
        #expect(candidates("2022-05-03") == ["USD 10", "USD 20"])
        #expect(candidates("2022-06-19") == ["USD 10", "USD 20"])
        #expect(candidates("2022-06-20") == [])
        #expect(story.on("2022-06-20").feeAmount == "USD 20")
    }

    @Test func `a month is some day from its first to its last`() throws {
        for (month, first, last) in [
            ("2022-02", "2022-02-01", "2022-02-28"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2022", "2022-01-01", "2022-12-31"),
        ] {
            for field in ["starts", "ends"] {
                let word = field == "starts" ? "from" : "through"
                let short = try recordedStory(fee("\(field): { \(word): \(month) }"))
                let long = try recordedStory(fee("\(field): { between: [\(first), \(last)] }"))
                for offset in -40..<400 {
                    let day = Day("2022-01-01").adding(days: offset)
                    #expect(
                        short.on(day).fee?.status == long.on(day).fee?.status,
                        "\(field) \(month) on \(day)")
                }
            }
        }
    }

    @Test func `an effective day that comes after another bound is honoured`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "raise", "after: { of: { on: 2021-02-28 }, period: P1Y }", disclosed: "2021-03-01",
                amends(
                    "amount: USD 20", "lasts: { after: { of: { on: 2022-02-28 }, period: P1M } }")
            ))
        #expect(story.on("2022-02-27").feeAmount == "USD 10")
        #expect(story.on("2022-02-28").feeAmount == "USD 20")
        #expect(story.on("2022-03-27").feeAmount == "USD 20")
        #expect(story.on("2022-03-28").feeAmount == "USD 10")
    }
}
