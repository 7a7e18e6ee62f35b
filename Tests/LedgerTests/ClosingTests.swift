import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Options and warrants once the last day on which they may be exercised has passed.
struct ClosingTests {
    /// What follows the grant of the option, and its status on chosen days.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var closes = "closes: { through: 2022-06-30 }"
        var chapters: [String] = []
        let answers: [(day: Day, status: TermStatus)]
    }

    private static func option(_ fields: String) -> String {
        """
        - term-added:
            term: option
            kind: option
            set: { holder: a, grantor: b, direction: call, subject: shares, \(fields) }
        """
    }

    private static func sets(_ fields: String) -> String {
        "- term-amended: { term: option, set: { \(fields) } }"
    }

    private static func uses(_ more: String = "") -> String {
        "- option-exercised: { term: option, by: a\(more) }"
    }

    static let rows: [Row] = [
        Row(
            testDescription: "one that was not used is over after its last day",
            answers: [
                ("2022-06-30", .inForce), ("2022-07-01", .ended), ("2099-01-01", .ended),
            ]),
        Row(
            testDescription: "the same, where the day is left out",
            closes: "closes: { until: 2022-06-30 }",
            answers: [("2022-06-29", .inForce), ("2022-06-30", .ended)]),
        Row(
            testDescription: "an end of its own goes before it",
            closes: "closes: { through: 2022-06-30 }, ends: { through: 2023-12-31 }",
            answers: [("2022-07-01", .inForce), ("2024-01-01", .ended)]),
        Row(
            testDescription: "a year alone leaves its days open",
            closes: "closes: { through: 2022 }",
            answers: [
                ("2022-01-01", .inForce), ("2022-01-02", .indeterminate),
                ("2022-12-31", .indeterminate), ("2023-01-01", .ended),
            ]),
        Row(
            testDescription: "an approximate day is never certain",
            closes: "closes: { through: 2022-06~ }",
            answers: [("2022-06-01", .inForce), ("2099-01-01", .indeterminate)]),
        Row(
            testDescription: "a last day that is withheld may have passed from the first",
            closes: "closes: undisclosed",
            answers: [
                ("2020-01-01", .inForce), ("2020-01-02", .indeterminate),
                ("2099-01-01", .indeterminate),
            ]),
        Row(
            testDescription: "without a last day nothing ends it",
            closes: "price: USD 1",
            answers: [("2099-01-01", .inForce)]),
        Row(
            testDescription: "extended in time it goes on",
            chapters: [
                chapter("longer", "2022-05-01", sets("closes: { through: 2024-06-30 }"))
            ],
            answers: [("2022-07-01", .inForce), ("2024-07-01", .ended)]),
        Row(
            testDescription: "extended afterwards it was over in between",
            chapters: [
                chapter("longer", "2022-09-01", sets("closes: { through: 2024-06-30 }"))
            ],
            answers: [
                ("2022-08-31", .ended), ("2022-09-01", .inForce), ("2024-07-01", .ended),
            ]),
        Row(
            testDescription: "used in whole it is over by that, and so it stays",
            chapters: [chapter("used", "2021-03-01", uses(", extent: whole"))],
            answers: [
                ("2021-02-28", .inForce), ("2021-03-01", .ended), ("2022-07-01", .ended),
            ]),
        Row(
            testDescription: "used in part it may not be over: what was used may be outstanding",
            chapters: [chapter("used", "2021-03-01", uses(", extent: part"))],
            answers: [
                ("2021-03-01", .inForce), ("2022-06-30", .inForce), ("2022-07-01", .indeterminate),
            ]),
        Row(
            testDescription: "so it is where it is not stated how much was used",
            chapters: [chapter("used", "2021-03-01", uses())],
            answers: [("2022-06-30", .inForce), ("2022-07-01", .indeterminate)]),
        Row(
            testDescription: "what is agreed of it afterwards leaves open that it goes on",
            chapters: [chapter("price", "2022-09-01", sets("price: USD 2"))],
            answers: [
                ("2022-08-31", .ended), ("2022-09-01", .indeterminate),
                ("2099-01-01", .indeterminate),
            ]),
        Row(
            testDescription: "used in part and then done, it is over",
            chapters: [
                chapter("used", "2022-03-01", uses(", extent: part")),
                chapter(
                    "paid", "2022-08-01", "- term-discharged: { term: option, manner: paid }"),
            ],
            answers: [("2022-07-01", .indeterminate), ("2022-08-01", .ended)]),
    ]

    @Test(arguments: rows)
    func `a right that may be used up to a day`(_ row: Row) throws {
        let story = try given(yaml: [firstChapter(Self.option(row.closes))] + row.chapters)
        #expect(story.violations.isEmpty)
        for (day, status) in row.answers {
            #expect(story.on(day).copy.term("option")?.status == status, "on \(day)")
        }
    }

    @Test func `it says which day was its last, and that no use of it is on record`() throws {
        let story = try recordedStory(Self.option("closes: { through: 2022-06-30 }"))
        let over = story.on("2022-07-01").copy.term("option")
        #expect(over?.reasons == [.closed(PossibleDay("2022-06-30"), nil)])
        #expect(over?.since == "2022-07-01")
        #expect(story.on("2022-06-30").copy.term("option")?.nextChange == "2022-07-01")
    }

    @Test func `where it was used in part it names that use`() throws {
        let story = try recordedStory(
            Self.option("closes: { through: 2022-06-30 }"),
            chapter("used", "2021-03-01", Self.uses(", extent: part")))
        let over = story.on("2022-07-01").copy.term("option")
        #expect(
            over?.reasons
                == [
                    .closed(
                        PossibleDay("2022-06-30"), EventReference(recording: "used", ordinal: 1))
                ])
    }

    @Test func `a warrant closes as an option does`() throws {
        let story = try recordedStory(
            """
            - term-added:
                term: warrant
                kind: warrant
                set: { holder: a, issuer: b, quantity: 100, closes: { through: 2022-06-30 } }
            """)
        #expect(story.on("2022-06-30").copy.term("warrant")?.status == .inForce)
        #expect(story.on("2022-07-01").copy.term("warrant")?.status == .ended)
    }

    @Test func `a first day that is that of another term may not have come`() throws {
        let story = try recordedStory(
            """
            \(fee("starts: { from: 2021-01-01 }"))
            \(Self.option("starts: { same-as: fee/starts }"))
            """)
        #expect(story.on("2019-12-31").copy.term("option")?.status == .notYet)
        let option = story.on("2020-06-01").copy.term("option")
        #expect(option?.status == .indeterminate)
        #expect(option?.reasons == [.beginningReferred("fee", .starts)])
    }

    @Test(arguments: rows)
    func `recording by recording the pieces know it`(_ row: Row) throws {
        let story = try given(yaml: [firstChapter(Self.option(row.closes))] + row.chapters)
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in PieceTests.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            #expect(
                Set(known) == Set(Pieces.of(PieceTests.reading(of: story, at: position))),
                "at \(position)")
        }
    }
}
