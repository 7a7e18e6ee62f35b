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
        try told(
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

    @Test func `what it held back from beginning begins`() throws {
        let story = try story(
            "term-amended: { term: fee, set: { amount: USD 99 }, effective: { upon: merger } }",
            "- condition-removed: { condition: merger }")
        #expect(try reads(story, on: "2022-01-01").field(.amount)?.displayText == "USD 99")
    }
}
