/// A day of the week.
public enum Weekday: String, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day {
    /// Which day of the week it is, in the calendar that has run without a gap since its first day, a Monday.
    public var weekday: Weekday { Weekday.allCases[(number - Day.first.number) % 7] }

    /// Easter Sunday of the western churches in a year from 1583 to 9999.
    ///
    /// By the rule of 1582 in the form of *Nature* 13 (1876), 487, as in J. Meeus, *Astronomical Algorithms*, chapter 8.
    static func easter(_ year: Int) -> Day {
        let (century, ofCentury) = (year / 100, year % 100)
        let golden = year % 19
        let skipped = century - century / 4 - (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + skipped + 15) % 30
        let week = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7
        let late = (golden + 11 * moon + 22 * week) / 451
        let days = moon + week - 7 * late + 114
        return .clamped(year: year, month: days / 31, day: days % 31 + 1)
    }

    /// The last day of the month in which it lies.
    var endOfMonth: Day { .clamped(year: year, month: month, day: 31) }
}
