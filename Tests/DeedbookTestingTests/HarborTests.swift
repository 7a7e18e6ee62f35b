import DeedbookTesting
import Foundation
import Ledger
import Terms
import Testing

/// An invented licence that nothing was tuned to: stepped royalty, an amendment effective before an
/// earlier-numbered one, a retroactive guarantee, redacted values, a clearance as a condition. The answers
/// were worked out by hand in `Harbor/EXPECTED.md`.
struct HarborTests {
    let story: Story

    init() throws {
        story = try given(
            folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Harbor").path)
    }

    @Test(
        arguments: [
            ("2023-02-01", "4%"), ("2024-03-31", "4%"), ("2024-04-01", "4.5%"),
            ("2024-06-30", "4.5%"),
            ("2024-07-01", "5%"), ("2024-10-31", "5%"), ("2024-11-01", "3%"), ("2025-02-28", "3%"),
            ("2025-03-01", "6.5%"), ("2026-12-31", "6.5%"), ("2027-01-01", "7%"),
            ("2029-12-31", "7%"),
        ] as [(Day, String)])
    func `the royalty steps as agreed, whatever the order of the numbers`(
        _ day: Day, _ rate: String
    ) {
        let field = story.on(day).copy.term("royalty.lens-modules")?.field(.rate)
        #expect(field?.value.displayText == "\(rate) of net sales", "on \(day)")
    }

    @Test(
        arguments: [
            ("2024-05-01", "2024-05-19", "4%"), ("2024-05-01", "2024-05-20", "4.5%"),
            ("2024-07-15", "2024-03-14", "4%"), ("2024-07-15", "2024-03-15", "5%"),
            ("2024-12-01", "2024-10-19", "5%"), ("2024-12-01", "2024-10-20", "3%"),
            ("2025-01-15", "2024-10-19", "6%"), ("2025-01-15", "2025-06-02", "3%"),
            ("2025-03-01", "2025-06-01", "6%"), ("2025-03-01", "2025-06-02", "6.5%"),
        ] as [(Day, Day, String)])
    func `what was known of the royalty at the time`(_ day: Day, _ known: Day, _ rate: String) {
        let field = story.on(day, disclosedBy: known).copy.term("royalty.lens-modules")?.field(
            .rate)
        #expect(field?.value.displayText == "\(rate) of net sales", "on \(day) known by \(known)")
    }

    @Test func `the licence waits for its clearance, and ends by the agreement's convention`() {
        story.on("2024-02-08").expect("distribution.iberia", .notYet)
        story.on("2024-02-09", disclosedBy: "2024-02-11").expect("distribution.iberia", .notYet)
        story.on("2024-02-09", disclosedBy: "2024-02-12").expect("distribution.iberia", .inForce)
        story.on("2029-12-31").expect("distribution.iberia", .inForce)
        story.on("2030-01-01").expect("distribution.iberia", .ended)
        story.on("2030-01-01").expect("royalty.lens-modules", .ended)
    }

    @Test func `exclusivity runs out before the grant does`() {
        story.on("2026-12-31").expect("distribution.north", .exclusivity, .exclusive)
        story.on("2027-01-01").expect("distribution.north", .exclusivity, .nonExclusive)
        story.on("2027-01-01").expect("distribution.north", .inForce)
    }

    @Test func `the guarantee is retroactive, as far as it was known`() {
        let early = story.on("2024-03-01", disclosedBy: "2024-10-01")
        early.expect("royalty.lens-modules", .minimum, .none)
        let late = story.on("2024-03-01", disclosedBy: "2024-10-02")
        late.expect("royalty.lens-modules", .minimum, "EUR 400,000")
        story.on("2023-12-31").expect("royalty.lens-modules", .minimum, .none)
    }

    @Test func `what is redacted is redacted, and of two amendments the higher number prevails`() {
        story.on("2024-01-01").expect("royalty.lens-modules", .cap, "redacted [***]")
        story.on("2024-06-30").expect("fee.support", .amount, "EUR 18,000")
        story.on("2024-07-01").expect("fee.support", .amount, "EUR 25,000")
        story.on("2024-07-01", disclosedBy: "2024-05-19")
            .expect("fee.support", .amount, "EUR 20,000")
    }
}
