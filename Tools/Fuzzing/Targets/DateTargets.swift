import Amendments
import Notation
import Terms

extension FuzzTarget {
    /// Days, dates, ranges of dates and instants.
    static let dates = FuzzTarget(
        text: "dates",
        seeds: [
            "2026-04-27", "2026-04", "2026", "2026~", "2026-04?", "2026-04-27%", "0001-01-01",
            "9999-12-31", "2024-02-29", "2025-01/2025-09", "2025-10-28/..", "2019/", "../2019",
            "/2019", "2026-21", "201X", "20XX~", "2004-XX", "2004-06-XX", "2004-XX-XX?",
            "Y170000002", "-0999", "2026-22/2026-24", "1985-04-12T23:20:30+04:30",
            "2026-05-12T09:14:03Z", "1969-12-31T23:59:59.000001Z",
        ],
        words: [
            "-", "/", "..", "~", "T", ":", "Z", "2000-02-30", "12", "31", "00", "X", "XX", "Y",
            "21",
        ]
    ) { text throws(Broken) in
        let outcomes = [
            try day(text), try date(text), try range(text), try instant(text),
        ]
        return outcomes.contains(true) ? .accepted : .refused
    }

    /// Where something begins or ends, as JSON.
    static let bounds = FuzzTarget(
        "bounds",
        seeds: [
            #"{"through":"2030"}"#, #""open""#,
            #"{"first-of":[{"upon":"agi"},{"until":"2033-01-01"}]}"#,
            #"{"last-of":[{"first-of":["open",{"soft":"2026-05~/2026-06"}]},{"announced":"2026-04"}]}"#,
            #"{"after":{"of":{"upon":"agi"},"business-days":10,"calendar":"new-york"}}"#,
            #"{"before":{"of":{"on":"2026-24"},"business-days":1,"calendar":["london","x"]}}"#,
            #"{"rolled":{"day":{"on":"2026"},"by":"modified-following","calendar":"target2"}}"#,
            #"{"end-of":{"quarter":{"after":{"of":"open","period":"P1M","end-of-month":true}}}}"#,
        ],
        words: [
            #"{"first-of":["#, #"{"last-of":["#, "]}", #""open""#, #"{"upon":"a"}"#,
            #"{"from":"2020"}"#,
            ",", "\"on\"", "\"soft\"",
        ]
    ) { bytes throws(Broken) in
        guard let node = parsedJSON(bytes),
            let bound = try decoded(node, DateBound.codec, "a bound")
        else {
            return .refused
        }
        try holdRoundTrip(bound, DateBound.codec, "a bound")
        try hold(!bound.description.isEmpty, "a bound has words")
        try hold(bound.conditions.count <= bytes.count, "no condition that is not written")
        return .accepted
    }

    /// Lengths of time, and the days that they lead to.
    static let durations = FuzzTarget(
        text: "durations",
        seeds: ["P30D", "P2W", "P3M", "P1Q", "P7Y", "P0D", "P999999Y", "P1Y6M", "P1Q2W3D"],
        words: ["P", "D", "W", "M", "Q", "Y", "T", "H", "1000000"]
    ) { text throws(Broken) in
        guard let duration = CalendarDuration(text) else { return .refused }
        try holdSame(duration.description, text, "a duration is written as it was")
        try hold(
            duration.components.allSatisfy {
                CalendarDuration(count: $0.count, unit: $0.unit) != nil
            },
            "a duration is within its limits: \(text)")
        for day in [Day.first, Day.last, Day(year: 2024, month: 2, day: 29) ?? .first] {
            let later = duration.added(to: day)
            try hold(later >= day && later <= .last, "\(text) after \(day) is not \(later)")
        }
        return .accepted
    }

    private static func day(_ text: String) throws(Broken) -> Bool {
        guard let day = Day(text) else { return false }
        try holdSame(day.description, text, "a day is written as it was")
        try hold(day >= .first && day <= .last, "a day of the calendar: \(text)")
        try hold(
            Day(year: day.year, month: day.month, day: day.day) == day, "a day's parts: \(text)")
        return true
    }

    private static func date(_ text: String) throws(Broken) -> Bool {
        guard let date = CivilDate(text) else { return false }
        try holdSame(date.description, text, "a date is written as it was")
        try hold(date.earliest <= date.latest, "a date begins before it ends: \(text)")
        try hold(date.isExact == (date.earliest == date.latest), "one day is exact: \(text)")
        return true
    }

    private static func range(_ text: String) throws(Broken) -> Bool {
        guard let range = DateRange(text) else { return false }
        try hold(DateRange(range.description) == range, "a range is read back: \(text)")
        try holdRoundTrip(range, DateRange.codec, "a range")
        if let start = range.earliest, let end = range.latest {
            try hold(start <= end, "a range begins before it ends: \(text)")
        }
        return true
    }

    private static func instant(_ text: String) throws(Broken) -> Bool {
        guard let instant = Instant(text) else { return false }
        try hold(Instant(instant.description) == instant, "an instant is read back: \(text)")
        try hold(
            text.utf8.starts(with: instant.day.description.utf8), "an instant's day: \(text)")
        return true
    }
}
