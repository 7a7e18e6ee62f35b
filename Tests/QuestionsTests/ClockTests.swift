import Amendments
import EventStore
import Questions
import Terms
import Testing

/// A clock that is far ahead of a book is asked about before it is taken over.
struct ClockTests {
    private static func later(_ days: Int) -> Instant {
        Instant(microseconds: Desk.begins.microseconds + days * 86_400_000_000)
    }

    @Test(arguments: [(-400, false), (0, false), (366, false), (367, true), (40_000, true)])
    func `a clock counts as right for a year and a day after the last recording`(
        days: Int, isRefused: Bool
    ) async throws {
        let desk = try await Desk(opening(fee()))
        let now = Self.later(days)
        let new = amended("later", to: "USD 12", on: "2024-06-01")
        guard isRefused else { return try await desk.book.checkClock(now, before: [new]) }
        let expected = DeedbookError.clockAhead(
            now: now, last: Desk.begins, at: try await desk.book.head())
        await #expect(throws: expected) { try await desk.book.checkClock(now, before: [new]) }
    }

    @Test func `what is in the book already is recorded by no clock`() async throws {
        let first = opening(fee())
        let desk = try await Desk(first)
        try await desk.book.checkClock(Self.later(4_000), before: [first])
    }

    @Test func `a book without recordings has nothing to hold a clock against`() async throws {
        let desk = try await Desk()
        try await desk.book.checkClock(Self.later(4_000), before: [opening(fee())])
    }
}
