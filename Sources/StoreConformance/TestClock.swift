import Synchronization
public import Terms

/// A clock that a check can move, also backwards; it moves a second forward at each look.
public final class TestClock: Sendable {
    private let microseconds = Mutex(1_700_000_000_000_000)

    public init() {}

    /// The next instant.
    public func now() -> Instant {
        microseconds.withLock {
            $0 += 1_000_000
            return Instant(microseconds: $0)
        }
    }

    /// Sets the clock back.
    public func goBack(seconds: Int) {
        microseconds.withLock { $0 -= seconds * 1_000_000 }
    }
}
