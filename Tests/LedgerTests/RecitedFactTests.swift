import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// How large a stake is, and what was paid in so far: facts that an instrument recites as of its day.
struct RecitedFactTests {
    private static let terms = """
        - term-added:
            term: stake
            kind: equity-stake
            set: { holder: a, issuer: b, percentage: 27% of the shares, basis: as converted }
        - term-added:
            term: money
            kind: investment
            set: { investor: a, issuer: b, amount: USD 13, funded: USD 11 }
        """

    private func expect(
        _ term: TermID, _ name: FieldName, _ story: Story, _ day: Day, _ value: String,
        asOf stated: Day? = nil
    ) {
        let field = story.on(day).copy.term(term)?.field(name)
        #expect(field?.value.displayText == value, "\(name) on \(day)")
        #expect(
            field?.reasons == (stated.map { [Reason.statedAsOf(PossibleDay($0))] } ?? []),
            "\(name) on \(day)")
    }

    @Test func `a stake is read on later days with the day as of which it is stated`() throws {
        let story = try recordedStory(Self.terms)
        expect("stake", .percentage, story, "2020-01-01", "27% of the shares")
        expect("stake", .percentage, story, "2024-01-01", "27% of the shares", asOf: "2020-01-01")
        expect("money", .funded, story, "2020-01-02", "USD 11", asOf: "2020-01-01")
        // What was committed, and how it is counted, stands until it is changed.
        expect("money", .amount, story, "2024-01-01", "USD 13")
        expect("stake", .basis, story, "2024-01-01", "as converted")
    }

    @Test func `stated anew, it is known on that day again`() throws {
        let story = try recordedStory(
            Self.terms,
            chapter(
                "later", "2022-06-30", kind: "filing",
                "- term-amended: { term: money, set: { funded: USD 12 } }"))
        expect("money", .funded, story, "2022-06-30", "USD 12")
        expect("money", .funded, story, "2022-07-01", "USD 12", asOf: "2022-06-30")
    }

    @Test func `what is withheld is no other later`() throws {
        let story = try recordedStory(
            "- term-added: { term: stake, kind: equity-stake, set: { holder: a, issuer: b, percentage: undisclosed } }"
        )
        expect("stake", .percentage, story, "2024-01-01", "undisclosed")
    }
}
