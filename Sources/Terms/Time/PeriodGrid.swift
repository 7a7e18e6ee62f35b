/// Periods of one length that follow each other without a gap, one of which begins on a given day; those before it too.
///
/// What FpML states by a length and a first regular period: `P1Y` and 2024-01-01 are the calendar years, `P1Y` and
/// 2024-07-01 the fiscal years that end with 30 June. Each is counted from the given day at once, never from the one
/// before it: `P1M` from 31 January reaches the last day of each shorter month.
public struct PeriodGrid: Hashable, Sendable {
    public let length: CalendarDuration
    /// The first day of one of the periods.
    public let anchor: Day

    /// Returns nil for periods of no length.
    public init?(of length: CalendarDuration, from anchor: Day) {
        guard !length.isEmpty else { return nil }
        self.length = length
        self.anchor = anchor
    }

    /// The first day of the period so many after the one that begins with the anchor, or before it below zero; no day
    /// outside of the calendar.
    public func start(_ number: Int) -> Day {
        let span = length.times(abs(number))
        if number < 0 { return span?.subtracted(from: anchor) ?? .first }
        return span?.added(to: anchor) ?? .last
    }

    /// The number of the period that a day lies in.
    public func number(of day: Day) -> Int {
        let days = anchor.days(until: day)
        // As many as surely are over; the few that are left are counted one by one.
        var number = days / length.possibleDays.upperBound - (days < 0 ? 1 : 0)
        while number < 0, start(number) > day { number -= 1 }
        while start(number + 1) <= day, start(number + 1) > start(number) { number += 1 }
        return number
    }

    /// The period that a day lies in.
    public func period(of day: Day) -> ClosedRange<Day> {
        let number = number(of: day)
        let (first, next) = (start(number), start(number + 1))
        return next > first && next > day ? first...next.adding(days: -1) : first...Day.last
    }

    /// The first day of the period so many after the one that a day lies in; the day itself for none.
    public func boundary(_ number: Int, after day: Day) -> Day {
        number == 0 ? day : start(self.number(of: day) + number)
    }
}
