import DeedbookTesting
import Foundation
import Terms
import Testing

struct ExampleTests {
    static let events = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Events").path

    @Test func `the example of the README`() throws {
        let folder = "\(Self.events)/microsoft-openai"
        // README:begin
        let story = try given(folder: folder)
        story.on("2026-04-26").expect("license.models-and-products", .exclusivity, .exclusive)
        story.on("2026-04-28").expect("license.models-and-products", .exclusivity, .nonExclusive)
        story.on("2026-05-12", disclosedBy: "2026-05-12").expect(
            "revenue-share.openai-to-microsoft", .cap,
            reported: "USD 38,000,000,000", grade: .unnamedSource)
        // README:end
    }
}
