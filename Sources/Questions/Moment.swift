public import Terms

/// When a question is asked: an instant, and which civil day it then is in a time zone.
///
/// It stands still, so that an answer has one today in each zone, however long it takes.
public struct Moment: Sendable {
    public let instant: Instant
    /// Today where a question is about several agreements, and of the zone of none.
    public let todayInUTC: Day
    private let civilDay: @Sendable (_ zone: String) -> Day?

    /// - Parameters:
    ///   - instant: when it is.
    ///   - civilDay: the civil day at the instant in a zone of the IANA database; nil for a zone that is not known here.
    public init(_ instant: Instant, civilDay: @escaping @Sendable (_ zone: String) -> Day?) {
        self.instant = instant
        todayInUTC = instant.day
        self.civilDay = civilDay
    }

    /// An instant at which one day is taken for today in every zone; what is recorded is still compared with the instant.
    public init(_ instant: Instant, today: Day) {
        self.instant = instant
        todayInUTC = today
        civilDay = { _ in today }
    }

    /// Today in a zone; that of UTC where the zone is not known here.
    public func today(in zone: String) -> Day { civilDay(zone) ?? todayInUTC }

    /// Whether the zone is known here.
    public func knows(_ zone: String) -> Bool { civilDay(zone) != nil }
}
