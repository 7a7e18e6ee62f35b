import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// Agreed changes that wait for a condition: beside what governs until it comes about, and caused by what
/// satisfied it afterwards.
struct ConditionalChangeTests {
    static let opening = """
        \(ConditionTests.merger)
        \(fee())
        \(duration)
        """

    static let raise = chapter(
        "raise", "upon: merger", signed: "2020-05-01", disclosed: "2020-05-01",
        amends("amount: USD 20"))

    static let met = chapter("met", "2021-03-01", "- condition-satisfied: { condition: merger }")

    private func conditional(_ moment: StoryMoment) -> [ConditionalChange] {
        moment.fee?.field(.amount)?.conditional ?? []
    }

    @Test
    func `a change upon a pending condition stands beside the value from the day it is agreed`()
        throws
    {
        let story = try recordedStory(Self.opening, Self.raise)
        #expect(conditional(story.on("2020-04-30")).isEmpty)
        for day: Day in ["2020-05-01", "2021-06-01"] {
            let found = conditional(story.on(day))
            #expect(
                found.map(\.effect) == [
                    .sets(.amount, .stated(.money(try #require(Money("USD 20")))))
                ])
            #expect(found.map(\.conditions) == [["merger"]])
            #expect(found.map(\.event.reference) == ["raise#1"])
            #expect(story.on(day).feeAmount == "USD 10")
            #expect(story.on(day).fee?.field(.amount)?.isIndeterminate == false)
        }
    }

    @Test func `once it comes about, the satisfying event is among the causes`() throws {
        let story = try recordedStory(Self.opening, Self.raise, Self.met)
        let (before, after) = (story.on("2021-02-28"), story.on("2021-03-01"))
        #expect(conditional(before).count == 1)
        #expect(conditional(after).isEmpty)
        #expect(after.feeAmount == "USD 20")
        let field = try #require(after.fee?.field(.amount))
        #expect(field.governing.reference == "raise#1")
        #expect(field.furtherCauses.map(\.reference) == ["met#1"])
        let line = story.redline(from: before, to: after).lines.first { $0.path.facet == "amount" }
        #expect(Set(line?.causes.map(\.reference) ?? []) == ["raise#1", "met#1"])
    }

    @Test func `the redline of the day it is agreed has a line of its own`() throws {
        let story = try recordedStory(Self.opening, Self.raise)
        let redline = story.redline(from: story.on("2020-04-30"), to: story.on("2020-05-01"))
        #expect(redline.lines.map(\.isConditional) == [true])
        #expect(
            redline.lines.map(\.path.facet) == ["amount conditional (upon merger, raise#1)"])
        #expect(redline.lines.first?.causes.map(\.reference) == ["raise#1"])
        #expect(redline.lines.first?.path.conditional?.upon == "upon merger")
    }

    @Test func `a condition that lapses, or is removed, takes the change with it`() throws {
        for manner in ["lapsed", "removed"] {
            let story = try recordedStory(
                Self.opening, Self.raise,
                chapter("gone", "2021-03-01", "- condition-\(manner): { condition: merger }"))
            #expect(conditional(story.on("2021-02-28")).count == 1)
            #expect(conditional(story.on("2021-03-01")).isEmpty, "\(manner)")
        }
    }

    @Test
    func `a field that the term has not yet, and events on the term itself, stand with the term`()
        throws
    {
        let story = try recordedStory(
            Self.opening,
            chapter(
                "later", "upon: merger", signed: "2020-05-01", disclosed: "2020-05-01",
                """
                \(amends("per: P1M"))
                - term-removed: { term: fee }
                - term-suspended: { term: duration }
                """))
        let copy = story.on("2020-06-01").copy
        #expect(copy.term("fee")?.field(.per) == nil)
        #expect(copy.term("fee")?.conditional.map(\.effect.field) == [.per, nil])
        #expect(copy.term("fee")?.conditional.last?.effect == .removed)
        #expect(copy.term("duration")?.conditional.map(\.effect) == [.suspended])
        #expect(copy.term("fee")?.status == .inForce)
    }

    @Test func `a value for a time that ends upon a condition says what comes back`() throws {
        let story = try recordedStory(
            Self.opening,
            chapter("cut", "2020-06-01", amends("amount: USD 5", "lasts: { upon: merger }")),
            chapter("met", "2021-03-01", "- condition-satisfied: { condition: merger }"))
        let ten = ValueState.stated(.money(try #require(Money("USD 10"))))
        #expect(conditional(story.on("2020-05-31")).isEmpty)
        #expect(conditional(story.on("2020-06-01")).map(\.effect) == [.reverts(.amount, ten)])
        #expect(story.on("2021-02-28").feeAmount == "USD 5")
        #expect(story.on("2021-03-01").feeAmount == "USD 10")
        #expect(conditional(story.on("2021-03-01")).isEmpty)
        let redline = story.redline(from: story.on("2021-02-28"), to: story.on("2021-03-01"))
        let line = try #require(redline.lines.first { $0.path.facet == "amount" })
        #expect(line.causes.map(\.reference).contains("met#1"))
    }

    @Test func `what waits for one condition of several says for which`() throws {
        let story = try recordedStory(
            """
            \(ConditionTests.merger)
            \(ConditionTests.listing)
            \(fee())
            """,
            chapter(
                "raise", "last-of: [{ upon: merger }, { upon: listing }]", signed: "2020-05-01",
                disclosed: "2020-05-01", amends("amount: USD 20")),
            chapter("met", "2021-03-01", "- condition-satisfied: { condition: merger }"))
        #expect(conditional(story.on("2021-02-28")).map(\.conditions) == [["listing", "merger"]])
        #expect(conditional(story.on("2021-03-01")).map(\.conditions) == [["listing"]])
        #expect(story.on("2021-03-01").feeAmount == "USD 10")
    }

    @Test func `a term that has ended waits for nothing`() throws {
        let story = try recordedStory(
            Self.opening, Self.raise,
            chapter("out", "2020-09-01", "- term-removed: { term: fee }"))
        #expect(conditional(story.on("2020-08-31")).count == 1)
        #expect(story.on("2020-09-01").fee?.conditionalChanges == [])
    }

    @Test func `a term that is over says that it begins anew, upon what, and as what`() throws {
        let again = """
            - term-added:
                term: fee
                kind: fee
                set: { payer: a, payee: b, amount: USD 20 }
            """
        let story = try recordedStory(
            Self.opening,
            chapter("out", "2020-09-01", "- term-removed: { term: fee }"),
            chapter("again", "upon: merger", signed: "2020-10-01", disclosed: "2020-10-01", again),
            Self.met)
        #expect(story.on("2020-09-30").fee?.conditionalChanges == [])
        let waiting = try #require(story.on("2020-10-01").fee)
        #expect(waiting.status == .ended)
        #expect(waiting.conditional.map(\.effect) == [.added])
        #expect(
            conditional(story.on("2020-10-01")).map(\.effect.value)
                == [.stated(.money(try #require(Money("USD 20"))))])
        let after = try #require(story.on("2021-03-01").fee)
        #expect(after.status == .inForce)
        #expect(after.conditionalChanges == [])
    }

    @Test func `the history of a field lists what it waits for, and what satisfied its steps`()
        async throws
    {
        func history(_ chapters: String...) async throws -> FieldHistory {
            let clock = TestClock()
            let book = Book(store: InMemoryStore(clock: { clock.now() }))
            let all = [firstChapter(Self.opening)] + chapters
            for recording in try DeedbookTesting.recordings(yaml: all) {
                _ = try await book.record(recording, by: "ana")
            }
            let explanation = try await book.explanation(
                of: "story", term: "fee", field: .amount, from: Vantage(on: "2022-01-01"))
            return try #require(explanation.fields.first)
        }
        let waiting = try await history(Self.raise)
        #expect(waiting.conditional.map(\.event.reference) == ["raise#1"])
        #expect(waiting.steps.stated().count == 1)
        let done = try await history(Self.raise, Self.met)
        #expect(done.conditional.isEmpty)
        #expect(
            done.steps.stated().map { $0.value.conditions.map(\.reference) } == [[], ["met#1"]])
    }
}
