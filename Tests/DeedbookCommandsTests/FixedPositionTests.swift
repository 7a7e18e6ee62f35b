import Amendments
import EventStore
import Foundation
import Journal
import Ledger
import Questions
import Testing

/// An answer at a fixed position is the same bytes whatever is recorded later.
struct FixedPositionTests {
    /// Command lines; POS stands for the position.
    static let lines = [
        "terms microsoft-openai --on 2026-06-01 --recorded-at POS",
        "terms microsoft-openai --on 2026-06-01 --recorded-at POS --all --format json",
        "terms microsoft-openai --on 2026-06-01 --recorded-at POS --format json-document",
        "terms microsoft-openai --on 2026-06-01 --recorded-at POS --format svg --conflicts",
        "terms microsoft-openai --on 2022-06-01 --disclosed-by 2022-07-01 --recorded-at POS",
        "why microsoft-openai revenue-share.openai-to-microsoft --on 2026-06-01 --recorded-at POS",
        "timeline microsoft-openai --on 2026-06-01 --recorded-at POS",
        "instruments microsoft-openai --on 2026-06-01 --recorded-at POS --all --format json",
        "timeline microsoft-openai --on 2026-06-01 --recorded-at POS --format json",
        "timeline microsoft-openai --on 2026-06-01 --recorded-at POS --format svg",
        "diff microsoft-openai 2022-01-01@#POS 2026-06-01@#POS",
        "diff microsoft-openai 2022-01-01@#POS 2026-06-01@#POS --format json",
        "diff microsoft-openai 2022-01-01@#POS 2026-06-01@#POS --format html",
        "diff microsoft-openai 2022-01-01@#POS 2026-06-01@#POS --through",
        "find 'kind = license-grant or kind = hosting-provider' --on 2026-06-01 --recorded-at POS",
        "find 'kind = license-grant' --on 2026-06-01 --recorded-at POS --format json",
        "conflicts --on 2026-06-01 --recorded-at POS",
        "conflicts --from 2019-01-01 --to 2026-06-01 --recorded-at POS --all --format json",
        "calendar --from 2019-01-01 --to 2033-01-01 --recorded-at POS",
        "calendar --from 2019-01-01 --to 2033-01-01 --recorded-at POS --format json",
        "calendar --from 2019-01-01 --to 2033-01-01 --recorded-at POS --format ics",
        "export --agreement microsoft-openai --on 2026-06-01 --recorded-at POS --format csv",
        "export --agreement microsoft-openai --on 2026-06-01 --recorded-at POS --format markdown",
        "terms coreweave-openai --on 2026-06-01 --recorded-at POS",
    ]

    @Test func `what is recorded later changes no answer at a fixed position`() async throws {
        let whole = try await Fixture.events.console()
        let recordings = Journal.read(paths: [Fixture.eventsFolder.path]).drafts.map(\.recording)
        let store = InMemoryStore(
            origin: TrustFixture.origin, clock: { Console.instant },
            salt: { Array(repeating: 7, count: 16) })
        for recording in recordings.prefix(recordings.count / 2) {
            _ = try await Book(store: store).record(recording, by: "ana")
        }
        let half = Console(books: ["./book.deedbook": store])
        let position = try await Book(store: store).head().number
        var answered = 0
        for line in Self.lines {
            let arguments = GoldenCase(
                "", line.replacingOccurrences(of: "POS", with: "\(position)")
            )
            .arguments
            let (before, after) = (await half.run(arguments), await whole.run(arguments))
            #expect(before == after, "\(line)")
            if !before.output.isEmpty { answered += 1 }
        }
        #expect(answered >= 20)
    }

    @Test func `what was recorded later is counted where that is asked`() async throws {
        let console = try await Fixture.tern.console()
        let line = ["terms", "tern-mill", "--on", "2025-04-03", "--recorded-at", "15"]
        let (silent, counted) = (await console.run(line), await console.run(line + ["--hidden"]))
        #expect(!silent.output.contains("recorded later"))
        #expect(counted.output.contains("recorded later"))
        let json = await console.run(line + ["--format", "json"])
        #expect(json.output.contains("\"hiddenByPosition\": null"))
    }

    @Test func `an agreement that was recorded later is unknown at the position`() async throws {
        let second = InventedBook.opening(agreement: "y", key: "second")
        let console = try await InventedBook.console([InventedBook.opening(), second])
        for line in [["terms", "y"], ["calendar", "y"], ["conflicts", "y"], ["timeline", "y"]] {
            let answer = await console.run(line + ["--recorded-at", "3"])
            #expect(
                answer.errors.contains("agreement 'y' was not yet recorded at #3; recorded later"),
                "\(line)")
        }
    }
}
