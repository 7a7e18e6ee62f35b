import Ledger
import Terms

// The days asked about.
extension ClosedRange<Day> {
    /// The same last day, and every day before it.
    var sinceEver: Self { .first...upperBound }

    /// Fifty years more, and every day before: where something is looked for that has moved.
    var farAround: Self {
        let years = CalendarDuration(count: 50, unit: .year)
        return .first...Swift.max(upperBound, years?.added(to: upperBound) ?? upperBound)
    }

    /// The shortest range that has both in it.
    package func joined(with other: Self) -> Self {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }

    func overlaps(first: Day?, last: Day?) -> Bool {
        (first.map { $0 <= upperBound } ?? true) && (last.map { $0 >= lowerBound } ?? true)
    }

    func overlaps(_ when: Deadline.When) -> Bool {
        when.days.map { overlaps(first: $0.first, last: $0.last) } ?? true
    }
}

extension Deadline.When {
    /// The day on which something begins.
    init(start window: DayWindow) { self.init(window, lasting: 0) }

    /// The last day of something that is over from then on.
    init(lastDayBefore window: DayWindow) {
        self.init(window, lasting: -1)
    }

    /// Where no day is the last that it may fall on, that side is open.
    private init(_ window: DayWindow, lasting days: Int) {
        let first = window.first.adding(days: days)
        if window.sure == .beyond, !window.isExact {
            self = .within(first: first, last: nil)
        } else {
            self.init(first: first, last: window.sure.adding(days: days))
        }
    }

    init(first: Day, last: Day) {
        self = first == last ? .on(first) : .within(first: first, last: last)
    }
}

extension DayWindow {
    func adding(days: Int) -> DayWindow {
        DayWindow(first: first.adding(days: days), sure: sure.adding(days: days))
    }
}
