import Ledger
import Terms

/// A stretch of years drawn in characters, a column for each step of days.
struct TimelineBar {
    let first: Day
    /// The day after the last one drawn.
    let end: Day
    let columns: Int

    /// - Parameter histories: whose known days the bar must show; it ends a year after the last.
    init?(_ histories: [TermHistory], on day: Day, columns: Int) {
        let runs = histories.flatMap(\.runs.changeDays)
        let steps = histories.flatMap(\.fields).flatMap(\.steps.changeDays)
        let days = runs + steps + [day]
        guard let earliest = days.min(), let latest = days.max(), columns > 10,
            let first = Day(year: earliest.year, month: 1, day: 1),
            let end = Day(year: min(latest.year + 1, 9999), month: 1, day: 1), first < end
        else { return nil }
        self.first = first
        self.end = end
        self.columns = columns
    }

    /// The column a day falls into.
    func column(of day: Day) -> Int {
        let span = first.days(until: end)
        return min(columns - 1, max(0, first.days(until: day) * columns / span))
    }

    /// The years over the bar, as many as have room.
    var axis: String {
        var line = Array(repeating: Character(" "), count: columns)
        var free = 0
        for year in first.year..<end.year {
            guard let day = Day(year: year, month: 1, day: 1) else { continue }
            let column = column(of: day)
            guard column >= free, column + 4 <= columns else { continue }
            for (offset, digit) in String(year).enumerated() { line[column + offset] = digit }
            free = column + 6
        }
        return String(line)
    }

    /// One term's life: a character for its status, `|` where a field changes.
    func line(of history: TermHistory) -> String {
        var line = Array(repeating: Character(" "), count: columns)
        for run in history.runs {
            let status = run.value.status
            let start = column(of: run.from)
            let stop = run.to.map { column(of: $0) } ?? columns
            for index in start..<max(start, stop) where index < columns {
                line[index] = Self.character(of: status)
            }
            if status != .notYet, status != .ended, start < columns, stop == start {
                line[start] = Self.character(of: status)
            }
        }
        for step in history.fields.flatMap({ $0.steps.stated() }) where step.from > first {
            let index = column(of: step.from)
            if line[index] != " ", line[index] != "." { line[index] = "|" }
        }
        return String(line)
    }

    /// A mark under the day of the question.
    func marker(on day: Day) -> String {
        String(repeating: " ", count: column(of: day)) + "^"
    }

    static func character(of status: TermStatus) -> Character {
        switch status {
        case .inForce: "="
        case .notYet: "."
        case .ended: " "
        case .suspended: "-"
        case .indeterminate: "?"
        }
    }

    static let legend =
        "= in force, . not yet, - suspended, ? indeterminate, | a field changes, ^ the date of the question"
}
