import Foundation
public import Terms

/// The clock of the system; the only place where Deedbook looks at it.
public enum SystemClock {
    /// The instant that it is now, to the microsecond.
    public static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1_000)
    }
}
