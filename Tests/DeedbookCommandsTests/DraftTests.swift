import Foundation
import Testing

/// What a question says with drafts is what it says once they are recorded, to the byte.
struct DraftTests {
    private static let drafts = Fixture.folder.appendingPathComponent("drafts").path

    @Test(arguments: [
        "terms tern-mill --on 2025-07-01", "terms tern-mill --on 2027-01-01 --all",
        "terms tern-mill --on 2025-07-01 --format json",
        "diff tern-mill 2025-05-31 2025-07-01",
        "diff tern-mill 2025-05-31 2025-07-01 --format json",
        "diff tern-mill 2025-07-01@#18 2025-07-01",
        "diff tern-mill 2025-05-31 2026-07-01 --through",
        "diff tern-mill 2025-05-31 2025-07-01 --format json-patch",
        "why tern-mill royalty.paper.rate --on 2025-07-01", "timeline tern-mill",
        "why tern-mill royalty.paper.rate --on 2025-07-01 --format json",
        "calendar tern-mill --from 2025-04-01 --to 2028-12-31",
        "calendar --from 2025-04-01 --to 2028-12-31 --format json",
        "calendar --from 2025-04-01 --to 2028-12-31 --format ics",
        "conflicts tern-mill --from 2025-04-01 --to 2027-12-31 --all",
        "conflicts tern-mill --from 2025-04-01 --to 2027-12-31 --format json",
    ])
    func `a question with drafts is answered as once they are recorded`(line: String) async throws {
        let words = line.split(separator: " ").map(String.init)
        let wide = words.contains("--format") ? words : words + ["--width", "400"]
        let console = try await Fixture.tern.console()
        let shown = await console.run(wide + ["--with", Self.drafts])
        let recorded = await console.run(["record", Self.drafts])
        #expect(recorded.status == 0, "\(recorded.errors)")
        let told = await console.run(wide)
        #expect(shown.status == told.status && told.errors.isEmpty, "\(shown.errors)")
        #expect(Self.withoutDrafts(shown.output) == told.output)
        #expect(shown.output != told.output || line.contains("json-patch") || line.contains("ics"))
    }

    @Test func `nothing is written by a question with drafts`() async throws {
        let console = try await Fixture.tern.console()
        let before = await console.run(["log"])
        _ = await console.run(["terms", "tern-mill", "--with", Self.drafts])
        #expect(await console.run(["log"]) == before)
    }

    @Test(arguments: ["bad/wrong-fields.yaml", "bad/cannot-hold.yaml", "reused", "nowhere"])
    func `a draft that could not be recorded is refused as record refuses it`(
        path: String
    ) async throws {
        let file = Fixture.folder.appendingPathComponent(path).path
        let console = try await Fixture.tern.console()
        let asked = await console.run(["terms", "tern-mill", "--with", file])
        let recorded = await console.run(["record", file])
        #expect(asked.status == recorded.status && asked.output.isEmpty)
        let told = recorded.errors.components(separatedBy: "error: nothing of").first ?? ""
        #expect(!asked.errors.isEmpty && asked.errors == told)
    }

    @Test func `a draft that is recorded already adds nothing`() async throws {
        let console = try await Fixture.tern.console()
        let plain = await console.run(["terms", "tern-mill"])
        let folder = Fixture.folder.appendingPathComponent("tern").path
        #expect(await console.run(["terms", "tern-mill", "--with", folder]) == plain)
    }

    @Test func `a draft is a question of its own where there is no book yet`() async throws {
        let folder = Fixture.folder.appendingPathComponent("tern").path
        let result = await Console().run(["terms", "tern-mill", "--with", folder])
        #expect(result.status == 0 && result.output.contains("3 drafts, not recorded"))
    }

    /// The answer without what says that there are drafts: a row, the end of a redline's points, a member, a property.
    private static func withoutDrafts(_ text: String) -> String {
        text.replacing(/; rests on \d+ drafts?, not recorded: [^\n]*/, with: "")
            .replacing(/(?:X-WR-CALDESC|DESCRIPTION):Rests on drafts(?:[^\r]|\r\n )*\r\n/, with: "")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter {
                !$0.contains("drafts, not recorded:") && !$0.contains("draft, not recorded:")
            }
            .joined(separator: "\n")
            .replacing(/,\n *"drafts": \[[^\]]*\]/, with: "")
    }
}
