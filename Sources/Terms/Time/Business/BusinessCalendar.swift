/// On which days business is done in one place: its days of rest, its holidays, and the years for which they are
/// stated. Of other years nothing is known.
public struct BusinessCalendar: Hashable, Sendable {
    /// The days of the week on which no business is done.
    public let weekend: Set<Weekday>
    /// The years for which the holidays are stated, at most `longest`.
    public let years: ClosedRange<Int>
    public let holidays: [HolidayRule]
    /// The days of these years, and of some next to them, on which a holiday is kept.
    private let closed: Set<Day>

    /// The most years that a calendar may state.
    public static let longest = 200

    /// Returns nil where no day of the week is left for business, or the years are too many.
    public init?(weekend: Set<Weekday>, years: ClosedRange<Int>, holidays: [HolidayRule]) {
        guard weekend.count < Weekday.allCases.count, years.count <= Self.longest,
            years.lowerBound >= 1583, years.upperBound <= 9999
        else { return nil }
        self.weekend = weekend
        self.years = years
        self.holidays = holidays
        // A holiday of the year before or after may be kept in one of them.
        let closest = years.lowerBound - 1...years.upperBound + 1
        closed = closest.reduce(into: []) { days, year in
            days.formUnion(Self.kept(holidays, in: year, weekend))
        }
    }

    /// Whether business is done on that day.
    public func isBusinessDay(_ day: Day) -> Truth {
        guard day < .beyond, years.contains(day.year) else { return .unknown }
        return Truth(!weekend.contains(day.weekday) && !closed.contains(day))
    }

    /// The days of a stated year on which a holiday is kept, those on days of rest left out; nil for other years.
    public func holidays(in year: Int) -> [Day]? {
        guard years.contains(year) else { return nil }
        return closed.filter { $0.year == year && !weekend.contains($0.weekday) }.sorted()
    }

    /// The days on which the holidays of one year are kept, whichever year they lie in.
    private static func kept(
        _ rules: [HolidayRule], in year: Int, _ weekend: Set<Weekday>
    ) -> Set<Day> {
        let dated = rules.compactMap { rule in rule.date(in: year).map { (rule.observed, $0) } }
        return dated.reduce(into: Set(dated.map(\.1))) { days, holiday in
            days.insert(day(of: holiday.1, kept: holiday.0, weekend, besides: days))
        }
    }

    private static func day(
        of day: Day, kept observance: HolidayRule.Observance, _ weekend: Set<Weekday>,
        besides others: Set<Day>
    ) -> Day {
        switch (observance, day.weekday) {
        case (.mondayAfterSunday, .sunday), (.nearestWeekday, .sunday): return day.adding(days: 1)
        case (.nearestWeekday, .saturday): return day.adding(days: -1)
        case (.nextWeekday, let weekday) where weekend.contains(weekday):
            var next = day.adding(days: 1)
            while next < .last, weekend.contains(next.weekday) || others.contains(next) {
                next = next.adding(days: 1)
            }
            return next
        case (.asItFalls, _), (.mondayAfterSunday, _), (.nearestWeekday, _), (.nextWeekday, _):
            return day
        }
    }
}
