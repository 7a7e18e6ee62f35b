package import Terms

// How long something takes, by the calendars of the agreement.
extension BoundReader {
    /// When that long has passed since something happened in a window.
    package func window(_ lapse: Lapse, after window: DayWindow) -> DayWindow {
        switch lapse {
        case .length(let length): return window.adding(length)
        case .businessDays(let days):
            if window.first == .beyond { return window }
            return DayWindow(
                first: days.after(window.first, calendars).lowerBound,
                sure: window.sure == .beyond
                    ? .beyond : days.after(window.sure, calendars).upperBound,
                isApproximate: window.isApproximate)
        }
    }

    /// The day that is that long before another; several where the calendars do not say which.
    package func days(_ lapse: Lapse, before day: Day) -> ClosedRange<Day> {
        switch lapse {
        case .length(let length):
            let day = length.subtracted(from: day)
            return day...day
        case .businessDays(let days): return days.before(day, calendars)
        }
    }

    /// The calendars for want of which the day that long after another is not known.
    package func gaps(_ lapse: Lapse, after day: Day) -> [CalendarGap] {
        lapse.gaps(from: day, calendars)
    }

    /// The same of the day that long before another.
    package func gaps(_ lapse: Lapse, before day: Day) -> [CalendarGap] {
        lapse.gaps(from: day, backwards: true, calendars)
    }
}
