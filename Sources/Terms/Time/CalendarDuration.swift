public import Notation

/// A length of time in one unit of the calendar: `P30D`, `P2W`, `P3M`, `P1Q`, `P7Y`.
///
/// ISO 8601 with one component, and `Q` for quarters of three months. Durations are equal as written:
/// twelve months are not one year, and thirty days are no month.
public struct CalendarDuration: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case day, week, month, quarter, year
    }

    /// How many units, 0 to 999,999.
    public let count: Int
    /// The one unit it is written in.
    public let unit: Unit

    /// Returns nil unless `count` lies within 0...999999.
    public init?(count: Int, unit: Unit) {
        guard (0...999_999).contains(count) else { return nil }
        self.count = count
        self.unit = unit
    }

    /// Returns nil unless `text` is `P`, a whole number and one of `D W M Q Y`.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard reader.consume("P" as Unicode.Scalar), let count = reader.wholeNumber(atMost: 6),
            let unit = Unit.allCases.first(where: { reader.consume($0.letter) }), reader.isAtEnd
        else { return nil }
        self.count = count
        self.unit = unit
    }

    /// The day this long after `day`.
    ///
    /// Months, quarters and years keep the day of the month; where the month reached is too short,
    /// its last day is taken. So 31 January plus a month is 28 or 29 February, and 29 February plus a
    /// year is 28 February. The day reached is counted from `day` once, never month by month, and
    /// stops at the last day of the calendar.
    public func added(to day: Day) -> Day {
        switch unit {
        case .day: day.adding(days: count)
        case .week: day.adding(days: count * 7)
        case .month: .clamped(year: day.year, month: day.month + count, day: day.day)
        case .quarter: .clamped(year: day.year, month: day.month + count * 3, day: day.day)
        case .year: .clamped(year: day.year + count, month: day.month, day: day.day)
        }
    }

    /// The day this long after `day`, counted as `added(to:)` does; `Day.beyond` where that leaves the calendar.
    public func reached(from day: Day) -> Day {
        guard day < .beyond else { return .beyond }
        let months =
            switch unit {
            case .day, .week: 0
            case .month: count
            case .quarter: count * 3
            case .year: count * 12
            }
        let days =
            switch unit {
            case .day: count
            case .week: count * 7
            case .month, .quarter, .year: 0
            }
        let year = (day.year * 12 + day.month - 1 + months) / 12
        guard year <= 9999, day.number + days <= Day.last.number else { return .beyond }
        return added(to: day)
    }

    /// The day this long before `day`.
    ///
    /// Months, quarters and years keep the day of the month; where the month reached is too short, its last
    /// day is taken. So three months before 31 May is 28 or 29 February, and adding the length again never
    /// passes `day`.
    public func subtracted(from day: Day) -> Day {
        switch unit {
        case .day: day.adding(days: -count)
        case .week: day.adding(days: -count * 7)
        case .month: .clamped(year: day.year, month: day.month - count, day: day.day)
        case .quarter: .clamped(year: day.year, month: day.month - count * 3, day: day.day)
        case .year: .clamped(year: day.year - count, month: day.month, day: day.day)
        }
    }

    /// That many of these lengths as one; nil where the count grows beyond 999,999.
    public func times(_ number: Int) -> CalendarDuration? {
        let (product, isOverflow) = count.multipliedReportingOverflow(by: number)
        return isOverflow ? nil : CalendarDuration(count: product, unit: unit)
    }

    /// The length in words, such as `3 months`.
    public var displayText: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }

    /// One text, such as `P7Y`.
    public static let codec = Codec<CalendarDuration>.scalar(
        "a duration such as P7Y, P1Q, P3M, P2W or P30D",
        schema: .pattern("^P(0|[1-9][0-9]{0,5})[DWMQY]$"),
        parse: { CalendarDuration($0) }, write: \.description
    ).forgiving(text: understood)
}

extension CalendarDuration: CustomStringConvertible {
    public var description: String { "P\(count)\(unit.letter)" }
}

extension CalendarDuration.Unit {
    fileprivate var letter: Unicode.Scalar {
        switch self {
        case .day: "D"
        case .week: "W"
        case .month: "M"
        case .quarter: "Q"
        case .year: "Y"
        }
    }
}
