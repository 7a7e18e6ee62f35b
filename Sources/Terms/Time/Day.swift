public import Notation

/// One civil day of the proleptic Gregorian calendar, in no time zone.
///
/// From 0001-01-01 to 9999-12-31. Arithmetic is on the count of days and never looks at a clock; it
/// stops at the first and the last day rather than leave the calendar.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    /// 0001-01-01.
    public static let first = Day(unchecked: -719_162)
    /// 9999-12-31.
    public static let last = Day(unchecked: 2_932_896)
    /// The day after the last one: what is over from then on is never over. It is no day of the calendar,
    /// is never written and cannot be read.
    public static let beyond = Day(unchecked: 2_932_897)

    private init(unchecked number: Int) { self.number = number }

    /// - Precondition: `number` lies between those of `first` and `last`.
    public init(number: Int) {
        precondition(
            number >= Day.first.number && number <= Day.last.number, "no such day: \(number)")
        self.number = number
    }

    /// Returns nil unless the calendar has a day of that number.
    public init?(exactly number: Int) {
        guard (Day.first.number...Day.last.number).contains(number) else { return nil }
        self.number = number
    }

    /// Returns nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Day.daysFromCivil(year, month, day)
    }

    /// Returns nil unless `text` is a day as ISO 8601 writes it, such as 2026-04-27.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard let year = reader.digits(4), reader.consume("-" as Unicode.Scalar),
            let month = reader.digits(2), reader.consume("-" as Unicode.Scalar),
            let day = reader.digits(2), reader.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// 1 to 9999.
    public var year: Int { civil.year }
    /// 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, from 1.
    public var day: Int { civil.day }

    /// The day that many days later, or earlier where `days` is negative.
    public func adding(days: Int) -> Day {
        let (sum, isOverflow) = number.addingReportingOverflow(days)
        guard !isOverflow else { return days < 0 ? .first : .last }
        return Day(unchecked: min(max(sum, Day.first.number), Day.last.number))
    }

    /// The next day, `beyond` after the last.
    public var next: Day { self >= .last ? .beyond : Day(unchecked: number + 1) }

    /// How many days later `other` is; negative where it is earlier.
    public func days(until other: Day) -> Int { other.number - number }

    /// One text, such as 2026-04-27.
    public static let codec = Codec<Day>.scalar(
        "a day such as 2026-04-27", schema: .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        parse: { Day($0) }, write: \.description)
}

extension Day: Comparable {
    public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }
}

extension Day: CustomStringConvertible {
    public var description: String {
        let (year, month, day) = civil
        return String(unsafeUninitializedCapacity: 10) { bytes in
            bytes.writeDigits(of: year, 0..<4)
            bytes[4] = UInt8(ascii: "-")
            bytes.writeDigits(of: month, 5..<7)
            bytes[7] = UInt8(ascii: "-")
            bytes.writeDigits(of: day, 8..<10)
            return 10
        }
    }
}

extension Day {
    /// How many days that month has.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// That day of that month, or the month's last day where it is shorter; months are counted on past
    /// December, and a month beyond the calendar gives the calendar's first or last day.
    static func clamped(year: Int, month: Int, day: Int) -> Day {
        let months = year * 12 + month - 1
        guard months >= 12 else { return .first }
        let (year, month) = (months / 12, months % 12 + 1)
        guard year <= 9999 else { return .last }
        let day = min(day, length(ofMonth: month, year: year))
        return Day(unchecked: daysFromCivil(year, month, day))
    }

    // Years are taken to begin in March, so that a leap day is the last of its year, and are counted
    // in eras of 400 years, which all have 146,097 days (H. Hinnant, "chrono-compatible low-level
    // date algorithms").

    private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
