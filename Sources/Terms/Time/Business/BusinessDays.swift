import Notation

/// A number of business days, and the calendars that say which they are: `10 business-days of new-york`, `1 business-day of
/// london and target2`.
///
/// A document may leave out by which calendar: `10 business-days`. Then on which day they are over is not known.
public struct BusinessDays: Hashable, Sendable {
    /// How many, from 1 on.
    public let count: Int
    /// Of which a business day is one of each; empty where none is named.
    public let calendars: [CalendarID]

    /// Returns nil unless the count lies within 1...9999 and no calendar is named twice.
    public init?(_ count: Int, of calendars: [CalendarID] = []) {
        guard (1...DayMove.mostBusinessDays).contains(count),
            Set(calendars).count == calendars.count
        else { return nil }
        self.count = count
        self.calendars = calendars
    }

    /// Returns nil unless `text` is as it is written.
    public init?(_ text: String) {
        var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
        guard let count = words.popFirst().flatMap({ Int($0) }), words.popFirst() != nil else {
            return nil
        }
        var calendars: [CalendarID] = []
        while words.popFirst() != nil {
            guard let id = words.popFirst().flatMap({ CalendarID(String($0)) }) else { return nil }
            calendars.append(id)
        }
        guard let days = BusinessDays(count, of: calendars), days.description == text else {
            return nil
        }
        self = days
    }

    /// The day that is so many business days after one, or the days of which one is, where the calendars do not say
    /// which. The day itself is not counted.
    public func after(_ day: Day, _ known: BusinessCalendars) -> ClosedRange<Day> {
        DayMove.businessDays(count, in: calendars).reached(from: day, known)
    }

    /// The same of as many before it.
    public func before(_ day: Day, _ known: BusinessCalendars) -> ClosedRange<Day> {
        DayMove.businessDays(-count, in: calendars).reached(from: day, known)
    }

    /// As people read it, such as `10 business days in new-york`.
    public var displayText: String {
        let place =
            calendars.isEmpty ? "" : " in \(calendars.map(\.text).joined(separator: " and "))"
        return "\(count) business day\(count == 1 ? "" : "s")\(place)"
    }

    /// As people write it: `10 business days`, `5 Business Days of new-york`.
    static func understood(_ text: String) -> Understanding<BusinessDays>? {
        var words = text.lowercased().split(separator: " ")[...]
        guard let count = words.popFirst().flatMap({ Int($0) }), words.popFirst() == "business",
            let days = words.popFirst(), days == "day" || days == "days"
        else { return nil }
        let names = words.popFirst().map { _ in words.split(separator: "and") } ?? []
        let calendars = names.compactMap { name in
            name.count == 1 ? name.first.flatMap { CalendarID(String($0)) } : nil
        }
        guard calendars.count == names.count else { return nil }
        return BusinessDays(count, of: calendars).map { .one($0) }
    }

    /// What texts of it look like.
    static let pattern =
        "^([1-9][0-9]{0,3} business-days?( of [a-z0-9.-]+( and [a-z0-9.-]+)*)?)$"
}

extension BusinessDays: CustomStringConvertible {
    public var description: String {
        let place =
            calendars.isEmpty ? "" : " of \(calendars.map(\.text).joined(separator: " and "))"
        return "\(count) business-day\(count == 1 ? "" : "s")\(place)"
    }
}
