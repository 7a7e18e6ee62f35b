import Ledger
import Terms

/// Days and stretches of days in words, ends always included.
enum DayPhrase {
    /// `Tue 2026-04-28`.
    static func withWeekday(_ day: Day) -> String { "\(weekday(of: day)) \(day)" }

    /// A half-open stretch as people say it: `from 2025-10-28 through 2026-04-26`.
    static func stretch(_ days: DayRange) -> String {
        switch (days.since, days.through) {
        case (nil, nil): "always"
        case (let from?, nil): "from \(from)"
        case (nil, let last?): "through \(last)"
        case (let from?, let last?): from == last ? "on \(from)" : "from \(from) through \(last)"
        }
    }

    /// Days of which one is meant, both included: `in 2020-06` of a month, `in 2020` of a year, else
    /// `between 2020-06-03 and 2020-06-10`.
    static func window(_ first: Day, _ last: Day) -> String {
        let dates = [first.description.prefix(4), first.description.prefix(7)]
        let whole = dates.compactMap { CivilDate(String($0)) }
            .first { $0.earliest == first && $0.latest == last }
        return whole.map { "in \($0)" }
            ?? (first == last ? "on \(first)" : "between \(first) and \(last)")
    }

    static func possible(_ day: PossibleDay) -> String { window(day.first, day.last) }

    /// `since 2020-06-03`; of a day that is not known, `in 2020-06`.
    static func since(_ day: PossibleDay) -> String {
        day.exact.map { "since \($0)" } ?? possible(day)
    }

    private static func weekday(of day: Day) -> String {
        // 1970-01-01, day 0, was a Thursday.
        let index = ((day.number + 3) % 7 + 7) % 7
        return ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index]
    }
}
