import Amendments
import Foundation
import Questions
import Terms

/// What day it is somewhere; the only place where Deedbook knows of time zones.
enum CivilClock {
    /// The civil day at an instant in a zone of the IANA database; nil where this machine does not know the zone.
    static func day(at instant: Instant, in zone: String) -> Day? {
        let seconds = instant.microseconds / 1_000_000
        guard
            let offset = TimeZone(identifier: zone)?
                .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        else { return nil }
        return Instant(microseconds: instant.microseconds + offset * 1_000_000).day
    }
}

extension CommandEnvironment {
    /// Now, with the days that it is in the zones that this machine knows.
    ///
    /// - Parameter today: the day that is taken for today in every zone; nil for the one that is set, else the clock's.
    func moment(today: Day? = nil) -> Moment {
        let now = clock()
        if let today = today ?? settings.value(\.today) { return Moment(now, today: today) }
        return Moment(now) { zone in CivilClock.day(at: now, in: zone) }
    }
}
