import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// What a book refuses, and which events the refusal names.
struct ValidationTests {
    /// What is recorded first, what is then refused, and words of the refusal.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var opening = fee()
        var before: [String] = []
        let refused: String
        let words: [String]
    }

    static let amendments: [Row] = [
        Row(
            testDescription: "an amendment before the term's life",
            refused: chapter("bad", "2019-01-01", amends("amount: USD 20")),
            words: ["'fee' does not exist on 2019-01-01"]),
        Row(
            testDescription: "an amendment after the term's life",
            opening: fee("ends: { through: 2021-12-31 }"),
            refused: chapter("bad", "2022-01-01", amends("amount: USD 20")),
            words: ["'fee' has ended by 2022-01-01"]),
        Row(
            testDescription: "an amendment after the term's life names what may have extended it",
            opening: fee("ends: { through: 2021-12-31 }"),
            before: [chapter("unread", "2021-06-01", "- instrument-noted: { terms: [fee] }")],
            refused: chapter("bad", "2022-01-01", amends("amount: USD 20")),
            words: [
                "'fee' has ended by 2022-01-01; what was not read may have extended it: 'unread'"
            ]),
        Row(
            testDescription: "a `was` that another instrument may explain names it",
            before: [chapter("unread", "2021-06-01", "- instrument-noted: {}")],
            refused: chapter(
                "bad", "2022-01-01",
                "- term-amended: { term: fee, was: { amount: USD 15 }, set: { amount: USD 20 } }"),
            words: ["just before 2022-01-01", "what was not read may have changed it: 'unread'"]),
        Row(
            testDescription: "an amendment of a removed term",
            before: [chapter("gone", "2021-01-01", "- term-removed: { term: fee }")],
            refused: chapter("bad", "2022-01-01", amends("amount: USD 20")),
            words: ["'fee' has ended by 2022-01-01"]),
        Row(
            testDescription: "a redaction of what a correction repeats",
            before: [
                chapter("raise", "2021-01-01", amends("amount: USD 77")),
                chapter(
                    "fix", "2021-02-01",
                    RecordEventTests.corrected("raise#1", to: "amount: USD 77, per: P1M")),
            ],
            refused: chapter(
                "bad", "2022-01-01", "- payload-redacted: { event: raise#1, authority: court }"),
            words: ["'fix#1' corrects 'raise#1' and repeats what is redacted"]),
        Row(
            testDescription: "an amendment of an unknown term names the nearest",
            refused: chapter(
                "bad", "2022-01-01", "- term-amended: { term: fees, set: { amount: USD 20 } }"),
            words: ["unknown term 'fees'"]),
        Row(
            testDescription: "an unknown field names the allowed ones",
            refused: chapter("bad", "2022-01-01", amends("price: USD 20")),
            words: ["unknown field 'price' of a fee"]),
        Row(
            testDescription: "a value of the wrong type",
            refused: chapter("bad", "2022-01-01", amends("amount: a lot")),
            words: ["a lot", "is not an amount of money"]),
        Row(
            testDescription: "`was` that does not match what governs just before",
            refused: chapter(
                "bad", "2022-01-01", amends("amount: USD 20", "was: { amount: USD 9 }")),
            words: ["was USD 9", "it was USD 10"]),
        Row(
            testDescription:
                "a number that makes an onward amendment wipe what it did not acknowledge",
            opening: "\(fee())\n\(duration)",
            before: [
                chapter(
                    "n1", "2020-06-01", disclosed: "2020-02-19", number: 1, amends("amount: USD 12")
                ),
                chapter(
                    "onw", "2020-03-01", disclosed: "2020-01-30",
                    amends("amount: USD 11", "onward: { wipes: [] }")),
            ],
            refused: chapter(
                "bad", "2020-02-01", disclosed: "2020-01-20", number: 2,
                "- term-amended: { term: duration, set: { renewal: none } }"),
            words: [
                "'bad#1' would make the recorded event 'onw#1' invalid",
                "does not acknowledge exactly what it wipes",
            ]),
        Row(
            testDescription: "onward that does not acknowledge what it wipes",
            before: [
                chapter(
                    "step", "2025-01-01", signed: "2021-01-01", disclosed: "2021-01-01",
                    amends("amount: USD 30"))
            ],
            refused: chapter(
                "bad", "2022-01-01", signed: "2021-06-01", disclosed: "2021-06-01",
                amends("amount: USD 20", "onward: { wipes: [] }")),
            words: ["does not acknowledge exactly what it wipes"]),
        Row(
            testDescription: "a temporary amendment that ends before it begins",
            refused: chapter(
                "bad", "2022-01-01", amends("amount: USD 20", "lasts: { through: 2021-01-01 }")),
            words: ["before it begins"]),
        Row(
            testDescription: "a temporary amendment cannot be onward",
            refused: chapter(
                "bad", "2022-01-01",
                amends("amount: USD 20", "lasts: { through: 2023-01-01 }, onward: { wipes: [] }")),
            words: ["cannot be temporary and onward"]),
    ]

    static let others: [Row] = [
        Row(
            testDescription: "a term that is there cannot be added",
            refused: chapter("bad", "2022-01-01", fee()), words: ["is there already on 2022-01-01"]),
        Row(
            testDescription: "a term keeps its kind",
            before: [chapter("gone", "2021-01-01", "- term-removed: { term: fee }")],
            refused: chapter(
                "bad", "2022-01-01",
                "- term-added: { term: fee, kind: governing-law, set: { law: Law of X } }"),
            words: ["is a fee, not a governing-law"]),
        Row(
            testDescription: "a required field that is left out",
            refused: chapter(
                "bad", "2022-01-01", "- term-added: { term: x, kind: fee, set: { payer: a } }"),
            words: ["'payee' is missing"]),
        Row(
            testDescription: "a period reversed",
            refused: chapter(
                "bad", "2022-01-01",
                "- term-added: { term: x, kind: governing-law, set: { law: X, "
                    + "ends: { through: 2021-01-01 } } }"),
            words: ["before it starts"]),
        Row(
            testDescription: "a condition that is not defined",
            refused: chapter("bad", "2022-01-01", amends("ends: { upon: merger }")),
            words: ["unknown condition 'merger'"]),
        Row(
            testDescription: "an effective day that is an end",
            refused: chapter(
                "bad", "through: 2022-01-01", disclosed: "2022-01-01", amends("amount: USD 20")),
            words: ["is an end"]),
        Row(
            testDescription: "an effective day that is an expectation",
            refused: chapter(
                "bad", "soft: 2022-01/2022-02", disclosed: "2022-01-01", amends("amount: USD 20")),
            words: ["is an expectation"]),
        Row(
            testDescription: "a silence about a term that ended",
            opening: fee("ends: { through: 2021-12-31 }"),
            refused: chapter("bad", "2022-01-01", "- term-reaffirmed: { term: fee }"),
            words: ["'fee' has ended by 2022-01-01"]),
        Row(
            testDescription: "an agreement recorded twice",
            refused: chapter(
                "bad", "2022-01-01", "- agreement-recorded: { title: Again, zone: UTC }"),
            words: ["already recorded"]),
        Row(
            testDescription: "an unknown party",
            refused: chapter("bad", "2022-01-01", "- party-withdrew: { party: z }"),
            words: ["unknown party 'z'"]),
        Row(
            testDescription: "an id that a term had cannot be taken by another",
            before: [
                chapter(
                    "law", "2021-01-01",
                    "- term-added: { term: law, kind: governing-law, set: { law: Law of X } }")
            ],
            refused: chapter("bad", "2022-01-01", "- term-moved: { term: law, to: fee }"),
            words: ["'fee' exists already"]),
    ]

    static let record: [Row] = [
        Row(
            testDescription: "a correction of an unknown event",
            refused: chapter(
                "bad", "2022-01-01", RecordEventTests.corrected("raise#1", to: "amount: USD 1")),
            words: ["unknown event 'raise#1'"]),
        Row(
            testDescription: "a correction into another kind",
            refused: chapter(
                "bad", "2022-01-01", RecordEventTests.corrected("opening#4", to: "amount: USD 1")),
            words: ["a term-added cannot be corrected into a term-amended"]),
        Row(
            testDescription: "a correction of a rescission, which would change nothing",
            before: [
                chapter(
                    "undo", "2021-06-01", "- event-rescinded: { event: opening#4, reason: x }")
            ],
            refused: chapter(
                "bad", "2022-01-01",
                """
                - event-corrected:
                    event: undo#1
                    replacement: { event-rescinded: { event: opening#4, reason: y } }
                    reason: z
                """),
            words: ["an event-rescinded cannot be corrected"]),
        Row(
            testDescription: "a correction of a correction, which would change nothing",
            before: [
                chapter("raise", "2021-06-01", amends("amount: USD 20")),
                chapter(
                    "fix", "2021-07-01",
                    RecordEventTests.corrected("raise#1", to: "amount: USD 21")),
            ],
            refused: chapter(
                "bad", "2022-01-01",
                """
                - event-corrected:
                    event: fix#1
                    replacement:
                      event-corrected:
                        event: raise#1
                        replacement: { term-amended: { term: fee, set: { amount: USD 22 } } }
                        reason: misread
                    reason: misread again
                """),
            words: ["an event-corrected cannot be corrected"]),
        Row(
            testDescription: "b-r11: a move of a recording whose events name their own days",
            before: [
                chapter(
                    "raise", "2022-01-01",
                    amends("amount: USD 20", "effective: { on: 2022-01-01 }"))
            ],
            refused: chapter(
                "bad", "2022-02-01",
                "- effective-date-moved: { recording: raise, to: { on: 2022-05-01 } }"),
            words: ["every event of 'raise' names its own effective day"]),
        Row(
            testDescription: "b-r11: a move of an event of the record, which holds from no day",
            before: [
                chapter("raise", "2021-06-01", amends("amount: USD 20")),
                chapter(
                    "fix", "2021-07-01",
                    RecordEventTests.corrected("raise#1", to: "amount: USD 21")),
            ],
            refused: chapter(
                "bad", "2022-02-01",
                "- effective-date-moved: { event: fix#1, to: { on: 2022-05-01 } }"),
            words: ["an event-corrected holds from no day that could be moved"]),
        Row(
            testDescription: "b-r11: a move to the day from which the event holds already",
            before: [chapter("raise", "2022-01-01", amends("amount: USD 20"))],
            refused: chapter(
                "bad", "2022-02-01",
                "- effective-date-moved: { event: raise#1, to: { on: 2022-01-01 } }"),
            words: ["'raise#1' holds on 2022-01-01 already"]),
        Row(
            testDescription: "a record event that acts on itself",
            refused: chapter(
                "bad", "2022-01-01", "- event-rescinded: { event: bad#1, reason: x }"),
            words: ["'bad#1' is not recorded before this event"]),
        Row(
            testDescription: "a move of an unknown recording",
            refused: chapter(
                "bad", "2022-01-01",
                "- effective-date-moved: { recording: nothing, to: { on: 2023-01-01 } }"),
            words: ["unknown recording 'nothing'"]),
        Row(
            testDescription: "a withdrawal of what is no report",
            refused: chapter(
                "bad", "2022-01-01", "- report-withdrawn: { event: opening#4, reason: x }"),
            words: ["is no report"]),
        Row(
            testDescription: "a field that no instrument has",
            refused: chapter(
                "bad", "2022-01-01",
                "- value-reported: { instrument: opening, field: colour, value: red }"),
            words: ["'colour' is not a field of an instrument"]),
        Row(
            testDescription: "an end of a dispute that was not raised",
            refused: chapter(
                "bad", "2022-01-01",
                "- dispute-resolved: { dispute: x, manner: settled, released: yes }"),
            words: ["unknown dispute 'x'"]),
        Row(
            testDescription: "an expectation met that was not stated",
            refused: chapter("bad", "2022-01-01", "- expectation-met: { expectation: x }"),
            words: ["unknown expectation 'x'"]),
    ]

    static let backDated: [Row] = [
        Row(
            testDescription: "a back-dated amendment that breaks a later `was` names both",
            before: [
                chapter("raise", "2022-01-01", amends("amount: USD 20", "was: { amount: USD 10 }"))
            ],
            refused: chapter(
                "bad", "2021-01-01", signed: "2023-01-01", disclosed: "2023-01-01",
                amends("amount: USD 15")),
            words: ["bad#1", "raise#1", "it was USD 15"]),
        Row(
            testDescription: "a back-dated removal that breaks a later amendment names both",
            before: [chapter("raise", "2022-01-01", amends("amount: USD 20"))],
            refused: chapter(
                "bad", "2021-01-01", disclosed: "2021-06-01", "- term-removed: { term: fee }"),
            words: ["bad#1", "raise#1", "has ended by 2022-01-01"]),
        Row(
            testDescription: "a rescission that breaks a later event names both",
            before: [
                chapter("law", "2021-01-01", ConditionTests.merger),
                chapter("use", "2022-01-01", amends("ends: { upon: merger }")),
            ],
            refused: chapter(
                "bad", "2023-01-01", "- event-rescinded: { event: law#1, reason: x }"),
            words: ["bad#1", "use#1", "unknown condition 'merger'"]),
    ]

    @Test(arguments: amendments + others + record + backDated + payments)
    func `is refused, with the reason, and nothing is written`(_ row: Row) async throws {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        let all = try recordings(yaml: [firstChapter(row.opening)] + row.before + [row.refused])
        for recording in all.dropLast() { _ = try await book.record(recording, by: "ana") }
        let head = try await book.head()
        let last = try #require(all.last)
        let error = await #expect(throws: DeedbookError.self) {
            try await book.record(last, by: "ana")
        }
        let violations: [Violation] = if case .invalid(_, let found)? = error { found } else { [] }
        let text = violations.map { "\($0.event): \($0.message)" }.joined(separator: "\n")
        for word in row.words { #expect(text.contains(word), "\(text)") }
        #expect(violations.allSatisfy { $0.event.recording == "bad" })
        #expect(try await book.head() == head)
    }

    @Test func `a right may be given up towards one that is no party`() async throws {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        let waived = chapter(
            "waived", "2021-01-01",
            "- right-waived: { term: fee, by: b, extent: all, towards: [outsider] }")
        for recording in try recordings(yaml: [firstChapter(fee()), waived]) {
            _ = try await book.record(recording, by: "ana")
        }
        let copy = try await book.conformedCopy(of: "story", from: Vantage(on: "2021-01-01"))
        #expect(copy.term("fee")?.remarks.count == 1)
    }

    @Test func `what is refused is reported where a story is recorded`() throws {
        try withKnownIssue {
            _ = try recordedStory(fee(), chapter("bad", "2019-01-01", amends("amount: USD 20")))
        } matching: { issue in
            issue.description.contains("'fee' does not exist on 2019-01-01")
        }
    }

    @Test func `an unreadable story reports every problem`() throws {
        let error = #expect(throws: UnreadableStory.self) {
            try given(yaml: "recording: x", chapter("y", "2020-02-30", fee()))
        }
        let text = try #require(error?.description)
        #expect(text.contains("'agreement' is missing"))
        #expect(text.contains("2020-02-30"))
    }

    @Test func `was is checked in the order in which the parties agreed`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "one", "2022-01-01", number: 1, amends("amount: USD 20", "was: { amount: USD 10 }")),
            chapter(
                "two", "2022-01-01", number: 2, amends("amount: USD 30", "was: { amount: USD 20 }"))
        )
        #expect(story.on("2022-01-01").feeAmount == "USD 30")
    }
}
