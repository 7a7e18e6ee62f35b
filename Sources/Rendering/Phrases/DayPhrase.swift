import Terms

/// Days and stretches of days in words, ends always included.
enum DayPhrase {
    /// `Tue 2026-04-28`.
    static func withWeekday(_ day: Day) -> String { "\(weekday(of: day)) \(day)" }

    /// A half-open stretch as people say it: `from 2025-10-28 through 2026-04-26`.
    static func stretch(from: Day?, to: Day?) -> String {
        let last = to.map { $0.adding(days: -1) }
        return switch (from, last) {
        case (nil, nil): "always"
        case (let from?, nil): "from \(from)"
        case (nil, let last?): "through \(last)"
        case (let from?, let last?): from == last ? "on \(from)" : "from \(from) through \(last)"
        }
    }

    private static func weekday(of day: Day) -> String {
        // 1970-01-01, day 0, was a Thursday.
        let index = ((day.number + 3) % 7 + 7) % 7
        return ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index]
    }
}
