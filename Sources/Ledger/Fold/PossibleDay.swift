public import Terms

/// A day that is known, or the first and the last day of those of which one is meant.
public struct PossibleDay: Hashable, Sendable {
    public var first: Day
    public var last: Day

    public init(first: Day, last: Day) {
        self.first = first
        self.last = last
    }

    /// A day that is known.
    public init(_ day: Day) { self.init(first: day, last: day) }

    /// The days on which something happened that may have from the first side of a window, and has on its other.
    package init(_ window: DayWindow) { self.init(first: window.first, last: window.sure) }

    /// The last days of what is over in a window, or may be from its first side on.
    package init(lastDayBefore window: DayWindow) {
        let days = window.sure == .beyond ? DayWindow(window.first) : window
        self.init(days.previous)
    }

    /// The day, where it is known.
    public var exact: Day? { first == last ? first : nil }
}
