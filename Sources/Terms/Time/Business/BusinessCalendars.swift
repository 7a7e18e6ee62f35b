/// The calendars by which the days of an agreement can be counted: those that are shipped, and its own.
///
/// A business day of several calendars is one of each of them ("a day on which banks are open in London and New
/// York"): a holiday in one is none of business, whatever is known of the others.
public struct BusinessCalendars: Hashable, Sendable {
    /// Those that the agreement defines; one of a name that is shipped stands in its place.
    public private(set) var own: [CalendarID: BusinessCalendar] = [:]

    /// Those that are shipped, and no more.
    public init() {}

    /// The calendar of that name; nil where it is not defined.
    public subscript(name: CalendarID) -> BusinessCalendar? { own[name] ?? Self.shipped[name] }

    /// Takes in a calendar; one of that name that was defined before is replaced.
    public mutating func define(_ name: CalendarID, as calendar: BusinessCalendar) {
        own[name] = calendar
    }

    /// Whether that day is a business day in each of some calendars.
    public func isBusinessDay(_ day: Day, in names: [CalendarID]) -> Truth {
        names.map { self[$0]?.isBusinessDay(day) ?? .unknown }.all()
    }

    /// The day that is so many business days later, or earlier where `count` is negative; nil where it is not known
    /// of a day between whether it is one.
    ///
    /// The day itself is not counted, be it a business day or not: one business day after a Saturday is the next
    /// Monday, where that is none of rest. None leads to the day itself.
    public func day(_ count: Int, businessDaysFrom day: Day, in names: [CalendarID]) -> Day? {
        var (day, left) = (day, count.magnitude)
        while left > 0 {
            guard let next = nearest(to: day.step(count.signum()), count.signum(), names)
            else { return nil }
            (day, left) = (next, left - 1)
        }
        return day
    }

    /// The day as a convention moves it; nil where it is not known of a day that counts whether it is a business day.
    ///
    /// Where a whole month has no business day, the modified conventions lead out of it, as the plain ones do.
    public func rolled(_ day: Day, by convention: RollConvention, in names: [CalendarID]) -> Day? {
        switch convention {
        case .none: return day
        case .following: return nearest(to: day, 1, names)
        case .preceding: return nearest(to: day, -1, names)
        case .modifiedFollowing, .modifiedPreceding:
            let direction = convention == .modifiedFollowing ? 1 : -1
            let plain = firstOpen(from: day, direction, names)
            if plain.day.isInMonth(of: day) { return plain.known }
            // How it is beyond the month need not be known.
            let other = firstOpen(from: day, -direction, names)
            return other.day.isInMonth(of: day) ? other.known : plain.known
        }
    }

    /// The first business day from a day on, forwards or backwards; nil where that is not known.
    private func nearest(to day: Day, _ direction: Int, _ names: [CalendarID]) -> Day? {
        firstOpen(from: day, direction, names).known
    }

    /// The first day from a day on of which it is not known that it is no business day; `known` where it is one.
    private func firstOpen(
        from day: Day, _ direction: Int, _ names: [CalendarID]
    ) -> (day: Day, known: Day?) {
        var day = day
        while true {
            switch isBusinessDay(day, in: names) {
            case .yes: return (day, day)
            case .unknown: return (day, nil)
            case .no: day = day.step(direction)
            }
        }
    }
}

extension Day {
    /// The next day, or the one before; the first has none before it, and is in no calendar.
    fileprivate func step(_ direction: Int) -> Day { direction > 0 ? next : adding(days: -1) }

    fileprivate func isInMonth(of other: Day) -> Bool {
        year == other.year && month == other.month
    }
}
