public import Terms

/// From when something may have happened, and from when it surely has.
///
/// The two are equal when the day is known. In between, whether it has is *indeterminate*.
public struct DayWindow: Hashable, Sendable {
    public let first: Day
    public let sure: Day
    /// Whether a date that it is read from is stated as approximate or uncertain: that the day is as stated is
    /// then not sure.
    package let isApproximate: Bool

    package init(_ day: Day, isApproximate: Bool = false) {
        self.init(first: day, sure: day, isApproximate: isApproximate)
    }

    package init(first: Day, sure: Day, isApproximate: Bool = false) {
        self.first = first
        self.sure = max(first, sure)
        self.isApproximate = isApproximate
    }

    /// The days that a date may mean.
    init(_ date: CivilDate) {
        self.init(
            first: date.earliest, sure: date.latest, isApproximate: date.qualifier != .none)
    }

    package var isExact: Bool { first == sure }

    /// The window moved by a length, each side by itself.
    package func adding(_ duration: CalendarDuration) -> DayWindow {
        reached(by: duration)
    }

    /// Whether it has happened by that day.
    func hasPassed(on day: Day) -> Truth {
        if day >= sure { return .yes }
        return day < first ? .no : .unknown
    }

    /// The window a day later on each side: when it is over that has its last day in this one.
    var next: DayWindow {
        DayWindow(first: first.next, sure: sure.next, isApproximate: isApproximate)
    }

    /// The last days of what is over in this one.
    var previous: DayWindow {
        DayWindow(first: first.adding(days: -1), sure: sure.adding(days: -1))
    }

    /// The window a length later, each side counted by itself.
    func reached(by length: CalendarDuration) -> DayWindow {
        DayWindow(
            first: length.reached(from: first), sure: length.reached(from: sure),
            isApproximate: isApproximate)
    }

    /// The days of the calendar on which the answer changes.
    var days: [Day] { [first, sure].filter { $0 <= .last } }

    package static func earlier(_ lhs: DayWindow, _ rhs: DayWindow) -> DayWindow {
        DayWindow(
            first: min(lhs.first, rhs.first), sure: min(lhs.sure, rhs.sure),
            isApproximate: lhs.isApproximate && lhs.first <= rhs.sure
                || rhs.isApproximate && rhs.first <= lhs.sure)
    }

    static func later(_ lhs: DayWindow, _ rhs: DayWindow) -> DayWindow {
        DayWindow(
            first: max(lhs.first, rhs.first), sure: max(lhs.sure, rhs.sure),
            isApproximate: lhs.isApproximate && lhs.sure >= rhs.first
                || rhs.isApproximate && rhs.sure >= lhs.first)
    }
}
