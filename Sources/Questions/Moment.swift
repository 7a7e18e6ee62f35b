public import Terms

/// When a question is asked: an instant, and which civil day it then is in a time zone.
///
/// It stands still, so that an answer has one today in each zone, however long it takes.
public struct Moment: Sendable {
    public let instant: Instant
    private let civilDay: @Sendable (_ zone: String) -> Day?

    /// - Parameters:
    ///   - instant: when it is.
    ///   - civilDay: the civil day at the instant in a zone of the IANA database; nil for a zone that is not known here.
    public init(_ instant: Instant, civilDay: @escaping @Sendable (_ zone: String) -> Day?) {
        self.instant = instant
        self.civilDay = civilDay
    }

    /// Today in a zone; that of UTC where the zone is not known here.
    public func today(in zone: String) -> Day { civilDay(zone) ?? todayInUTC }

    /// Today where a question is about several agreements, and of the zone of none.
    public var todayInUTC: Day { instant.day }

    /// Whether the zone is known here.
    public func knows(_ zone: String) -> Bool { civilDay(zone) != nil }
}
