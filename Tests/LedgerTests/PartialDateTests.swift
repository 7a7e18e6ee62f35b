import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// A month means the same for conditions, disputes and expectations as for terms: indeterminate inside it.
struct PartialDateTests {
    static let june = chapter(
        "june", "on: 2020-06", disclosed: "2020-07-01", kind: "report",
        """
        - condition-satisfied: { condition: merger }
        - dispute-raised: { dispute: d, by: [a], against: [b], about: [fee], stage: filed }
        - expectation-met: { expectation: e }
        """)

    static let opening = """
        \(ConditionTests.merger)
        - expectation-stated: { expectation: e, text: Paid, window: { through: 2020-12-31 } }
        \(fee("ends: { upon: merger }"))
        """

    @Test func `inside the month each is indeterminate`() throws {
        let copy = try recordedStory(Self.opening, Self.june).on("2020-06-15").copy
        #expect(copy.condition("merger")?.state == "indeterminate")
        #expect(copy.condition("merger")?.outcome == nil)
        #expect(copy.condition("merger")?.doubt?.states == ["pending", "satisfied"])
        #expect(copy.condition("merger")?.doubt?.first == "2020-06-01")
        #expect(copy.condition("merger")?.doubt?.last == "2020-06-30")
        #expect(copy.dispute("d")?.state == "indeterminate")
        #expect(copy.dispute("d")?.doubt?.states == ["not raised", "filed"])
        #expect(copy.expectations.first?.state == "indeterminate")
        #expect(copy.expectations.first?.isMet == false)
        #expect(copy.expectations.first?.doubt?.states == ["expected", "met"])
        #expect(copy.term("fee")?.status == .indeterminate)
    }

    @Test func `before it none has happened, and on its last day all have`() throws {
        let story = try recordedStory(Self.opening, Self.june)
        let before = story.on("2020-05-31").copy
        #expect(before.condition("merger")?.state == "pending")
        #expect(before.disputes.isEmpty)
        #expect(before.expectations.first?.state == "expected")
        #expect(before.term("fee")?.status == .inForce)
        let after = story.on("2020-06-30").copy
        #expect(after.condition("merger")?.state == "satisfied")
        #expect(after.condition("merger")?.doubt == nil)
        #expect(after.dispute("d")?.state == "filed")
        #expect(after.expectations.first?.state == "met")
        #expect(after.term("fee")?.status == .ended)
    }

    @Test func `a suspension of a month is indeterminate in it, and so is its end`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "stop", "on: 2020-06", disclosed: "2020-07-01",
                "- term-suspended: { term: fee, lasts: { through: 2021-02 } }"))
        let answers: [(Day, TermStatus)] = [
            ("2020-05-31", .inForce), ("2020-06-01", .indeterminate), ("2020-06-30", .suspended),
            ("2021-02-01", .suspended), ("2021-02-02", .indeterminate), ("2021-03-01", .inForce),
        ]
        for (day, status) in answers {
            #expect(story.on(day).fee?.status == status, "on \(day)")
        }
    }

    @Test func `a dispute that may have been resolved says so`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "sued", "2020-02-01", kind: "report",
                "- dispute-raised: { dispute: d, by: [a], about: [fee], stage: filed }"),
            chapter(
                "settled", "on: 2020-06", disclosed: "2020-07-01", kind: "report",
                "- dispute-resolved: { dispute: d, manner: settled, released: yes }"))
        #expect(story.on("2020-05-31").copy.dispute("d")?.state == "filed")
        let inside = story.on("2020-06-10").copy.dispute("d")
        #expect(inside?.doubt?.states == ["filed", "settled, past claims released"])
        #expect(inside?.resolution == nil)
        #expect(
            story.on("2020-06-30").copy.dispute("d")?.state == "settled, past claims released")
    }

    @Test func `a condition that may have been removed is neither pending nor gone from the end`()
        throws
    {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(fee("ends: { first-of: [{ upon: merger }, { through: 2025 }] }"))
            """,
            chapter(
                "gone", "on: 2020-06", disclosed: "2020-07-01",
                "- condition-removed: { condition: merger }"))
        #expect(story.on("2020-05-31").fee?.reasons == [.conditionPending("merger")])
        #expect(story.on("2020-06-15").fee?.reasons == [])
        #expect(story.on("2020-06-30").fee?.reasons == [.rebased("merger")])
    }
}
