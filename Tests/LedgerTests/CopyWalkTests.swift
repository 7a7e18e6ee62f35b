import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Copies made each from the one before are the copies that are made alone.
struct CopyWalkTests {
    private static func expectSame(_ story: Story) {
        let view = AgreementView(
            "story", history: story.events, from: Vantage(on: .first), resolvedTo: story.head)
        func alone(_ day: Day) -> ConformedCopy {
            view.reading.conformedCopy(
                from: view.on(day).vantage, resolved: view.resolved, outlook: false)
        }
        let days = view.reading.changeDays
        var last: ConformedCopy?
        var stops: [Day] = []
        for stop in CopyWalk(of: view) {
            let day = stop.copy.vantage.on
            stops.append(day)
            #expect(stop.copy == alone(day), "\(day)")
            if let last {
                expectUnchanged(since: last, by: stop.copy, beside: stop)
                expectUnchanged(since: last, by: alone(day.adding(days: -1)), beside: nil)
            }
            last = stop.copy
        }
        #expect(Set(days).isSubset(of: stops))
    }

    /// Of two copies, what a stop does not name is equal; without a stop, everything that may be named.
    private static func expectUnchanged(
        since last: ConformedCopy, by copy: ConformedCopy, beside stop: CopyWalk.Stop?
    ) {
        for (before, now) in zip(last.terms, copy.terms)
        where !(stop?.terms.contains(now.identity) ?? false) {
            #expect(before == now, "\(now.identity) on \(copy.vantage.on)")
        }
        if !(stop?.hasOtherContext ?? false) {
            #expect(last.conditions == copy.conditions, "\(copy.vantage.on)")
            #expect(last.disputes == copy.disputes, "\(copy.vantage.on)")
        }
    }

    @Test(arguments: 0..<Rounds.of(60))
    func `of any history, on every day on which something changes`(_ seed: Int) throws {
        Self.expectSame(
            try RandomHistory(seed: seed + 300, length: 10, revises: seed % 2 == 1).story)
    }

    @Test func `a party that leaves and is back, and one whose place another takes`() throws {
        Self.expectSame(
            try recordedStory(
                """
                \(ConditionTests.merger)
                \(fee())
                """,
                chapter("left", "2021-01-01", "- party-withdrew: { party: b }"),
                chapter("back", "2022-01-01", "- party-admitted: { party: b, name: B again }"),
                chapter(
                    "soon", "upon: merger", disclosed: "2022-06-01",
                    "- party-withdrew: { party: a }"),
                chapter("closed", "2023-03-01", "- condition-satisfied: { condition: merger }")))
    }

    /// A day that changes one term costs one term, however many there are.
    @Test func `what is worked out again is what changes`() throws {
        let terms = (0..<12).map {
            "- term-added: { term: fee-\($0), kind: fee, set: { payer: a, payee: b, amount: USD 1 } }"
        }
        let amendments = (0..<60).map { number in
            chapter(
                "raise-\(number)", Day("2020-02-01").adding(days: number * 7).description,
                "- term-amended: { term: fee-\(number % 12), set: { amount: USD \(number + 2) } }")
        }
        let story = try given(yaml: [firstChapter(terms.joined(separator: "\n"))] + amendments)
        let view = AgreementView(
            "story", history: story.events, from: Vantage(on: .first), resolvedTo: story.head)
        let looked = CopyWalk(of: view).map(\.terms.count)
        #expect(looked.reduce(0, +) <= 12 * 2 + 60)
        #expect(looked.count >= 60)
    }

    @Test func `a value that is another term's changes with it`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "second", "2020-06-01",
                "- term-added: { term: other, kind: fee, set: { payer: a, payee: b, per: P1Y, amount: { same-as: fee/amount } } }"
            ),
            chapter("dearer", "2021-01-01", amends("amount: USD 77")))
        Self.expectSame(story)
        let view = AgreementView(
            "story", history: story.events, from: Vantage(on: .first), resolvedTo: story.head)
        let last = CopyWalk(of: view).first { $0.copy.vantage.on == "2021-01-01" }
        #expect(last?.terms == ["fee", "other"])
    }
}
