import Terms

/// Which part of a year each day is, by the words of ISDA (2006 ISDA Definitions, 4.16).
enum DayCount: String, Hashable, Sendable {
    case actual360 = "actual/360"
    case actual365 = "actual/365"
    /// A day of a leap year is one of 366.
    case actualActual = "actual/actual"
    /// Every month has 30 days: the 31st counts as the 30th, and the last of February for what is missing.
    case thirty360 = "30e/360"

    func part(of day: Day) -> Fraction {
        switch self {
        case .actual360: Fraction(1, over: 360)
        case .actual365: Fraction(1, over: 365)
        case .actualActual: Fraction(1, over: day.isInLeapYear ? 366 : 365)
        case .thirty360: Fraction(Int128(day.next.place - day.place), over: 360)
        }
    }
}

extension Day {
    fileprivate var isInLeapYear: Bool {
        year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    }

    /// Which day it is where each month has 30.
    fileprivate var place: Int { (year * 12 + month) * 30 + min(day, 30) }
}
