public import Notation

/// A day on which business rests, by a rule or by its date.
public struct HolidayRule: Hashable, Sendable {
    /// What it is called, where that is stated.
    public var name: String?
    public var day: HolidayDay
    /// On which day it is kept where it falls on a day of rest.
    public var observed: Observance
    /// The first year that has it; nil for all.
    public var from: Int?
    /// The last year that has it; nil for all.
    public var through: Int?
    /// The years between that do not have it by this rule.
    public var except: [Int]

    /// What happens to a holiday on a day of rest.
    public enum Observance: String, CaseIterable, Hashable, Sendable {
        /// Nothing: no other day is given for it.
        case asItFalls = "as-it-falls"
        /// A Sunday's is kept on the Monday after; a Saturday's is not moved.
        case mondayAfterSunday = "monday-after-sunday"
        /// A Saturday's is kept on the Friday before, a Sunday's on the Monday after.
        case nearestWeekday = "nearest-weekday"
        /// It is kept on the next day that is neither a day of rest nor another holiday.
        case nextWeekday = "next-weekday"
    }

    public init(
        _ name: String? = nil, _ day: HolidayDay, observed: Observance = .asItFalls,
        from: Int? = nil, through: Int? = nil, except: [Int] = []
    ) {
        self.name = name
        self.day = day
        self.observed = observed
        self.from = from
        self.through = through
        self.except = except
    }

    /// The day itself in a year, wherever it is kept; nil where that year has none.
    func date(in year: Int) -> Day? {
        guard year <= 9999, from.map({ $0 <= year }) ?? true, through.map({ year <= $0 }) ?? true,
            !except.contains(year)
        else { return nil }
        return day.date(in: year)
    }

    /// A map such as `{ name: Memorial Day, on: last monday of may, from: 1971 }`.
    public static let codec = Codec<HolidayRule>.object(
        { HolidayRule($0, $1, observed: $2, from: $3, through: $4, except: $5) },
        .optional("name", \.name, .text),
        .required("on", \.day, HolidayDay.codec),
        .optional(
            "observed", \.observed, .choice("how a holiday on a day of rest is kept"),
            default: .asItFalls),
        .optional("from", \.from, .calendarYear),
        .optional("through", \.through, .calendarYear),
        .optional("except", \.except, .oneOrMany(.calendarYear), default: [])
    )
}

extension Codec where Value == Int {
    /// A year from 1583, the first whole one of the Gregorian calendar, to 9999.
    static let calendarYear = Codec.integer.map(
        { year, mark, problems in
            if (1583...9999).contains(year) { return year }
            problems.report(
                "\(year) is not a year of the Gregorian calendar", hint: "expected 1583 to 9999",
                at: mark)
            return nil
        }, { $0 })
}
