import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// A month means the same for parties, waivers, notices and readings: inside it each is open.
struct PartialDatePartyTests {
    static let june = chapter(
        "june", "on: 2020-06", disclosed: "2020-07-01",
        """
        - party-renamed: { party: a, name: A2 }
        - party-withdrew: { party: a }
        - party-succeeded: { party: b, successor: c, name: C }
        - right-waived: { term: fee, by: b, extent: half }
        - notice-given: { term: fee, by: a }
        - term-moved: { term: fee, to: dues }
        - expectation-stated: { expectation: e, text: Paid, window: { through: 2020-12-31 } }
        """)

    private func party(_ id: PartyID, _ moment: StoryMoment) -> ConformedParty? {
        moment.copy.parties.first { $0.id == id }
    }

    @Test func `inside the month a party may have changed, and nothing is certain of it`() throws {
        let moment = try recordedStory(fee(), Self.june).on("2020-06-02")
        let within = OpenPartyChange.State.within(first: "2020-06-01", last: "2020-06-30")
        #expect(party("a", moment)?.name == "A")
        #expect(party("a", moment)?.hasWithdrawn == false)
        #expect(party("a", moment)?.open.map(\.effect) == [.renamed("A2"), .withdrew])
        #expect(party("a", moment)?.open.allSatisfy { $0.state == within } == true)
        #expect(party("b", moment)?.successors == [])
        #expect(party("b", moment)?.open.map(\.effect) == [.succeeded("c")])
        #expect(party("c", moment)?.open.map(\.effect) == [.admitted])
    }

    @Test func `before it none has happened, and on its last day all have`() throws {
        let story = try recordedStory(fee(), Self.june)
        let before = story.on("2020-05-31")
        #expect(before.copy.parties.map(\.id) == ["a", "b"])
        #expect(before.copy.parties.flatMap(\.open) == [])
        let after = story.on("2020-06-30")
        #expect(party("a", after)?.name == "A2")
        #expect(party("a", after)?.hasWithdrawn == true)
        #expect(party("b", after)?.successors == ["c"])
        #expect(after.copy.parties.flatMap(\.open) == [])
    }

    @Test func `inside the month a waiver, a notice and another id are said with the doubt`() throws
    {
        let story = try recordedStory(fee(), Self.june)
        let june = PossibleDay(first: "2020-06-01", last: "2020-06-30")
        let term = try #require(story.on("2020-06-02").copy.term("fee"))
        #expect(term.id == "fee")
        #expect(term.reasons.contains(.perhapsWaived("b", "june#4", june)))
        #expect(term.reasons.contains(.perhapsMoved("dues", june)))
        #expect(term.openDays["june#5"] == june)
        let after = try #require(story.on("2020-06-30").copy.term("fee"))
        #expect(after.id == "dues")
        #expect(after.reasons.contains(.waived("b", "june#4")))
        #expect(after.openDays == [:])
    }

    @Test func `inside the month an expectation may not have been stated`() throws {
        let copy = try recordedStory(fee(), Self.june).on("2020-06-02").copy
        #expect(copy.expectations.first?.doubt?.states == ["not stated", "expected"])
    }

    @Test func `a condition satisfied in a month, and an end in one, name no day of it`() throws {
        let met = chapter(
            "met", "on: 2020-06", disclosed: "2020-07-01",
            "- condition-satisfied: { condition: merger }")
        let june = PossibleDay(first: "2020-06-01", last: "2020-06-30")
        let copy = try recordedStory(
            "\(ConditionTests.merger)\n\(fee("ends: { upon: merger }"))", met
        )
        .on("2020-07-01").copy
        #expect(copy.term("fee")?.reasons.contains(.conditionSatisfied("merger", june)) == true)
        #expect(copy.condition("merger")?.since == june)
        let over = try recordedStory(
            """
            \(fee())
            - term-added: { term: span, kind: term-and-renewal, set: { ends: { through: 2020-06 } } }
            """
        ).on("2020-07-01").copy
        let reason = Reason.runsOut("span", first: june.first, last: june.last)
        #expect(over.term("fee")?.reasons.contains(reason) == true)
    }
}
