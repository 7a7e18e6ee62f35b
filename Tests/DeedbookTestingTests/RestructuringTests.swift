import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What the real record says of April 2026, and of the days around it.
struct RestructuringTests {
    let story: Story

    init() throws {
        story = try given(folder: "\(ExampleTests.events)/microsoft-openai")
    }

    private func lines(_ term: TermID) -> [RedlineLine] {
        redline.lines.filter { $0.path.subject == .term(term) }
    }

    private func line(_ term: TermID, _ facet: String) -> RedlineLine? {
        lines(term).first { $0.path.facet == facet }
    }

    private var redline: Redline {
        story.redline(from: story.on("2026-04-26"), to: story.on("2026-04-28"))
    }

    @Test func `the model licence is no longer exclusive, and its end is unchanged`() {
        let changed = line("license.models-and-products", "exclusivity")
        #expect(changed?.before?.displayText == "exclusive")
        #expect(changed?.after?.displayText == "non-exclusive")
        #expect(changed?.causes.map(\.reference) == ["2026-04-27-revised-agreement#1"])
        #expect(line("license.models-and-products", "ends") == nil)
        let restated = redline.restated.map(\.path)
        #expect(restated.contains(FacetPath(.term("license.models-and-products"), "ends")))
    }

    @Test func `API exclusivity goes and any cloud comes, Azure first`() {
        #expect(line("api.azure-exclusivity", "status")?.after?.displayText == "ended")
        #expect(line("distribution.any-cloud", "status")?.classification == .added)
        #expect(line("first-availability.azure", "status")?.classification == .added)
        let readings = story.on("2026-04-28").copy.condition("azure-cannot-support")?.readings
        #expect(readings?.count == 2)
        #expect(readings?.contains { $0.text.contains("cannot or chooses") } == true)
        #expect(readings?.contains { $0.text.contains("cannot and chooses") } == true)
    }

    @Test func `the AGI condition is removed and what depended on it is recalculated`() {
        #expect(story.on("2026-04-26").copy.condition("agi")?.outcome == nil)
        #expect(story.on("2026-04-28").copy.condition("agi")?.outcome == .removed)
        #expect(line("license.research", "ends")?.after?.displayText == "through 2030")
        let copy = story.on("2026-04-28").copy
        let hanging = copy.terms.filter(\.isLive).filter { term in
            term.fields.contains { $0.value.displayText.contains("upon agi") && !$0.isReported }
        }
        #expect(hanging.isEmpty, "\(hanging.map(\.id))")
    }

    @Test func `one revenue share is gone, the other runs through 2030 under a withheld cap`() {
        #expect(line("revenue-share.microsoft-to-openai", "status")?.classification == .removed)
        let cap = line("revenue-share.openai-to-microsoft", "cap")
        #expect(cap?.before == ValueState.none)
        #expect(cap?.after == .undisclosed)
        story.on("2026-04-28").expect("revenue-share.openai-to-microsoft", .ends, "through 2030")
        story.on("2026-04-28").expect("revenue-share.openai-to-microsoft", .rate, .undisclosed)
        story.on("2026-04-28").expect(
            "revenue-share.openai-to-microsoft", .rate, reported: "20% of total revenue",
            grade: .secondary)
    }

    @Test func `what the instrument does not address is flagged, not removed`() throws {
        for id in ["license.research", "commitment.azure"] as [TermID] {
            let term = try #require(story.on("2026-04-28").copy.term(id))
            #expect(term.status == .inForce)
            #expect(term.silentSince.map(\.recording.key) == ["2026-04-27-revised-agreement"])
        }
    }

    @Test func `the dispute is mooted and not released`() {
        let dispute = story.on("2026-04-28").copy.dispute("frontier-on-aws")
        #expect(dispute?.resolution?.manner == .mooted)
        #expect(dispute?.resolution?.released != .yes)
    }

    @Test func `every line names its instrument and its sources`() {
        for line in redline.lines {
            #expect(!line.causes.isEmpty, "\(line.path)")
            for cause in line.causes { #expect(!cause.sources.isEmpty, "\(line.path)") }
        }
    }

    @Test func `the cap is undisclosed until its amount is reported`() {
        let share: TermID = "revenue-share.openai-to-microsoft"
        let early = story.on("2026-05-01", disclosedBy: "2026-05-01")
        early.expect(share, .cap, .undisclosed)
        #expect(early.copy.term(share)?.field(.cap)?.competing.isEmpty == true)
        let late = story.on("2026-05-01", disclosedBy: "2026-05-12")
        late.expect(share, .cap, .undisclosed)
        late.expect(share, .cap, reported: "USD 38,000,000,000", grade: .unnamedSource)
    }

    @Test func `a bare year ends where the agreement's convention says`() {
        let license: TermID = "license.models-and-products"
        story.on("2032-06-01").expect(license, .inForce)
        let reasons = story.on("2032-06-01").copy.term(license)?.reasons ?? []
        #expect(reasons.contains(.convention("through-year: end-of-calendar-year")))
        story.on("2032-12-31").expect(license, .inForce)
        story.on("2033-01-01").expect(license, .ended)
    }

    @Test func `first refusal on compute ends with the recapitalization`() {
        story.on("2025-01-20").expect("first-refusal.compute", .notYet)
        story.on("2025-10-27").expect("first-refusal.compute", .inForce)
        story.on("2025-10-28").expect("first-refusal.compute", .ended)
    }

    @Test func `what was learned later held earlier`() {
        story.on("2022-12-31").expect("investment.2021", .inForce)
        story.on("2022-12-31", disclosedBy: "2022-12-31").expectNoTerm("investment.2021")
        story.on("2024-12-31").expect(
            "revenue-share.openai-to-microsoft", .rate, reported: "20% of revenue",
            grade: .namedPress)
    }

    @Test func `the whole record of every agreement can be recorded`() throws {
        #expect(try given(folder: ExampleTests.events).violations.isEmpty)
    }
}
