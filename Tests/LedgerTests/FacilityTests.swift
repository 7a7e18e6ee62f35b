import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What is known of a facility once its days have passed: whether it is over, and what is drawn under it.
struct FacilityTests {
    private static func loan(_ fields: String) -> String {
        "- term-added: { term: loan, kind: credit-facility, set: { borrower: a, lender: b, \(fields) } }"
    }

    private static func sets(_ fields: String) -> String {
        "- term-amended: { term: loan, set: { \(fields) } }"
    }

    private func loan(_ story: Story, _ day: Day) -> ConformedTerm? {
        story.on(day).copy.term("loan")
    }

    private func values(_ name: FieldName, _ story: Story, _ day: Day) -> [String?]? {
        loan(story, day)?.field(name).map { field in
            field.isIndeterminate
                ? field.candidates.map { $0.value?.displayText } : [field.value.displayText]
        }
    }

    // MARK: Maturity

    @Test func `after its maturity a facility may be over, and says since when`() throws {
        let story = try recordedStory(Self.loan("maturity: { on: 2022-04-19 }"))
        #expect(loan(story, "2022-04-19")?.status == .inForce)
        #expect(loan(story, "2022-04-20")?.status == .indeterminate)
        #expect(
            loan(story, "2022-04-20")?.reasons.contains(.matured(PossibleDay("2022-04-19")))
                == true)
    }

    @Test func `the earliest day that is known counts where a condition may bring it forward`()
        throws
    {
        let story = try recordedStory(
            """
            - condition-defined: { condition: early, text: The notes are not refinanced }
            \(Self.loan("maturity: { first-of: [{ on: 2022-04-19 }, { upon: early }] }"))
            """)
        #expect(loan(story, "2022-04-19")?.status == .inForce)
        #expect(loan(story, "2022-04-20")?.status == .indeterminate)
    }

    @Test func `a maturity that was moved in time, or a stated end, is what counts`() throws {
        let moved = try recordedStory(
            Self.loan("maturity: { on: 2022-04-19 }"),
            chapter("later", "2022-01-01", Self.sets("maturity: { on: 2026-04-19 }")))
        #expect(loan(moved, "2022-04-20")?.status == .inForce)
        let ended = try recordedStory(
            Self.loan("maturity: { on: 2022-04-19 }, ends: { through: 2022-06-30 }"))
        #expect(loan(ended, "2022-06-30")?.status == .inForce)
        #expect(loan(ended, "2022-07-01")?.status == .ended)
    }

    @Test func `once it was repaid it is over`() throws {
        let story = try recordedStory(
            Self.loan("maturity: { on: 2022-04-19 }"),
            chapter("paid", "2022-05-01", "- term-discharged: { term: loan, manner: paid }"))
        #expect(story.violations.isEmpty)
        #expect(loan(story, "2022-05-01")?.status == .ended)
    }

    @Test func `a sublimit says so once the facility of which it is a part is over`() throws {
        let story = try recordedStory(
            """
            \(Self.loan("ends: { through: 2022-06-30 }"))
            - term-added: { term: swingline, kind: credit-facility, set: { borrower: a, lender: b, within: loan } }
            """)
        func reasons(_ day: Day) -> [Reason]? { story.on(day).copy.term("swingline")?.reasons }
        #expect(reasons("2022-06-30") == [])
        #expect(reasons("2022-07-01") == [.wholeEnded("loan")])
    }

    // MARK: Balances

    @Test func `what is drawn is known on the day as of which it is stated, and open since`() throws
    {
        let story = try recordedStory(
            Self.loan("commitment: USD 500"),
            chapter("report", "2022-06-30", kind: "filing", Self.sets("drawn: USD 494")))
        #expect(values(.drawn, story, "2022-06-29") == nil)
        #expect(values(.drawn, story, "2022-06-30") == ["USD 494"])
        #expect(values(.drawn, story, "2022-07-01") == ["USD 494", "unknown"])
        #expect(
            loan(story, "2022-07-01")?.field(.drawn)?.reasons
                == [.statedAsOf(PossibleDay("2022-06-30"))])
        #expect(values(.commitment, story, "2025-01-01") == ["USD 500"])
    }

    @Test
    func `a balance stated for a time holds as long, and one that is withheld is no other later`()
        throws
    {
        let story = try recordedStory(
            Self.loan("drawn: undisclosed"),
            chapter(
                "report", "2022-06-30", kind: "filing",
                "- term-amended: { term: loan, set: { drawn: USD 494 }, lasts: { through: 2022-09-30 } }"
            ))
        #expect(values(.drawn, story, "2022-06-01") == ["undisclosed"])
        #expect(values(.drawn, story, "2022-09-30") == ["USD 494"])
        #expect(values(.drawn, story, "2022-10-01") == ["undisclosed"])
    }

    @Test func `recording by recording the pieces know both`() throws {
        let story = try recordedStory(
            Self.loan("drawn: USD 1, maturity: { on: 2022-04-19 }"),
            chapter("one", "2020-06-01", Self.sets("drawn: USD 2")),
            chapter("two", "2020-09-01", Self.sets("drawn: USD 3, maturity: { on: 2026-04-19 }")),
            chapter("three", "2020-07-01", disclosed: "2020-12-01", Self.sets("drawn: USD 4")))
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in PieceTests.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            #expect(
                Set(known) == Set(Pieces.of(PieceTests.reading(of: story, at: position))),
                "at \(position)")
        }
    }
}
