/// A calendar by which a day cannot be counted, because it does not say which days are business days.
public struct CalendarGap: Hashable, Sendable {
    /// nil where none is named.
    public let calendar: CalendarID?
    /// The years for which its holidays are stated; nil where it is not defined.
    public let years: ClosedRange<Int>?
}

extension CalendarGap: CustomStringConvertible {
    public var description: String {
        guard let calendar else { return "no calendar of business days is named" }
        return years.map {
            "calendar \(calendar) states holidays for \($0.lowerBound) to \($0.upperBound) only"
        }
            ?? "calendar \(calendar) is not defined"
    }
}

extension DayMove {
    /// The calendars for want of which it is not known where it leads from a day; none where that is known.
    public func gaps(from day: Day, _ calendars: BusinessCalendars) -> [CalendarGap] {
        let reached = reached(from: day, calendars)
        guard day < .beyond, reached.lowerBound < reached.upperBound else { return [] }
        if self.calendars.isEmpty { return [CalendarGap(calendar: nil, years: nil)] }
        let gaps = self.calendars.map { CalendarGap(calendar: $0, years: calendars[$0]?.years) }
        let isShort = gaps.contains { $0.years == nil }
        return isShort ? gaps.filter { $0.years == nil } : gaps
    }
}
