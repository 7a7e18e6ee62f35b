import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// When a term holds: not yet, in force, suspended, ended, and never again by itself.
struct TermLifeTests {
    /// What follows the opening, and the status of the fee on chosen days.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var fee = LedgerTests.fee()
        let chapters: [String]
        let answers: [(day: Day, status: TermStatus)]
    }

    static let stated: [Row] = [
        Row(
            testDescription: "a term holds from its event's day",
            chapters: [],
            answers: [
                ("2019-12-31", .notYet), ("2020-01-01", .inForce), ("9999-12-31", .inForce),
            ]),
        Row(
            testDescription: "its own start and last day count where they are given",
            fee: fee("starts: { from: 2021-03-01 }", "ends: { through: 2021-03-31 }"),
            chapters: [],
            answers: [
                ("2021-02-28", .notYet), ("2021-03-01", .inForce), ("2021-03-31", .inForce),
                ("2021-04-01", .ended),
            ]),
        Row(
            testDescription: "until a day leaves that day out",
            fee: fee("ends: { until: 2021-03-31 }"), chapters: [],
            answers: [("2021-03-30", .inForce), ("2021-03-31", .ended)]),
        Row(
            testDescription: "a start in the past is a start in the past",
            fee: fee("starts: { from: 2018-01-01 }"), chapters: [],
            answers: [("2017-12-31", .notYet), ("2018-01-01", .inForce)]),
        Row(
            testDescription: "an announced start computes as the day announced",
            fee: fee("starts: { announced: 2020-02-01 }"), chapters: [],
            answers: [("2020-01-31", .notYet), ("2020-02-01", .inForce)]),
        Row(
            testDescription: "a soft start is an expectation and never begins",
            fee: fee("starts: { soft: 2020-02/2020-03 }"), chapters: [],
            answers: [("2020-02-15", .notYet), ("2099-01-01", .notYet)]),
        Row(
            testDescription: "a start that is not disclosed may have come from the event's day on",
            fee: fee("starts: undisclosed"),
            chapters: [],
            answers: [
                ("2019-12-31", .notYet), ("2020-01-01", .indeterminate),
                ("2099-01-01", .indeterminate),
            ]),
        Row(
            testDescription: "a start that is redacted may have come, up to the end",
            fee: fee("starts: { redacted: \"[***]\" }", "ends: { through: 2021-03-31 }"),
            chapters: [],
            answers: [
                ("2019-12-31", .notYet), ("2020-01-01", .indeterminate),
                ("2021-03-31", .indeterminate), ("2021-04-01", .ended),
            ]),
        Row(
            testDescription: "a start that may not exist leaves the event's day",
            fee: fee("starts: unknown"), chapters: [],
            answers: [("2019-12-31", .notYet), ("2020-01-01", .inForce)]),
        Row(
            testDescription: "a soft end ends nothing",
            fee: fee("ends: { soft: 2020-02/2020-03 }"), chapters: [],
            answers: [("2020-02-15", .inForce), ("2099-01-01", .inForce)]),
        Row(
            testDescription: "an end that is withheld, unknown or open ends nothing",
            fee: fee("ends: undisclosed"),
            chapters: [chapter("open", "2021-01-01", amends("ends: open"))],
            answers: [("2020-06-01", .inForce), ("2099-01-01", .inForce)]),
    ]

    static let changed: [Row] = [
        Row(
            testDescription: "an amended end moves the end",
            fee: fee("ends: { through: 2021-12-31 }"),
            chapters: [chapter("longer", "2021-06-01", amends("ends: { through: 2022-12-31 }"))],
            answers: [("2022-06-01", .inForce), ("2023-01-01", .ended)]),
        Row(
            testDescription: "a removed term ends for good",
            chapters: [chapter("gone", "2021-06-01", "- term-removed: { term: fee }")],
            answers: [("2021-05-31", .inForce), ("2021-06-01", .ended), ("2099-01-01", .ended)]),
        Row(
            testDescription: "a removed term may be added again",
            chapters: [
                chapter("gone", "2021-06-01", "- term-removed: { term: fee }"),
                chapter("back", "2022-06-01", fee()),
            ],
            answers: [
                ("2021-05-31", .inForce), ("2021-06-01", .ended), ("2022-05-31", .ended),
                ("2022-06-01", .inForce),
            ]),
        Row(
            testDescription: "a term that ran out may be added again",
            fee: fee("ends: { through: 2021-12-31 }"),
            chapters: [chapter("back", "2023-01-01", fee())],
            answers: [
                ("2021-12-31", .inForce), ("2022-06-01", .ended), ("2023-01-01", .inForce),
                ("2099-01-01", .inForce),
            ]),
        Row(
            testDescription: "a removal scheduled before is a removal",
            chapters: [
                chapter(
                    "gone", "2023-01-01", signed: "2021-01-01", disclosed: "2021-01-01",
                    "- term-removed: { term: fee }")
            ],
            answers: [("2022-12-31", .inForce), ("2023-01-01", .ended)]),
    ]

    static let suspended: [Row] = [
        Row(
            testDescription: "suspended until resumed",
            chapters: [
                chapter("stop", "2021-01-01", "- term-suspended: { term: fee }"),
                chapter("go", "2022-01-01", "- term-resumed: { term: fee }"),
            ],
            answers: [
                ("2020-12-31", .inForce), ("2021-01-01", .suspended), ("2021-12-31", .suspended),
                ("2022-01-01", .inForce),
            ]),
        Row(
            testDescription: "a suspension ends by itself where it says when",
            chapters: [
                chapter(
                    "stop", "2021-01-01",
                    "- term-suspended: { term: fee, lasts: { through: 2021-06-30 } }")
            ],
            answers: [
                ("2021-06-30", .suspended), ("2021-07-01", .inForce),
            ]),
        Row(
            testDescription: "a shorter suspension inside one without end does not end it",
            chapters: [
                chapter("stop", "2021-01-01", "- term-suspended: { term: fee }"),
                chapter(
                    "storm", "2021-03-01",
                    "- term-suspended: { term: fee, lasts: { through: 2021-03-31 } }"),
                chapter("go", "2022-01-01", "- term-resumed: { term: fee }"),
            ],
            answers: [
                ("2021-03-15", .suspended), ("2021-06-01", .suspended), ("2022-01-01", .inForce),
            ]),
        Row(
            testDescription: "a suspended term still ends",
            fee: fee("ends: { through: 2021-06-30 }"),
            chapters: [chapter("stop", "2021-01-01", "- term-suspended: { term: fee }")],
            answers: [("2021-06-30", .suspended), ("2021-07-01", .ended)]),
    ]

    @Test(arguments: stated + changed + suspended)
    func `a term's life`(_ row: Row) throws {
        let story = try given(yaml: [firstChapter(row.fee)] + row.chapters)
        for (day, status) in row.answers {
            #expect(story.on(day).fee?.status == status, "on \(day)")
        }
    }

    @Test func `an agreement's duration is extended and renewed`() throws {
        let story = try recordedStory(
            duration,
            chapter(
                "extended", "2021-06-01",
                "- agreement-extended: { term: duration, ends: { through: 2022-12-31 } }"),
            chapter(
                "renewed", "2022-06-01",
                "- agreement-renewed: { term: duration, ends: { through: 2023-12-31 } }"))
        story.on("2022-07-01", disclosedBy: "2021-01-01").expect("duration", .ended)
        story.on("2022-12-31").expect("duration", .inForce)
        story.on("2023-12-31").expect("duration", .inForce)
        story.on("2024-01-01").expect("duration", .ended)
    }

    @Test func `a term that ended revives no predecessor`() throws {
        let story = try recordedStory(
            fee("ends: { through: 2021-12-31 }"),
            chapter("raise", "2021-01-01", amends("amount: USD 20")),
            chapter("gone", "2021-06-01", "- term-removed: { term: fee }"))
        story.on("2021-12-31").expect("fee", .ended)
        story.on("2022-06-01").expect("fee", .ended)
    }

    @Test func `a term added again has only the fields it was added with`() throws {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter("gone", "2021-06-01", "- term-removed: { term: fee }"),
            chapter("back", "2022-06-01", fee()))
        story.on("2021-01-01").expect("fee", .per, "1 year")
        story.on("2022-06-01").expect("fee", .per, .absent)
        #expect(story.on("2022-06-01").feeAmount == "USD 10")
    }

    @Test func `a moved term keeps its history under its new id`() throws {
        let story = try recordedStory(
            fee(), chapter("move", "2021-01-01", "- term-moved: { term: fee, to: fee.annual }"),
            chapter(
                "raise", "2022-01-01",
                "- term-amended: { term: fee.annual, set: { amount: USD 20 } }"))
        #expect(story.on("2020-06-01").copy.term("fee")?.id == "fee")
        #expect(story.on("2021-01-01").copy.term("fee")?.id == "fee.annual")
        #expect(story.on("2021-01-01").copy.term("fee.annual")?.identity == "fee")
        #expect(story.on("2022-01-01").feeAmount == "USD 20")
        #expect(story.on("2021-06-01").feeAmount == "USD 10")
    }

    @Test func `a restatement ends what it leaves out and goes on with what it moves`() throws {
        let story = try recordedStory(
            fee("per: P1Y") + "\n- term-added: { term: law, kind: governing-law, set: { law: X } }",
            chapter(
                "restated", "2022-01-01", kind: "restatement",
                """
                - agreement-restated:
                    moved: { fee: fees.one }
                    terms:
                      - term: fees.one
                        kind: fee
                        set: { payer: a, payee: b, amount: USD 12 }
                """))
        story.on("2021-12-31").expect("law", .inForce)
        story.on("2022-01-01").expect("law", .ended)
        let fee = try #require(story.on("2022-01-01").fee)
        #expect(fee.id == "fees.one")
        #expect(fee.status == .inForce)
        #expect(fee.field(.amount)?.value.displayText == "USD 12")
        #expect(fee.field(.per) == nil)
        #expect(story.on("2021-12-31").fee?.id == "fee")
    }

    static let law = "- term-added: { term: law, kind: governing-law, set: { law: Law of X } }"

    @Test(arguments: [
        "- agreement-terminated: { by: a, ground: convenience, surviving: [law] }",
        "- agreement-superseded: { successor: other, surviving: [law] }",
    ])
    func `the end of an agreement ends every term but the surviving ones`(
        _ event: String
    ) throws {
        let story = try recordedStory(
            "\(fee())\n\(Self.law)", chapter("end", "2022-01-01", kind: "notice", event))
        story.on("2021-12-31").expect("fee", .inForce)
        story.on("2022-01-01").expect("fee", .ended)
        story.on("2022-01-01").expect("law", .inForce)
        #expect(story.on("2022-01-01").fee?.reasons == [.agreementEnded("end#1")])
    }

    @Test func `reasons say what ended or suspended a term`() throws {
        let story = try recordedStory(
            fee(), chapter("stop", "2021-01-01", "- term-suspended: { term: fee }"),
            chapter("gone", "2021-06-01", "- term-removed: { term: fee }"))
        #expect(story.on("2021-01-01").fee?.reasons == [.suspended("stop#1")])
        #expect(story.on("2021-06-01").fee?.reasons == [.removed("gone#1")])
        #expect(story.on("2021-06-01").fee?.causes.map(\.reference) == ["gone#1"])
    }
}
