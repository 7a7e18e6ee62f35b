import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

struct LayerTests {
    /// What is recorded after the opening "10 from January", and the answers.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let recordings: [Recording]
        let answers: [(day: Day, amount: String)]
    }

    static let table: [Row] = [
        Row(
            testDescription: "a standing change leaves a scheduled window, and governs after it",
            recordings: [
                Sample.amended("march", to: 8, from: "2025-03-01", lasts: .through("2025-03-31")),
                Sample.amended("february", to: 12, from: "2025-02-01", signed: "2025-01-20"),
            ],
            answers: [
                ("2025-01-31", "10"), ("2025-02-01", "12"), ("2025-03-01", "8"),
                ("2025-03-31", "8"), ("2025-04-01", "12"),
            ]),
        Row(
            testDescription: "a standing change inside a window agreed earlier ends the window",
            recordings: [
                Sample.amended(
                    "march", to: 8, from: "2025-03-01", lasts: .through("2025-03-31"),
                    signed: "2025-01-05"),
                Sample.amended("mid", to: 12, from: "2025-03-15", signed: "2025-02-05"),
            ],
            answers: [
                ("2025-03-01", "8"), ("2025-03-14", "8"), ("2025-03-15", "12"),
                ("2025-04-01", "12"),
            ]),
        Row(
            testDescription: "a standing change inside a window agreed later lies under it",
            recordings: [
                Sample.amended("mid", to: 12, from: "2025-03-15", signed: "2025-01-05"),
                Sample.amended(
                    "march", to: 8, from: "2025-03-01", lasts: .through("2025-03-31"),
                    signed: "2025-02-05"),
            ],
            answers: [("2025-03-14", "8"), ("2025-03-31", "8"), ("2025-04-01", "12")]),
        Row(
            testDescription: "a late-found change leaves a scheduled step",
            recordings: [
                Sample.amended("later", to: 6, from: "2027-01-01", signed: "2025-01-05"),
                Sample.amended("found", to: 5, from: "2026-01-01", signed: "2025-06-01"),
            ],
            answers: [("2025-12-31", "10"), ("2026-01-01", "5"), ("2027-01-01", "6")]),
        Row(
            testDescription: "an onward change wipes the scheduled step that it acknowledges",
            recordings: [
                Sample.amended("later", to: 6, from: "2027-01-01", signed: "2025-01-05"),
                Sample.amended(
                    "found", to: 5, from: "2026-01-01", onward: ["later#1"],
                    signed: "2025-06-01"),
            ],
            answers: [("2026-01-01", "5"), ("2027-01-01", "5"), ("2030-01-01", "5")]),
        Row(
            testDescription: "nested windows give back what lies beneath, one after the other",
            recordings: [
                Sample.amended(
                    "outer", to: 8, from: "2025-01-08", lasts: .through("2025-01-11"),
                    signed: "2025-01-02"),
                Sample.amended(
                    "inner", to: 9, from: "2025-01-09", lasts: .through("2025-01-10"),
                    signed: "2025-01-03"),
            ],
            answers: [
                ("2025-01-07", "10"), ("2025-01-08", "8"), ("2025-01-09", "9"),
                ("2025-01-10", "9"), ("2025-01-11", "8"), ("2025-01-12", "10"),
            ]),
        Row(
            testDescription: "on one day the number of the amendment decides, not arrival",
            recordings: [
                Sample.amended("second", to: 2, from: "2025-05-01", number: 2),
                Sample.amended("first", to: 1, from: "2025-05-01", number: 1),
            ],
            answers: [("2025-05-01", "2")]),
        Row(
            testDescription: "on one day the later signed prevails where nothing is numbered",
            recordings: [
                Sample.amended("later", to: 2, from: "2025-05-01", signed: "2025-04-20"),
                Sample.amended("earlier", to: 1, from: "2025-05-01", signed: "2025-04-10"),
            ],
            answers: [("2025-05-01", "2")]),
        Row(
            testDescription: "a higher number may be effective before a lower one",
            recordings: [
                Sample.amended("one", to: 1, from: "2025-09-01", number: 1),
                Sample.amended("two", to: 2, from: "2025-06-01", number: 2),
            ],
            answers: [("2025-06-01", "2"), ("2025-08-31", "2"), ("2025-09-01", "1")]),
    ]

    @Test(arguments: table)
    func `answers as the table says`(_ row: Row) {
        let story = given([Sample.opened(10, from: "2025-01-01")] + row.recordings)
        for (day, amount) in row.answers {
            #expect(story.on(day).amount == amount, "on \(day)")
        }
    }

    @Test func `inside one instrument its own order decides`() {
        let both = recorded(
            "both", effective: .on("2025-05-01"),
            Event(TermAmended(term: Sample.term, set: Sample.set(1))),
            Event(TermAmended(term: Sample.term, set: Sample.set(2))))
        let story = given(Sample.opened(10, from: "2025-01-01"), both)
        #expect(story.on("2025-05-01").amount == "2")
    }

    @Test func `a correction flows into the tail after a temporary change`() {
        let story = given(
            Sample.opened(10, from: "2025-01-01"),
            Sample.amended("march", to: 8, from: "2025-03-01", lasts: .through("2025-03-31")),
            recorded(
                "fix", kind: .correction, effective: .on("2025-06-01"),
                Event(
                    EventCorrected(
                        event: "opening#4", replacement: .init(Sample.added(11)),
                        reason: "misread"))))
        #expect(story.on("2025-02-01").amount == "11")
        #expect(story.on("2025-03-15").amount == "8")
        #expect(story.on("2025-04-01").amount == "11")
        #expect(story.on("2025-04-01", recordedAt: 5).amount == "10")
    }

    @Test func `a temporary change survives an amendment of what lies beneath it`() {
        let story = given(
            Sample.opened(10, from: "2025-01-01"),
            Sample.amended(
                "year", to: 8, from: "2025-03-01", lasts: .through("2025-12-31"),
                signed: "2025-02-15"),
            Sample.amended("before", to: 12, from: "2025-02-01", signed: "2025-03-15"))
        #expect(story.on("2025-06-01").amount == "8")
        #expect(story.on("2026-01-01").amount == "12")
    }
}
