import DeedbookCommands
import Foundation
import Synchronization
import Terms
import Testing

/// The picture that the README shows is the one the program draws of the record.
struct PictureFileTests {
    private static let line = "timeline microsoft-openai --on 2026-10-31 --format svg"
    private static let path = "Sources/Rendering/Rendering.docc/microsoft-openai.svg"

    /// After the day of the question, as for the reader of the README: a day to come is shown as scheduled.
    private static let later = Instant("2027-01-01T12:00:00Z") ?? Instant(microseconds: 0)

    @Test func `the picture in the README is what the command below it draws`() async throws {
        let words = Self.line.split(separator: " ").map(String.init)
        let printed = Mutex("")
        var environment = try await Fixture.events.console().environment()
        environment.output = OutputStream { text in printed.withLock { $0 += text } }
        environment.clock = { Self.later }
        let status = await Deedbook.run(words, in: environment)
        let picture = Data(printed.withLock { $0 }.utf8)
        let file = Fixture.root.appendingPathComponent(Self.path)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try picture.write(to: file)
        }
        #expect(status == 0)
        let isFresh = try Data(contentsOf: file) == picture
        #expect(isFresh, "\(Self.path) is stale: RECORD_GOLDEN=1 swift test --filter PictureFile")
    }

    @Test func `the README shows it, with words for who cannot see it`() throws {
        let text = try String(contentsOf: ReadmeTests.readme, encoding: .utf8)
        #expect(text.contains("$ deedbook \(Self.line) > "))
        let images = text.matches(of: /!\[([^\]]*)\]\(([^)]*)\)/)
        let image = try #require(images.first { $0.output.2 == Self.path })
        #expect(image.output.1.count > 100)
        for image in images {
            let file = Fixture.root.appendingPathComponent(String(image.output.2))
            #expect(FileManager.default.fileExists(atPath: file.path), "\(image.output.2)")
        }
    }
}
