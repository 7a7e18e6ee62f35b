import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// A true later fact is never refused because of what had been scheduled: the step is overtaken. What an event
/// may do is judged by what the parties had agreed before it.
struct OvertakenTests {
    /// A fee with a step of 2026, and what came before that day.
    static func overtaken(_ description: String, fee: String = "", _ later: LifeCase.Paper)
        -> LifeCase
    {
        LifeCase(
            description, fee: fee,
            opening: [
                "term-amended: { term: f, set: { amount: USD 60 }, effective: { on: 2026-01-01 } }"
            ], later: [later])
    }

    static let overtakers: [LifeCase] = [
        overtaken("a termination", notice("2025-10-01", "agreement-terminated: { by: a }")),
        overtaken("a removal", amendment("2025-10-01", "term-removed: { term: f }")),
        overtaken("a restatement without the term", restatement("2025-10-01", without)),
        overtaken(
            "an earlier end",
            amendment(
                "2025-10-01", "term-amended: { term: f, set: { ends: { through: 2025-12-31 } } }")),
        overtaken(
            "a satisfied condition", fee: "ends: { upon: c }",
            notice("2025-10-01", "condition-satisfied: { condition: c }")),
        overtaken(
            "another agreement", amendment("2025-10-01", "agreement-superseded: { successor: y }")),
    ]

    @Test(arguments: overtakers)
    func `what ends a term overtakes its later step, and is named there`(_ row: LifeCase) throws {
        let story = try row.story
        let view = AgreementView(
            "x", history: story.events, from: Vantage(on: "2026-06-01"), resolvedTo: story.head)
        #expect(view.copy().term("f")?.status == .ended)
        let amount = view.history(of: "f")?.fields.first { $0.name == .amount }
        let steps = try #require(amount?.steps.stated())
        let step = try #require(steps.last)
        #expect(step.from == "2026-01-01")
        #expect(step.value.overtakenBy.contains { $0.recording.key == "r1" })
        #expect(steps.dropLast().allSatisfy { $0.value.overtakenBy.isEmpty })
    }

    @Test
    func `a fact that begins the agreement is true whatever had been scheduled to end upon it`()
        throws
    {
        let row = LifeCase(
            "r4",
            opening: [
                "term-added: { term: out, kind: termination-right, set: { holder: a, ground: cause, starts: { on: 2021-01-01 }, ends: { upon: c } } }",
                "condition-satisfied: { condition: c, effective: { on: 2020-06-01 } }",
            ])
        let readers = Readers(try row.story, of: "x")
        for day: Day in ["2020-06-01", "2021-01-01", "2030-01-01"] {
            #expect(readers.terms("out", on: day) == .over)
        }
    }

    @Test
    func
        `an amendment of a term that was over when it was agreed is refused, and names what ended it`()
        throws
    {
        let row = LifeCase(
            "late",
            later: [
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment("2021-06-01", "term-amended: { term: f, set: { amount: USD 70 } }"),
            ])
        let violation = try #require(try row.quietStory.violations.first)
        #expect(violation.message.contains("has ended by 2021-06-01"))
        #expect(violation.other == "r1#1")
    }

    @Test func `it is accepted where it acknowledges what ended the term`() throws {
        let row = LifeCase(
            "despite",
            later: [
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment(
                    "2021-06-01",
                    "term-amended: { term: f, set: { amount: USD 70 }, despite: [r1#1] }"),
            ])
        let story = try row.quietStory
        #expect(story.violations.isEmpty)
        let readers = Readers(story, of: "x")
        #expect(readers.terms("f", on: "2021-07-01") == .over)
    }

    @Test func `acknowledging another event is not enough`() throws {
        let row = LifeCase(
            "despite",
            later: [
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment(
                    "2021-06-01",
                    "term-amended: { term: f, set: { amount: USD 70 }, despite: [r0#1] }"),
            ])
        let story = try row.quietStory
        #expect(story.violations.count == 1)
    }

    @Test func `a suspension, a waiver and a report of one life do not hang on the next`() throws {
        let row = LifeCase(
            "earlier life",
            later: [
                amendment(
                    "2020-06-01", "term-suspended: { term: f }",
                    "right-waived: { term: f, by: b, extent: all }",
                    "value-reported: { term: f, field: amount, value: USD 5 }"),
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment("2022-05-01", again()),
            ])
        let story = try row.story
        func term(_ day: Day) throws -> ConformedTerm {
            let view = AgreementView(
                "x", history: story.events, from: Vantage(on: day), resolvedTo: story.head)
            return try #require(view.copy().term("f"))
        }
        let first = try term("2020-07-01")
        #expect(first.status == .suspended)
        #expect(first.field(.amount)?.competing.count == 1)
        let second = try term("2022-06-01")
        #expect(second.status == .inForce)
        #expect(second.reasons.isEmpty)
        #expect(second.remarks.isEmpty)
        #expect(second.field(.amount)?.competing.isEmpty == true)
    }

    @Test func `no step or window of a replaced text reaches into the restated one`() throws {
        let row = LifeCase(
            "restated",
            opening: [
                "term-amended: { term: f, set: { amount: USD 60 }, effective: { on: 2026-01-01 } }",
                "term-amended: { term: f, set: { amount: USD 90 }, lasts: { through: 2026-12-31 }, effective: { on: 2026-06-01 } }",
            ], later: [restatement("2025-01-01", restated())])
        let story = try row.story
        for day: Day in ["2025-06-01", "2026-03-01", "2026-09-01", "2027-06-01"] {
            let view = AgreementView(
                "x", history: story.events, from: Vantage(on: day), resolvedTo: story.head)
            #expect(view.copy().term("f")?.field(.amount)?.value.displayText == "USD 20")
        }
    }
}
