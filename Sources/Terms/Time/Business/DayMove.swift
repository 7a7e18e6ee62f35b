/// How an agreement leads from one day to another, other than by a plain length of time.
///
/// A later day never leads to an earlier one: so the first and the last of some days lead to the first and the last that
/// are reached.
public enum DayMove: Hashable, Sendable {
    /// So many business days later, or earlier where negative; the day itself is not counted.
    case businessDays(Int, in: [CalendarID])
    /// To a business day, by a convention.
    case rolled(RollConvention, in: [CalendarID])
    /// A length later, by the end-of-month rule: from the last day of a month to the last day of a month.
    case keepingMonthEnd(CalendarDuration)
    /// To the last day of the month, the quarter or the year of the calendar in which it lies.
    case endOf(Period)

    /// A period of the calendar: quarters begin in January, April, July and October.
    public enum Period: String, CaseIterable, Hashable, Sendable {
        case month, quarter, year
    }

    /// The most business days that are counted.
    public static let mostBusinessDays = 9999

    /// The calendars by which it goes.
    public var calendars: [CalendarID] {
        switch self {
        case .rolled(.none, _), .keepingMonthEnd, .endOf: []
        case .businessDays(_, let names), .rolled(_, let names): names
        }
    }

    /// Whether it counts from a day, as a length does, rather than put the day itself elsewhere.
    public var isCounted: Bool {
        switch self {
        case .businessDays, .keepingMonthEnd: true
        case .rolled, .endOf: false
        }
    }

    /// The days of which one is reached from a day: a single one where the calendars say which.
    ///
    /// Where they do not, the earliest and the latest on which it may be; `Day.beyond` where it may leave the calendar.
    public func reached(from day: Day, _ calendars: BusinessCalendars) -> ClosedRange<Day> {
        guard day < .beyond else { return .beyond ... .beyond }
        switch self {
        case .businessDays(let count, let names):
            // No calendar says of any day whether it is one.
            if !names.isEmpty, let day = calendars.day(count, businessDaysFrom: day, in: names) {
                return day...day
            }
            let nearest = day.adding(days: count)
            return count < 0 ? .first...nearest : nearest ... .beyond
        case .rolled(let convention, let names):
            if let day = calendars.rolled(day, by: convention, in: names) { return day...day }
            return Self.possible(day, convention)
        case .keepingMonthEnd(let length):
            let reached = length.reached(from: day)
            let isKept = day == day.endOfMonth && length.days == 0 && reached < .beyond
            let day = isKept ? reached.endOfMonth : reached
            return day...day
        case .endOf(let period):
            let day = period.end(of: day)
            return day...day
        }
    }

    private static func possible(_ day: Day, _ convention: RollConvention) -> ClosedRange<Day> {
        switch convention {
        case .none: day...day
        case .following: day ... .beyond
        case .preceding: .first...day
        // Within the month, unless that has no business day at all.
        case .modifiedFollowing: Day.clamped(year: day.year, month: day.month, day: 1) ... .beyond
        case .modifiedPreceding: .first...day.endOfMonth
        }
    }
}

extension DayMove.Period {
    fileprivate func end(of day: Day) -> Day {
        switch self {
        case .month: day.endOfMonth
        case .quarter: .clamped(year: day.year, month: (day.month + 2) / 3 * 3, day: 31)
        case .year: .clamped(year: day.year, month: 12, day: 31)
        }
    }
}

extension DayMove {
    /// What it makes of the words for a day.
    func description(of bound: DateBound) -> String {
        switch self {
        case .businessDays(let count, let names):
            let days = abs(count) == 1 ? "business day" : "business days"
            let side = count < 0 ? "before" : "after"
            return
                "\(abs(count)) \(days)\(names.isEmpty ? "" : " in \(Self.listing(names))") \(side) "
                + bound.anchorDescription
        case .rolled(let convention, let names):
            return "\(bound.nestedDescription) (\(convention.rawValue) business day in "
                + "\(Self.listing(names)))"
        case .keepingMonthEnd(let length):
            return "\(length.displayText) after \(bound.anchorDescription) (month end to month end)"
        case .endOf(let period):
            return "the end of the calendar \(period.rawValue) of \(bound.anchorDescription)"
        }
    }

    private static func listing(_ names: [CalendarID]) -> String {
        names.map(\.text).joined(separator: " and ")
    }
}
