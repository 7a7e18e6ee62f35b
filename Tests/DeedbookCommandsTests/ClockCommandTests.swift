import DeedbookCommands
import EventStore
import Foundation
import Terms
import Testing

/// What `record` says of a clock that is far from the last recording, which was made at `Console.instant`.
struct ClockCommandTests {
    private static let redaction = Fixture.folder.appendingPathComponent("redaction").path

    private static func record(
        _ folder: String, _ options: [String] = [], at instant: String, in console: Console
    ) async throws -> (status: Int32, errors: String) {
        let now = try #require(Instant(instant))
        var environment = console.environment()
        environment.clock = { now }
        let before = console.written.errors
        let status = await Deedbook.run(["record", folder] + options, in: environment)
        return (status, String(console.written.errors.dropFirst(before.count)))
    }

    @Test func `a clock more than a year ahead is asked about, and taken once someone says so`()
        async throws
    {
        let console = try await Fixture.tern.console()
        let store = try #require(console.store("./book.deedbook"))
        let head = try await store.head()
        let far = "2062-01-01T00:00:00Z"
        let refused = try await Self.record(Self.redaction, at: far, in: console)
        #expect(refused.status == 65 && refused.errors.contains("--accept-clock"))
        #expect(refused.errors.contains(far) && refused.errors.contains("\(Console.instant)"))
        #expect(try await store.head() == head)
        let again = try await Self.record(
            Fixture.ternFolder.path, ["--recorder", "ana"], at: far, in: console)
        #expect(again.status == 0, "what is in the book already needs no clock")
        let accepted = try await Self.record(
            Self.redaction, ["--accept-clock"], at: far, in: console)
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(try await store.head() > head)
    }

    @Test(arguments: [("2025-04-02T22:25:00Z", false), ("2025-04-02T22:24:59Z", true)])
    func `a clock that is behind is a warning, once it is so by more than clocks differ`(
        instant: String, isTold: Bool
    ) async throws {
        let console = try await Fixture.tern.console()
        let result = try await Self.record(Self.redaction, at: instant, in: console)
        #expect(result.status == 0)
        #expect(result.errors.contains("warning: the clock of this machine says") == isTold)
        let again = try await Self.record(Self.redaction, at: instant, in: console)
        #expect(again.status == 0 && again.errors.isEmpty, "nothing was recorded")
    }
}
