import Amendments
import DeedbookTesting
import Foundation
import Ledger
import Terms
import Testing

/// An invented licence with a stepped royalty, an amendment effective before an earlier-numbered one, a
/// retroactive guarantee, redacted values and a regulatory clearance: answers worked out by hand, which
/// stand in `Harbor/EXPECTED.md`.
struct HarborTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Harbor").path
    static let royalty: TermID = "royalty.lens-modules"

    let story: Story

    init() throws { story = try given(folder: Self.folder) }

    @Test(
        arguments: [
            ("2023-02-01", "4%", "2023-01-10-harbor-licence#7"),
            ("2024-03-31", "4%", "2023-01-10-harbor-licence#7"),
            ("2024-04-01", "4.5%", "2024-05-20-harbor-amendment-2#1"),
            ("2024-06-30", "4.5%", "2024-05-20-harbor-amendment-2#1"),
            ("2024-07-01", "5%", "2024-03-15-harbor-amendment-1#1"),
            ("2024-10-31", "5%", "2024-03-15-harbor-amendment-1#1"),
            ("2024-11-01", "3%", "2024-10-20-harbor-temporary-rate#1"),
            ("2025-02-28", "3%", "2024-10-20-harbor-temporary-rate#1"),
            ("2025-03-01", "6.5%", "2023-01-10-harbor-licence#8"),
            ("2026-12-31", "6.5%", "2023-01-10-harbor-licence#8"),
            ("2027-01-01", "7%", "2023-01-10-harbor-licence#9"),
            ("2029-12-31", "7%", "2023-01-10-harbor-licence#9"),
        ] as [(Day, String, EventReference)])
    func `the royalty steps`(_ day: Day, _ rate: String, _ governing: EventReference) {
        let term = story.on(day).copy.term(Self.royalty)
        #expect(term?.status == .inForce)
        #expect(term?.field(.rate)?.value.displayText == "\(rate) of net sales")
        #expect(term?.field(.rate)?.governing.reference == governing)
    }

    @Test func `the royalty begins and ends on its days`() {
        story.on("2023-01-31").expect(Self.royalty, .notYet)
        story.on("2023-02-01").expect(Self.royalty, .inForce)
        story.on("2029-12-31").expect(Self.royalty, .inForce)
        story.on("2030-01-01").expect(Self.royalty, .ended)
        let reasons = story.on("2029-12-31").copy.term(Self.royalty)?.reasons
        #expect(reasons == [.convention("through-year: end-of-calendar-year")])
    }

    @Test(
        arguments: [
            ("2024-05-01", "2024-05-19", "4%"), ("2024-05-01", "2024-05-20", "4.5%"),
            ("2024-07-15", "2024-03-14", "4%"), ("2024-07-15", "2024-03-15", "5%"),
            ("2024-12-01", "2024-10-19", "5%"), ("2024-12-01", "2024-10-20", "3%"),
            ("2025-01-15", "2024-10-19", "6%"), ("2025-01-15", "2024-10-20", "3%"),
            ("2025-01-15", "2025-06-02", "3%"),
            ("2025-03-01", "2025-06-01", "6%"), ("2025-03-01", "2025-06-02", "6.5%"),
            ("2027-06-01", "2023-01-10", "7%"),
        ] as [(Day, Day, String)])
    func `the rate as it was known`(_ day: Day, _ disclosedBy: Day, _ rate: String) {
        let moment = story.on(day, disclosedBy: disclosedBy)
        let found = moment.copy.term(Self.royalty)?.field(.rate)?.value.displayText
        #expect(found == "\(rate) of net sales")
    }

    @Test func `the minimum is guaranteed backwards, once that is known`() {
        story.on("2023-12-31").expect(Self.royalty, .minimum, .none)
        story.on("2024-03-01", disclosedBy: "2024-10-01").expect(Self.royalty, .minimum, .none)
        story.on("2024-03-01", disclosedBy: "2024-10-02")
            .expect(Self.royalty, .minimum, "EUR 400,000")
        let field = story.on("2024-11-01").copy.term(Self.royalty)?.field(.minimum)
        #expect(field?.reaffirmedBy.map(\.recording.key) == ["2024-10-20-harbor-temporary-rate"])
    }

    @Test func `what is blacked out is redacted on every day`() {
        for day in ["2023-02-01", "2025-01-01", "2029-12-31"] as [Day] {
            story.on(day).expect(Self.royalty, .cap, "redacted [***]")
            story.on(day).expect("fee.signing", .amount, "redacted [***]")
        }
        story.on("2025-01-01").expect(Self.royalty, .per, "1 year")
    }

    @Test func `Iberia waits for its clearance`() {
        let term: TermID = "distribution.iberia"
        story.on("2024-02-08").expect(term, .notYet)
        #expect(
            story.on("2024-02-08").copy.term(term)?.reasons
                == [.conditionPending("iberia-clearance")])
        story.on("2024-02-09", disclosedBy: "2024-02-11").expect(term, .notYet)
        story.on("2024-02-09", disclosedBy: "2024-02-12").expect(term, .inForce)
        story.on("2024-02-09").expect(term, .exclusivity, .exclusive)
        story.on("2024-02-09").expect(term, .territories, "only portugal, spain")
        #expect(story.on("2025-01-01").copy.term(term)?.since == "2024-02-09")
        story.on("2029-12-31").expect(term, .inForce)
        story.on("2030-01-01").expect(term, .ended)
    }

    @Test func `the north is exclusive through 2026, and goes on without`() {
        let term: TermID = "distribution.north"
        story.on("2026-12-31").expect(term, .exclusivity, .exclusive)
        story.on("2027-01-01").expect(term, .exclusivity, .nonExclusive)
        story.on("2027-01-01").expect(term, .inForce)
        story.on("2030-01-01").expect(term, .ended)
    }

    @Test func `on one day the higher number prevails`() {
        story.on("2024-06-30").expect("fee.support", .amount, "EUR 18,000")
        story.on("2024-07-01", disclosedBy: "2024-05-19")
            .expect("fee.support", .amount, "EUR 20,000")
        story.on("2024-07-01", disclosedBy: "2024-05-20")
            .expect("fee.support", .amount, "EUR 25,000")
    }

    @Test(arguments: ["fee.support", "law", "fee.signing"] as [TermID])
    func `what has no stated end goes on`(_ term: TermID) {
        story.on("2030-01-01").expect(term, .inForce)
    }
}
