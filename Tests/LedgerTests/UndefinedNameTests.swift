import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// What formulas, schedules and bounds name must be there, or is remarked: in the agreement, or in what is recorded
/// together with it.
struct UndefinedNameTests {
    private func adds(_ term: String, _ set: String, kind: String = "royalty") -> String {
        "- term-added: { term: \(term), kind: \(kind), set: { payer: a, payee: b, \(set) } }"
    }

    private func refused(_ events: String) async throws -> [Violation] {
        try await refusals(of: [firstChapter(fee()), chapter("more", "2021-01-01", events)])
    }

    /// What recordings name that is neither in a book of the first texts nor in any of the others.
    private func loose(
        after recorded: [String], in files: [String]
    ) async throws -> (violations: [Violation], remarks: [Violation]) {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        for recording in try recordings(yaml: recorded) {
            _ = try await book.record(recording, by: "ana")
        }
        let loose = try await book.undefinedNames(in: try recordings(yaml: files))
        return (loose.violations.values.flatMap { $0 }, loose.remarks.values.flatMap { $0 })
    }

    // MARK: By itself

    @Test
    func `a formula that names a field which its term cannot have is refused with the nearest`()
        async throws
    {
        let found = try await refused(adds("r", "formula: 'max(5% of [sales], minimun)'"))
        #expect(found.count == 1)
        #expect(found.first?.message == "'minimun' is no amount, rate or count")
        #expect(found.first?.hint?.hasPrefix("did you mean minimum?") ?? false)
        #expect(found.first?.mark != nil)
        let other = try await refused(adds("r", "formula: 'max(5% of [sales], commitment)'"))
        #expect(other.count == 1)
        #expect(
            other.first?.message.contains("names 'commitment', an unknown field of a royalty")
                ?? false)
        #expect(
            try await refused(adds("r", "minimum: USD 1, formula: 'max(5% of [sales], minimum)'"))
                .isEmpty)
    }

    @Test(arguments: ["term-added", "term-amended"])
    func `a condition of a schedule that none defines is refused, once`(_ event: String)
        async throws
    {
        let schedule = "schedule: [{ due: { upon: launch }, amount: USD 10 }]"
        let more =
            event == "term-added"
            ? adds("s", schedule, kind: "fee") : amends("amount: none, \(schedule)")
        let found = try await refused(more)
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix("unknown condition 'launch'") ?? false)
        let defined = "- condition-defined: { condition: launch, text: It starts }\n"
        #expect(try await refused(defined + more).isEmpty)
    }

    @Test func `what is in the book stays there, and holds nothing up`() async throws {
        // Recorded before this was looked at: only what is new is held against it.
        let story = try recordings(
            yaml: [
                firstChapter(
                    adds("s", "schedule: [{ due: { upon: launch }, amount: USD 1 }]", kind: "fee")),
                chapter("later", "2021-01-01", "- term-reaffirmed: { term: s }"),
            ])
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        _ = try await book.store.append(story[0], by: "ana", expecting: [:])
        #expect(try await book.violations(of: story[1], by: "ana").isEmpty)
    }

    // MARK: Together

    private let uses = chapter(
        "uses", "2021-01-01",
        "- term-added: { term: r, kind: royalty, set: { payer: a, payee: b, formula: 'licence/amount' } }"
    )

    @Test func `a formula that names a term which is nowhere is reported with the nearest`()
        async throws
    {
        let other =
            "- term-added: { term: license, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }"
        let found = try await loose(after: [firstChapter(other)], in: [uses]).violations
        #expect(
            found.map(\.message) == ["unknown term 'licence' in the formula 'licence/amount'"])
        #expect(
            found.map(\.hint) == [
                "did you mean license? name a term of this agreement as term/field"
            ])
    }

    @Test func `a term that comes later in the same set is there`() async throws {
        let defines = chapter(
            "defines", "2021-02-01",
            "- term-added: { term: licence, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }"
        )
        let first = firstChapter(fee())
        #expect(try await loose(after: [first], in: [uses, defines]).violations.isEmpty)
        #expect(try await loose(after: [first], in: [uses]).violations.count == 1)
        #expect(try await loose(after: [], in: [first, uses, defines]).violations.isEmpty)
        #expect(try await loose(after: [first, defines], in: [uses]).violations.isEmpty)
    }

    @Test func `a field that the other term cannot have is reported`() async throws {
        let wrong = uses.replacing("licence/amount", with: "fee/minimum")
        let found = try await loose(after: [firstChapter(fee())], in: [wrong]).violations
        #expect(found.count == 1)
        #expect(
            found.first?.message.contains("names 'minimum', an unknown field of a fee") ?? false)
    }

    @Test func `a figure that is spelled almost as another is remarked, any other is not`()
        async throws
    {
        let known = adds("k", "rate: 5% of net sales")
        func remarks(_ base: String) async throws -> [Violation] {
            let uses = chapter("uses", "2021-01-01", adds("r", "formula: '5% of [\(base)]'"))
            return try await loose(after: [firstChapter(known)], in: [uses]).remarks
        }
        #expect(try await remarks("net slaes").map(\.hint) == ["did you mean net sales?"])
        #expect(try await remarks("net sales").isEmpty)
        #expect(try await remarks("units shipped").isEmpty)
    }

    @Test func `a calendar that is neither shipped nor defined is remarked once a recording`()
        async throws
    {
        func bound(_ name: String) -> String {
            "{ after: { of: { on: 2021-01-01 }, business-days: 5, calendar: \(name) } }"
        }
        func remarks(_ name: String, _ more: String = "") async throws -> [Violation] {
            let events =
                more + amends("ends: \(bound(name))") + "\n"
                + adds("r", "rate: 5% of sales, ends: \(bound(name))")
            return try await loose(
                after: [firstChapter(fee())], in: [chapter("uses", "2021-01-01", events)]
            ).remarks
        }
        let found = try await remarks("londn")
        #expect(found.count == 1)
        #expect(found.first?.message.contains("'londn' is neither shipped nor defined") ?? false)
        #expect(found.first?.hint?.hasPrefix("did you mean london?") ?? false)
        #expect(try await remarks("london").isEmpty)
        let defines = "- calendar-defined: { calendar: oslo, from: 2020, through: 2030 }\n"
        #expect(try await remarks("oslo", defines).isEmpty)
    }
}
