import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What becomes of a term that a condition begins or ends.
struct ConditionTests {
    static let merger = "- condition-defined: { condition: merger, text: The merger closes }"
    static let listing = "- condition-defined: { condition: listing, text: The shares are listed }"

    /// A bound on conditions, what became of the conditions on 2025-05-01, and the answers.
    struct Row: CustomTestStringConvertible, Sendable {
        let bound: String
        let outcomes: String
        let answers: [(day: Day, status: TermStatus, reasons: [Reason]?)]

        var testDescription: String { "\(bound) after \(outcomes)" }
    }

    static let ends: [Row] = [
        Row(
            bound: "upon: merger", outcomes: "",
            answers: [("2025-05-01", .inForce, [.conditionPending("merger")])]),
        Row(
            bound: "upon: merger", outcomes: "- condition-satisfied: { condition: merger }",
            answers: [
                ("2025-04-30", .inForce, [.conditionPending("merger")]),
                (
                    "2025-05-01", .ended,
                    [
                        .statedEnd(.upon("merger")),
                        .conditionSatisfied("merger", PossibleDay("2025-05-01")),
                    ]
                ),
            ]),
        Row(
            bound: "upon: merger", outcomes: "- condition-lapsed: { condition: merger }",
            answers: [
                ("2025-04-30", .inForce, [.conditionPending("merger")]),
                ("2025-05-01", .inForce, []), ("2099-01-01", .inForce, []),
            ]),
        Row(
            bound: "upon: merger", outcomes: "- condition-waived: { condition: merger }",
            answers: [("2025-05-01", .inForce, [])]),
        Row(
            bound: "upon: merger", outcomes: "- condition-removed: { condition: merger }",
            answers: [
                ("2025-04-30", .inForce, [.conditionPending("merger")]),
                ("2025-05-01", .inForce, [.orphan("merger")]),
            ]),
        Row(
            bound: "first-of: [{ upon: merger }, { through: 2026-12-31 }]", outcomes: "",
            answers: [
                ("2026-12-31", .inForce, [.conditionPending("merger")]),
                (
                    "2027-01-01", .ended,
                    [.statedEnd(.firstOf([.upon("merger"), .through("2026-12-31")]))]
                ),
            ]),
        Row(
            bound: "first-of: [{ upon: merger }, { through: 2026-12-31 }]",
            outcomes: "- condition-removed: { condition: merger }",
            answers: [
                ("2026-12-31", .inForce, [.rebased("merger")]),
                (
                    "2027-01-01", .ended,
                    [.statedEnd(.through("2026-12-31")), .rebased("merger")]
                ),
            ]),
        Row(
            bound: "last-of: [{ upon: merger }, { through: 2026-12-31 }]", outcomes: "",
            answers: [("2027-01-01", .inForce, [.conditionPending("merger")])]),
        Row(
            bound: "last-of: [{ upon: merger }, { through: 2026-12-31 }]",
            outcomes: "- condition-satisfied: { condition: merger }",
            answers: [
                ("2025-05-01", .inForce, []), ("2026-12-31", .inForce, []),
                (
                    "2027-01-01", .ended,
                    [
                        .statedEnd(.lastOf([.upon("merger"), .through("2026-12-31")])),
                        .conditionSatisfied("merger", PossibleDay("2025-05-01")),
                    ]
                ),
            ]),
        Row(
            bound: "last-of: [{ upon: merger }, { through: 2026-12-31 }]",
            outcomes: "- condition-waived: { condition: merger }",
            answers: [("2026-12-31", .inForce, []), ("2027-01-01", .ended, nil)]),
        Row(
            bound: "first-of: [{ upon: merger }, { upon: listing }]",
            outcomes: "- condition-satisfied: { condition: listing }",
            answers: [
                (
                    "2025-04-30", .inForce,
                    [.conditionPending("listing"), .conditionPending("merger")]
                ),
                ("2025-05-01", .ended, nil),
            ]),
        Row(
            bound: "first-of: [{ upon: merger }, { upon: listing }]",
            outcomes: "- condition-removed: { condition: listing }",
            answers: [
                (
                    "2025-05-01", .inForce,
                    [.conditionPending("merger"), .rebased("listing")]
                )
            ]),
    ]

    static let starts: [Row] = [
        Row(
            bound: "upon: merger", outcomes: "",
            answers: [("2025-05-01", .notYet, [.conditionPending("merger")])]),
        Row(
            bound: "upon: merger", outcomes: "- condition-satisfied: { condition: merger }",
            answers: [
                ("2025-04-30", .notYet, [.conditionPending("merger")]),
                ("2025-05-01", .inForce, []),
            ]),
        Row(
            bound: "upon: merger", outcomes: "- condition-lapsed: { condition: merger }",
            answers: [
                ("2025-05-01", .notYet, [.conditionLapsed("merger", "outcome#1")]),
                ("2099-01-01", .notYet, [.conditionLapsed("merger", "outcome#1")]),
            ]),
        Row(
            bound: "upon: merger", outcomes: "- condition-waived: { condition: merger }",
            answers: [("2025-04-30", .notYet, nil), ("2025-05-01", .inForce, [])]),
        Row(
            bound: "upon: merger", outcomes: "- condition-removed: { condition: merger }",
            answers: [("2025-04-30", .notYet, nil), ("2025-05-01", .inForce, nil)]),
        Row(
            bound: "last-of: [{ upon: merger }, { from: 2026-01-01 }]",
            outcomes: "- condition-satisfied: { condition: merger }",
            answers: [
                ("2025-04-30", .notYet, [.conditionPending("merger")]),
                ("2025-05-01", .notYet, [.scheduled("2026-01-01")]),
                ("2026-01-01", .inForce, []),
            ]),
        Row(
            bound: "first-of: [{ upon: merger }, { from: 2026-01-01 }]", outcomes: "",
            answers: [("2025-12-31", .notYet, nil), ("2026-01-01", .inForce, [])]),
        Row(
            bound: "first-of: [{ upon: merger }, { from: 2026-01-01 }]",
            outcomes: "- condition-satisfied: { condition: merger }",
            answers: [("2025-04-30", .notYet, nil), ("2025-05-01", .inForce, [])]),
        Row(
            bound: "first-of: [{ upon: merger }, { from: 2026-01-01 }]",
            outcomes: "- condition-removed: { condition: merger }",
            answers: [("2025-12-31", .notYet, nil), ("2026-01-01", .inForce, nil)]),
    ]

    private func check(_ row: Row, _ field: String) throws {
        let opening = "\(Self.merger)\n\(Self.listing)\n\(fee("\(field): { \(row.bound) }"))"
        let story =
            row.outcomes.isEmpty
            ? try recordedStory(opening)
            : try recordedStory(opening, chapter("outcome", "2025-05-01", row.outcomes))
        for (day, status, reasons) in row.answers {
            let term = try #require(story.on(day).fee)
            #expect(term.status == status, "on \(day)")
            if let reasons { #expect(term.reasons == reasons, "on \(day)") }
        }
    }

    @Test(arguments: ends)
    func `an end on a condition`(_ row: Row) throws { try check(row, "ends") }

    @Test(arguments: starts)
    func `a start on a condition`(_ row: Row) throws { try check(row, "starts") }

    @Test func `a removed condition leaves the bound as what is left of it`() throws {
        let story = try recordedStory(
            "\(Self.merger)\n\(fee("ends: { first-of: [{ upon: merger }, { through: 2026-12-31 }] }"))",
            chapter("outcome", "2025-05-01", "- condition-removed: { condition: merger }"))
        story.on("2025-04-30").expect(
            "fee", .ends, "the first of: upon merger, through 2026-12-31")
        story.on("2025-05-01").expect("fee", .ends, "through 2026-12-31")
        let field = story.on("2025-05-01").fee?.field(.ends)
        #expect(field?.reasons == [.rebased("merger")])
        #expect(field?.furtherCauses.map(\.reference) == ["outcome#1"])
    }

    @Test func `a condition may be defined anew, and its readings with it`() throws {
        let story = try recordedStory(
            """
            - condition-defined:
                condition: agi
                text: A first wording
                decided-by: [the board]
            """,
            chapter(
                "redefined", "2025-05-01",
                """
                - condition-defined:
                    condition: agi
                    text: A second wording
                    readings:
                      - { reading: narrow, text: Only this }
                      - { reading: wide, text: This and that }
                """))
        let before = try #require(story.on("2025-04-30").copy.condition("agi"))
        let after = try #require(story.on("2025-05-01").copy.condition("agi"))
        #expect(before.text == "A first wording")
        #expect(before.decidedBy == ["the board"])
        #expect(after.text == "A second wording")
        #expect(after.readings.map(\.id) == ["narrow", "wide"])
        #expect(after.outcome == nil)
    }

    @Test func `the first thing that became of a condition stands`() throws {
        let story = try recordedStory(
            "\(Self.merger)\n\(fee("ends: { upon: merger }"))",
            chapter("closing", "2025-05-01", "- condition-satisfied: { condition: merger }"),
            chapter("removal", "2025-06-01", "- condition-removed: { condition: merger }"))
        story.on("2025-07-01").expect("fee", .ended)
        #expect(story.on("2025-07-01").copy.condition("merger")?.outcome == .satisfied)
    }

    @Test func `an outcome disclosed later is unknown before`() throws {
        let story = try recordedStory(
            "\(Self.merger)\n\(fee("ends: { upon: merger }"))",
            chapter(
                "closing", "2025-05-01", disclosed: "2025-05-20",
                "- condition-satisfied: { condition: merger }"))
        story.on("2025-05-10", disclosedBy: "2025-05-19").expect("fee", .inForce)
        story.on("2025-05-10", disclosedBy: "2025-05-20").expect("fee", .ended)
    }

    @Test func `a temporary change ends upon its condition and gives the base back`() throws {
        let story = try recordedStory(
            "\(Self.merger)\n\(fee())",
            chapter("rebate", "2025-01-01", amends("amount: USD 5", "lasts: { upon: merger }")),
            chapter("closing", "2025-05-01", "- condition-satisfied: { condition: merger }"))
        #expect(story.on("2025-04-30").feeAmount == "USD 5")
        #expect(story.on("2025-05-01").feeAmount == "USD 10")
        #expect(story.on("2030-01-01", recordedAt: 6).feeAmount == "USD 5")
    }

    /// What becomes of the condition of an exclusivity, and how the grant reads from that day on.
    @Test(
        arguments: [
            ("satisfied", "non-exclusive"), ("lapsed", "exclusive"), ("waived", "exclusive"),
            ("removed", "exclusive"),
        ] as [(String, ExpectedValue)])
    func `exclusivity falls away only when its condition comes about`(
        _ manner: String, _ exclusivity: ExpectedValue
    ) throws {
        let story = try recordedStory(
            """
            \(Self.merger)
            - term-added:
                term: grant
                kind: license-grant
                set:
                  grantor: a
                  grantee: b
                  subject: Moulds
                  exclusivity: exclusive
                  exclusive-until: { upon: merger }
                  ends: { through: 2030-12-31 }
            """,
            chapter("outcome", "2025-05-01", "- condition-\(manner): { condition: merger }"))
        story.on("2025-04-30").expect("grant", .exclusivity, .exclusive)
        story.on("2025-05-01").expect("grant", .exclusivity, exclusivity)
        story.on("2030-12-31").expect("grant", .inForce)
        story.on("2031-01-01").expect("grant", .ended)
    }
}
