public import Terms

/// What is expected of the clocks that recordings and cosignatures are dated by.
public enum ClockLimits {
    /// How far the clocks of two machines may lie apart, in microseconds: five minutes, what Kerberos allows by default
    /// (`clockskew` of krb5.conf). Clocks that are kept by NTP stay far below, and who dates a recording falsely gains
    /// nothing from less.
    public static let skew = 5 * 60 * 1_000_000

    /// How many days may lie between two recordings before someone has to say that the clock is right.
    ///
    /// A book in use hears something every year, if only a report. Who opens one that rested for longer is asked once;
    /// a clock that is wrong by more is not taken over by mistake, which could not be undone: no later recording can have
    /// an earlier instant.
    public static let restingDays = 366

    /// The whole days from the last recording to an instant, where they are more than a book is expected to rest.
    public static func leap(from last: Instant, to next: Instant) -> Int? {
        let days = (next.microseconds - last.microseconds) / (24 * 60 * 60 * 1_000_000)
        return days > restingDays ? days : nil
    }
}
