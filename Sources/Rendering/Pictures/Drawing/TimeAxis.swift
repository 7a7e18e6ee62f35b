import Terms

/// Where days stand, and which of them are named.
struct TimeAxis {
    /// The first day drawn: 1 January of a year.
    let first: Day
    /// The day after the last one drawn: 1 January of a year.
    let end: Day
    let x: Int
    let width: Int

    /// What lies further from everything else is not drawn: it would leave no room for the rest.
    private static let furthest = 30

    init(_ chart: Chart, x: Int, width: Int) {
        self.x = x
        self.width = width
        let barSpans = chart.rows.flatMap(\.barSpans)
        let begins = barSpans.compactMap(\.days.since) + chart.rows.flatMap(\.marks).map(\.day)
        let near = (begins + [chart.day]).max() ?? chart.day
        let latest = (barSpans.compactMap(\.days.to) + [near]).max() ?? near
        let old = (begins + [chart.day]).min() ?? chart.day
        let firstYear = max(old.year, chart.day.year - 2 * Self.furthest, 1)
        var endYear = min(latest.year + 1, near.year + Self.furthest, 9999)
        // What has no end needs room to show that it goes on.
        if barSpans.contains(where: { $0.days.to == nil }), latest.year < near.year + Self.furthest
        {
            let span = endYear - firstYear
            endYear = min(9999, latest.year + 1 + max(1, span / 12))
        }
        first = Day(year: firstYear, month: 1, day: 1) ?? .first
        end = Day(year: max(endYear, firstYear + 1), month: 1, day: 1) ?? .last
    }

    /// A day's place; days beyond the edges stand at them.
    func x(of day: Day) -> Int {
        let span = max(1, first.days(until: end))
        let days = min(max(0, first.days(until: day)), span)
        return x + (days * width + span / 2) / span
    }

    var right: Int { x + width }

    private var years: Int { max(1, end.year - first.year) }
    /// How wide a year is, in tenths.
    private var tenthsPerYear: Int { width * 10 / years }

    /// Every how many years one is named.
    var yearStep: Int {
        [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].first { $0 * tenthsPerYear >= 325 } ?? 1000
    }

    /// The 1 January of every year named.
    var yearDays: [Day] {
        (first.year..<end.year).filter { $0 % yearStep == 0 || yearStep == 1 }
            .compactMap { Day(year: $0, month: 1, day: 1) }
    }

    /// Whether there is room to draw quarters, and to name them.
    var hasQuarters: Bool { yearStep == 1 && tenthsPerYear >= 360 }
    var namesQuarters: Bool { tenthsPerYear >= 1100 }

    /// The first days of all quarters but the first of each year, with the quarter's number.
    var quarterDays: [(day: Day, number: Int)] {
        guard hasQuarters else { return [] }
        return (first.year..<end.year).flatMap { year in
            [2, 3, 4].compactMap { number in
                Day(year: year, month: number * 3 - 2, day: 1).map { ($0, number) }
            }
        }
    }
}
