import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What would take something away upon a condition is dropped with the condition, as an end upon it is.
struct TakenOutTests {
    private static let takers = [
        "agreement-terminated: { by: a, effective: { upon: merger } }",
        "term-removed: { term: fee, effective: { upon: merger } }",
        "term-suspended: { term: fee, effective: { upon: merger } }",
        "party-withdrew: { party: b, effective: { upon: merger } }",
        "right-waived: { term: fee, by: b, extent: half, effective: { upon: merger } }",
        "party-succeeded: { party: b, successor: c, name: C, effective: { upon: merger } }",
        "notice-given: { term: exit, by: a, takes-effect: { upon: merger } }",
    ]

    private func story(_ event: String, _ outcome: String) throws -> Story {
        try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            - term-added: { term: exit, kind: termination-right, set: { holder: a, ground: cause } }
            - \(event)
            """, chapter("outcome", "2021-01-01", outcome))
    }

    private func reads(_ story: Story, on day: Day) throws -> ConformedTerm {
        let term = try #require(story.on(day).copy.term("fee"))
        return term
    }

    @Test(arguments: takers, ["removed", "waived", "lapsed"])
    func `nothing is taken away once the condition is gone`(_ event: String, _ manner: String)
        throws
    {
        let story = try story(event, "- condition-\(manner): { condition: merger }")
        let (before, after) = (
            try reads(story, on: "2019-12-31"), try reads(story, on: "2022-01-01")
        )
        #expect(before.status == .notYet)
        #expect(after.status == .inForce)
        #expect(after.reasons.isEmpty)
        #expect(after.conditional.isEmpty)
        #expect(after.field(.payee)?.displayText == "b")
    }

    @Test(arguments: takers)
    func `it is taken away when the condition comes about, with that among the causes`(
        _ event: String
    ) throws {
        let story = try story(event, "- condition-satisfied: { condition: merger }")
        let lines = story.redline(
            from: story.on("2020-12-31"), to: story.on("2021-01-01")
        ).lines.filter { $0.path.conditional == nil && !$0.path.description.contains("merger") }
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(
                line.causes.contains { $0.event.kind == .conditionSatisfied }, "\(line.path)")
        }
    }

    @Test func `a length is counted as an end is, from the day after a last day`() throws {
        let story = try story(
            "term-removed: { term: fee, effective: { after: { of: { through: 2020-12-31 }, period: P1M } } }",
            "- condition-removed: { condition: merger }")
        #expect(try reads(story, on: "2021-01-31").status == .inForce)
        #expect(try reads(story, on: "2021-02-01").status == .ended)
    }

    @Test func `what may have come about before it was taken out may have taken away`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            - agreement-terminated: { by: a, effective: { upon: merger } }
            """,
            chapter(
                "gone", "on: 2021", disclosed: "2022-01-01",
                "- condition-removed: { condition: merger }"),
            chapter("came", "2021-06-01", "- condition-satisfied: { condition: merger }"))
        #expect(try reads(story, on: "2020-12-31").status == .inForce)
        #expect(try reads(story, on: "2022-06-01").status == .indeterminate)
    }

    @Test func `while it may be pending still, the change stands beside the term`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            - term-removed: { term: fee, effective: { upon: merger } }
            """,
            chapter(
                "gone", "on: 2021", disclosed: "2022-01-01",
                "- condition-removed: { condition: merger }"))
        #expect(try reads(story, on: "2021-03-01").conditional.map(\.effect) == [.removed])
        #expect(try reads(story, on: "2022-01-01").conditional.isEmpty)
    }

    @Test(arguments: [
        "term-removed: { term: fee, effective: { last-of: [{ first-of: [{ upon: merger }, { upon: listing }] }, { on: 2022-01-01 }] } }",
        "term-amended: { term: fee, set: { ends: { last-of: [{ first-of: [{ upon: merger }, { upon: listing }] }, { through: 2021-12-31 }] } } }",
    ])
    func `of several bounds, one that hangs on nothing but what is gone is left out`(
        _ event: String
    ) throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(ConditionTests.listing)
            \(fee())
            """, chapter("later", "2020-02-01", "- \(event)"),
            chapter(
                "gone", "2021-01-01",
                """
                - condition-removed: { condition: merger }
                - condition-removed: { condition: listing }
                """))
        #expect(try reads(story, on: "2021-12-31").status == .inForce)
        #expect(try reads(story, on: "2022-01-01").status == .ended)
    }

    @Test(arguments: [
        "agreement-terminated: { by: a, effective: { last-of: [{ upon: merger }, { on: 2021-01-01 }] } }",
        "term-amended: { term: fee, set: { ends: { last-of: [{ upon: merger }, { through: 2020-12-31 }] } } }",
    ])
    func `what waited for a condition ends nothing before the condition was gone`(
        _ event: String
    ) throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            """, chapter("end", "2020-02-01", "- \(event)"),
            chapter("gone", "2021-07-01", "- condition-removed: { condition: merger }"))
        #expect(try reads(story, on: "2021-06-30").status == .inForce)
        #expect(try reads(story, on: "2021-07-01").status == .ended)
    }

    @Test func `an end upon the first of two waits for the other once one is waived`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(ConditionTests.listing)
            \(fee())
            - agreement-terminated: { by: a, effective: { first-of: [{ upon: merger }, { upon: listing }] } }
            """, chapter("waived", "2021-01-01", "- condition-waived: { condition: merger }"))
        let changes = try reads(story, on: "2021-06-01").conditional
        #expect(changes.map(\.effect) == [.agreementEnded])
        #expect(changes.map(\.conditions) == [["listing"]])
    }

    @Test func `a successor that would leave is one that the term names`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            """,
            chapter("heir", "2020-06-01", "- party-succeeded: { party: b, successor: c, name: C }"),
            chapter(
                "leaves", "upon: merger", signed: "2020-07-01", disclosed: "2020-07-01",
                "- party-withdrew: { party: c }"))
        #expect(try reads(story, on: "2020-08-01").conditional.map(\.effect) == [.departed("c")])
    }

    @Test(arguments: [
        (
            "termination-right, set: { holder: a, ground: cause, notice: P3M }", "after",
            [ConditionalChange.Effect.agreementEnded]
        ),
        (
            "term-and-renewal, set: { ends: { through: 2030-12-31 }, renewal: automatic, renewal-period: P1Y }",
            "upon", [.notRenewed]
        ),
    ])
    func `a notice upon a condition says what it would end, and when`(
        _ kind: String, _ bound: String, _ effects: [ConditionalChange.Effect]
    ) throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            - term-added: { term: exit, kind: \(kind) }
            - notice-given: { term: exit, by: a, effective: { upon: merger } }
            """)
        let changes = try reads(story, on: "2020-02-01").conditional
        #expect(changes.map(\.effect) == effects)
        #expect(changes.allSatisfy { $0.bound.description.contains(bound) })
    }

    @Test(arguments: [
        ("", [ConditionalChange.Effect.agreementEnded]), (", survival: yes", []),
    ])
    func `a termination that waits reaches what is agreed after it, and nothing that outlives it`(
        _ more: String, _ effects: [ConditionalChange.Effect]
    ) throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            - agreement-terminated: { by: a, effective: { upon: merger } }
            """,
            chapter(
                "later", "2020-06-01",
                "- term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 10\(more) } }"
            ))
        #expect(try reads(story, on: "2020-07-01").conditional.map(\.effect) == effects)
    }

    @Test func `who may have left after it came back may be gone`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee())
            - party-withdrew: { party: b, effective: { upon: merger } }
            """,
            chapter(
                "came", "on: 2021", disclosed: "2022-01-01",
                "- condition-satisfied: { condition: merger }"),
            chapter("back", "2021-06-01", "- party-admitted: { party: b, name: B again }"))
        let reasons = try reads(story, on: "2022-07-01").reasons
        #expect(
            reasons.contains {
                if case .partyWithdrew("b", _, _) = $0 { true } else { false }
            })
    }

    @Test func `what it held back from beginning begins`() throws {
        let story = try story(
            "term-amended: { term: fee, set: { amount: USD 99 }, effective: { upon: merger } }",
            "- condition-removed: { condition: merger }")
        #expect(try reads(story, on: "2022-01-01").field(.amount)?.displayText == "USD 99")
    }
}
