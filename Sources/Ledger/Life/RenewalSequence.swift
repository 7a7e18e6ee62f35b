public import Terms

/// The ends of a term that renews by itself: the stated one, and each renewed one.
///
/// A renewal runs for its own period, not for the length of the first term. All of them are counted at
/// once from the first day after the stated end, so that one short month shifts no later end: a term
/// through 30 January, renewed by months, ends on 27 February and then on 30 March.
public struct RenewalSequence: Hashable, Sendable {
    /// The first day after the stated last day.
    public let over: Day
    /// How long each renewal lasts; nil where it is not stated.
    public let period: CalendarDuration?
    /// How long before a last day notice is to be given.
    public let notice: CalendarDuration?

    public init(over: Day, period: CalendarDuration?, notice: CalendarDuration?) {
        self.over = over
        self.period = period
        self.notice = notice
    }

    /// The last day after so many renewals; nil beyond the calendar, or where the period is no time at all.
    public func lastDay(after renewals: Int) -> Day? {
        guard renewals > 0 else { return over.adding(days: -1) }
        guard let period, !period.isEmpty, let length = period.times(renewals) else { return nil }
        let end = length.added(to: over)
        return end == .last ? nil : end.adding(days: -1)
    }

    /// The last day on which a notice ends the term with that last day.
    public func noticeDay(after renewals: Int) -> Day? {
        notice.flatMap { notice in lastDay(after: renewals).map { notice.subtracted(from: $0) } }
    }
}
