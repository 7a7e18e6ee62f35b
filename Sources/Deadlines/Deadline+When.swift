import Ledger
public import Terms

/// The days asked about, both included.
public struct Span: Hashable, Sendable {
    public var from: Day
    public var to: Day

    /// Returns nil where the last day lies before the first.
    public init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// One day.
    public init(only day: Day) { self.init(from: day, through: day) }

    /// The same last day, and every day before it.
    var sinceEver: Span { Span(from: .first, through: to) }

    /// Fifty years more, and every day before: where something is looked for that has moved.
    var farAround: Span {
        let years = CalendarDuration(count: 50, unit: .year)
        return Span(from: .first, through: max(to, years?.added(to: to) ?? to))
    }

    private init(from: Day, through to: Day) {
        self.from = from
        self.to = to
    }

    /// The shortest span that has both in it.
    func joined(with other: Span) -> Span {
        Span(from: min(from, other.from), through: max(to, other.to))
    }

    func overlaps(first: Day?, last: Day?) -> Bool {
        (first.map { $0 <= to } ?? true) && (last.map { $0 >= from } ?? true)
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
