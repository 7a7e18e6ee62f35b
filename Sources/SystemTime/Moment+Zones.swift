import Foundation
public import Questions
public import Terms

/// What day it is somewhere; the only place where Deedbook knows of time zones.
extension Moment {
    /// The moment at an instant, with the days that it is in the zones that this machine knows.
    public init(at instant: Instant) {
        self.init(instant) { zone in Self.day(at: instant, in: zone) }
    }

    /// Now, by the clock of the system.
    public static var now: Moment { Moment(at: SystemClock.now()) }

    /// The civil day at an instant in a zone of the IANA database; nil where this machine does not know the zone.
    private static func day(at instant: Instant, in zone: String) -> Day? {
        let seconds = instant.microseconds / 1_000_000
        guard
            let offset = TimeZone(identifier: zone)?
                .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        else { return nil }
        return Instant(microseconds: instant.microseconds + offset * 1_000_000).day
    }
}
