import Amendments
import Foundation
import Terms

/// What day it is somewhere; the only place where Deedbook knows of time zones.
enum CivilClock {
    /// Whether this machine knows the zone.
    static func knows(_ zone: String) -> Bool { TimeZone(identifier: zone) != nil }

    /// The civil day at an instant in a zone of the IANA database; in UTC where the zone is not known.
    static func day(at instant: Instant, in zone: String) -> Day {
        let seconds = instant.microseconds / 1_000_000
        let offset = TimeZone(identifier: zone)?
            .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        return Instant(microseconds: instant.microseconds + (offset ?? 0) * 1_000_000).day
    }
}
