public import Amendments
public import EventStore
public import Terms

extension Book {
    /// Throws `clockAhead` where recordings would be the first for longer than a book is expected to rest.
    ///
    /// A clock that is far ahead by mistake would be taken over for ever, since no instant of a recording is before that
    /// of the one before it. Where someone says that the clock is right, leave this out: the gap between the two
    /// instants stays on record, in entries that are signed, and an audit reports it (`Doubt.Kind.clockLeap`). In a
    /// book without recordings there is nothing to hold a clock against.
    ///
    /// - Parameters:
    ///   - recordings: what is to be recorded; what is in the book already does not count.
    ///   - now: what the clock says.
    public func checkClock(
        _ now: Instant, before recordings: [Recording]
    ) async throws(DeedbookError) {
        guard let last = try await lastInstant(), ClockLimits.leap(from: last, to: now) != nil
        else { return }
        for recording in recordings where try await store.recording(recording.key).isEmpty {
            throw .clockAhead(now: now, last: last, at: try await head())
        }
    }
}
