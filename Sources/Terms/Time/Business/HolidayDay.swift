public import Notation

/// The day of a holiday, as people write it: `25 december`, `third monday of january`, `last monday of may`,
/// `easter - 2`, `2022-09-19`.
public enum HolidayDay: Hashable, Sendable {
    /// The same day of the same month each year; 29 February where there is one.
    case each(day: Int, month: Month)
    /// The first, second, third, fourth or last such day of the week in a month.
    case weekday(Ordinal, Weekday, of: Month)
    /// So many days after Easter Sunday, or before it.
    case easter(Int)
    /// That day alone.
    case once(Day)

    public enum Ordinal: String, CaseIterable, Hashable, Sendable {
        case first, second, third, fourth, last
    }

    public enum Month: String, CaseIterable, Hashable, Sendable {
        case january, february, march, april, may, june, july, august, september, october
        case november, december

        /// 1 to 12.
        var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    }

    /// The day in that year; nil where it has none.
    func date(in year: Int) -> Day? {
        switch self {
        case .each(let day, let month): Day(year: year, month: month.number, day: day)
        case .weekday(let ordinal, let weekday, let month):
            Self.day(ordinal, weekday, year: year, month: month.number)
        case .easter(let days): Day.easter(year).adding(days: days)
        case .once(let day): day.year == year ? day : nil
        }
    }

    private static func day(
        _ ordinal: Ordinal, _ weekday: Weekday, year: Int, month: Int
    ) -> Day? {
        let first: Day =
            switch ordinal {
            case .first: .clamped(year: year, month: month, day: 1)
            case .second: .clamped(year: year, month: month, day: 8)
            case .third: .clamped(year: year, month: month, day: 15)
            case .fourth: .clamped(year: year, month: month, day: 22)
            case .last: Day.clamped(year: year, month: month, day: 31).adding(days: -6)
            }
        return (0..<7).lazy.map { first.adding(days: $0) }.first { $0.weekday == weekday }
    }

    /// Returns nil unless `text` is a day in one of these forms.
    public init?(_ text: String) {
        if let day = Day(text) {
            self = .once(day)
            return
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch words.count {
        case 1 where words[0] == "easter": self = .easter(0)
        case 2:
            guard let day = Self.number(words[0], within: 1...31),
                let month = Month(rawValue: words[1]),
                Day(year: 2000, month: month.number, day: day) != nil
            else { return nil }
            self = .each(day: day, month: month)
        case 3 where words[0] == "easter" && ["+", "-"].contains(words[1]):
            guard let days = Self.number(words[2], within: 1...99) else { return nil }
            self = .easter(words[1] == "-" ? -days : days)
        case 4 where words[2] == "of":
            guard let ordinal = Ordinal(rawValue: words[0]),
                let weekday = Weekday(rawValue: words[1]), let month = Month(rawValue: words[3])
            else { return nil }
            self = .weekday(ordinal, weekday, of: month)
        case _: return nil
        }
    }

    private static func number(_ text: String, within range: ClosedRange<Int>) -> Int? {
        var reader = ByteReader(text)
        guard let number = reader.wholeNumber(atMost: 2), reader.isAtEnd, range.contains(number)
        else { return nil }
        return number
    }

    /// One text.
    public static let codec = Codec<HolidayDay>.scalar(
        "a holiday such as 25 december, third monday of january, easter - 2 or 2022-09-19",
        schema: .pattern(
            "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]? [a-z]+|easter( [+-] [1-9][0-9]?)?"
                + "|(first|second|third|fourth|last) [a-z]+ of [a-z]+)$"),
        parse: { HolidayDay($0) }, write: \.description)
}

extension HolidayDay: CustomStringConvertible {
    public var description: String {
        switch self {
        case .each(let day, let month): "\(day) \(month.rawValue)"
        case .weekday(let ordinal, let weekday, let month):
            "\(ordinal.rawValue) \(weekday.rawValue) of \(month.rawValue)"
        case .easter(0): "easter"
        case .easter(let days): "easter \(days < 0 ? "-" : "+") \(abs(days))"
        case .once(let day): day.description
        }
    }
}

extension HolidayDay: ExpressibleByStringLiteral {
    /// For the days in source text.
    ///
    /// - Precondition: the literal is a day in one of the forms of a holiday.
    public init(stringLiteral value: String) {
        guard let day = HolidayDay(value) else { preconditionFailure("'\(value)' is no holiday") }
        self = day
    }
}
