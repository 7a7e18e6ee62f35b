import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What waits for a condition is visible from the day it is agreed, whichever event agreed it.
struct ConditionalRestatementTests {
    static let restated = chapter(
        "anew", "upon: merger", signed: "2020-05-01", disclosed: "2020-05-01", kind: "restatement",
        """
        - agreement-restated:
            terms:
            - { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 90 } }
        """)

    static let opening = """
        \(ConditionTests.merger)
        \(fee("per: P1M"))
        \(duration)
        """

    @Test func `a restatement that waits shows what it would change of a term, and nothing else`()
        throws
    {
        let story = try recordedStory(Self.opening, Self.restated)
        #expect(story.on("2020-04-30").fee?.conditionalChanges == [])
        let ninety = ValueState.stated(.money(try #require(Money("USD 90"))))
        let changes = try #require(story.on("2020-05-01").fee?.conditionalChanges)
        #expect(changes.map(\.effect) == [.sets(.amount, ninety), .sets(.per, nil)])
        #expect(changes.allSatisfy { $0.event.reference == "anew#1" })
        #expect(story.on("2020-05-01").fee?.status == .inForce)
    }

    @Test func `a term that a waiting restatement leaves out waits to be removed`() throws {
        let story = try recordedStory(Self.opening, Self.restated)
        let term = story.on("2020-06-01").copy.term("duration")
        #expect(term?.conditional.map(\.effect) == [.removed])
        #expect(term?.status == .inForce)
    }

    @Test func `once the restatement has taken effect nothing waits`() throws {
        let story = try recordedStory(Self.opening, Self.restated, ConditionalChangeTests.met)
        #expect(story.on("2021-02-28").fee?.conditionalChanges.count == 2)
        #expect(story.on("2021-03-01").fee?.conditionalChanges == [])
        #expect(story.on("2021-03-01").feeAmount == "USD 90")
        let lines = story.redline(from: story.on("2021-02-28"), to: story.on("2021-03-01")).lines
        for line in lines.filter(\.isConditional) {
            #expect(line.causes.map(\.reference) == ["met#1"], "\(line.path)")
        }
    }

    @Test
    func `another id and a waiver wait with the term, a succession with the fields it reaches`()
        throws
    {
        let story = try recordedStory(
            Self.opening,
            chapter(
                "later", "upon: merger", signed: "2020-05-01", disclosed: "2020-05-01",
                """
                - term-moved: { term: fee, to: dues }
                - right-waived: { term: fee, by: b, extent: half }
                - party-succeeded: { party: b, successor: c, name: C }
                - party-withdrew: { party: a }
                """))
        let copy = story.on("2020-05-01").copy
        #expect(
            copy.term("fee")?.conditional.map(\.effect) == [
                .moved("dues"), .waived("b", extent: "half"), .departed("a"),
            ])
        #expect(
            copy.term("fee")?.field(.payee)?.conditional.map(\.effect) == [
                .sets(.payee, .stated(.party("c")))
            ])
        func open(_ id: PartyID) -> [OpenPartyChange.Effect]? {
            copy.parties.first { $0.id == id }?.open.map(\.effect)
        }
        #expect(open("a") == [.withdrew])
        #expect(open("b") == [.succeeded("c")])
        #expect(open("c") == [.admitted])
        #expect(copy.parties.first { $0.id == "b" }?.successors == [])
        #expect(story.on("2020-04-30").copy.parties.map(\.id) == ["a", "b"])
    }

    @Test func `what would begin upon a condition that lapsed waits for nothing`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(ConditionTests.listing)
            \(fee())
            - term-added: { term: late, kind: other, set: { text: x, starts: { upon: merger } } }
            """,
            chapter(
                "raise", "last-of: [{ upon: merger }, { upon: listing }]", signed: "2020-05-01",
                disclosed: "2020-05-01", amends("amount: USD 20")),
            chapter("gone", "2021-03-01", "- condition-lapsed: { condition: merger }"))
        #expect(story.on("2021-02-28").fee?.conditionalChanges.count == 1)
        #expect(story.on("2021-03-01").fee?.conditionalChanges == [])
        let late = story.on("2021-03-01").copy.term("late")
        #expect(late?.status == .notYet)
        #expect(late?.reasons == [.conditionLapsed("merger", "gone#1")])
    }

    @Test func `nothing else becomes of a condition that has lapsed`() throws {
        let recorded = try recordings(yaml: [
            firstChapter("\(ConditionTests.merger)\n\(fee())"),
            chapter("gone", "2021-03-01", "- condition-lapsed: { condition: merger }"),
            chapter("met", "2021-04-01", "- condition-satisfied: { condition: merger }"),
        ])
        let violation = try #require(Story(recorded).violations.first)
        #expect(violation.event == "met#1")
        #expect(violation.other == "gone#1")
        #expect(violation.message.contains("lapsed by 'gone#1'"))
    }
}
