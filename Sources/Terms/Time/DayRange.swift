/// A run of whole days, half-open: from its first day up to, and without, the day `to`. It is never empty.
///
/// People read it inclusively: `2020-01-01 through 2032-12-31` is stored with `to` 2033-01-01.
public struct DayRange: Hashable, Sendable {
    /// `Day.first` where it has always been.
    public let from: Day
    /// The first day after it; nil: it has no end.
    public let to: Day?

    /// Every day there is.
    public static let always = DayRange(from: .first)

    /// The day and every later one.
    public init(from day: Day) { (from, to) = (day, nil) }

    /// Returns nil for no days.
    public init?(from: Day, to: Day?) {
        if let to, to <= from { return nil }
        self.from = from
        self.to = to == .beyond ? nil : to
    }

    /// The days of an inclusive range.
    public init(_ days: ClosedRange<Day>) {
        from = days.lowerBound
        to = days.upperBound >= .last ? nil : days.upperBound.next
    }

    /// The first day; nil: it has always been.
    public var since: Day? { from == .first ? nil : from }

    /// The last day; nil: it has no end.
    public var through: Day? { to?.adding(days: -1) }

    /// The day from which it is over, `Day.beyond` where that never comes.
    public var end: Day { to ?? .beyond }

    public func contains(_ day: Day) -> Bool { from <= day && day < end }

    public func overlaps(_ other: DayRange) -> Bool { from < other.end && other.from < end }

    /// The days of both; nil for none.
    public func intersection(_ other: DayRange) -> DayRange? {
        DayRange(from: max(from, other.from), to: min(end, other.end))
    }

    /// The days of it before another day; nil for none.
    public func before(_ day: Day) -> DayRange? { DayRange(from: from, to: min(end, day)) }

    /// The days of it from another day on; nil for none.
    public func tail(from day: Day) -> DayRange? { DayRange(from: max(from, day), to: to) }

    /// The days of it and of one that begins where it ends; nil where the other does not.
    public func joined(with next: DayRange) -> DayRange? {
        next.from == to ? DayRange(from: from, to: next.to) : nil
    }
}
