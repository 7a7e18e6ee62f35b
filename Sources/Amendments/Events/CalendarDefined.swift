public import Notation
public import Terms

/// A calendar says which days are business days somewhere, for the bounds of this agreement that name it.
///
/// It is without days, as names are. It states its holidays for some years; of others nothing is known by it. Defined
/// again, the later definition stands in place of the earlier one, and one of a name that is shipped (`new-york`,
/// `london`, `target2`) in place of that.
public struct CalendarDefined: EventPayload {
    public static let kind = EventKind.calendarDefined
    public static let traits: EventTraits = []

    public var calendar: CalendarID
    /// Whose days they are, in words.
    public var text: String?
    /// The days of the week on which no business is done.
    public var weekend: [Weekday]
    /// The years for which it states its holidays.
    public var years: ClosedRange<Int>
    public var holidays: [HolidayRule]

    public init(
        calendar: CalendarID, text: String? = nil, weekend: [Weekday] = [.saturday, .sunday],
        years: ClosedRange<Int>, holidays: [HolidayRule] = []
    ) {
        self.calendar = calendar
        self.text = text
        self.weekend = weekend
        self.years = years
        self.holidays = holidays
    }

    /// The members as they are written, before the years are known to be a range.
    private struct Members: Sendable {
        var calendar: CalendarID
        var text: String?
        var weekend: [Weekday]
        var from: Int
        var through: Int
        var holidays: [HolidayRule]
    }

    public static let codec: Codec<CalendarDefined> = Codec<Members>.object(
        {
            Members(
                calendar: $0, text: $1, weekend: $2, from: $3, through: $4, holidays: $5)
        },
        .required("calendar", \.calendar, CalendarID.codec),
        .optional("text", \.text, .text),
        .optional(
            "weekend", \.weekend, .list(of: .choice("a day of the week")),
            default: [.saturday, .sunday]),
        .required("from", \.from, .integer),
        .required("through", \.through, .integer),
        .optional("holidays", \.holidays, .list(of: HolidayRule.codec), default: [])
    ).map { members, mark, problems in
        guard members.from <= members.through,
            BusinessCalendar(
                weekend: Set(members.weekend), years: members.from...members.through, holidays: [])
                != nil
        else {
            problems.report(
                "the years \(members.from) to \(members.through), or the weekend, make no calendar",
                hint: "state from and through, at most \(BusinessCalendar.longest) years from 1583 "
                    + "on, and leave one day of the week for business", at: mark)
            return nil
        }
        return CalendarDefined(
            calendar: members.calendar, text: members.text, weekend: members.weekend,
            years: members.from...members.through, holidays: members.holidays)
    } _: { (event: CalendarDefined) in
        Members(
            calendar: event.calendar, text: event.text, weekend: event.weekend,
            from: event.years.lowerBound, through: event.years.upperBound,
            holidays: event.holidays)
    }

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        let days = BusinessCalendar(weekend: Set(weekend), years: years, holidays: holidays)
        guard let days else { return }
        state.calendars.define(calendar, as: days)
        state.calendarEvents[calendar] = event
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    /// The days stay, as the zone of an agreement does: every bound that names the calendar is read by them.
    public func redacted(_ mark: String) -> CalendarDefined {
        CalendarDefined(
            calendar: calendar, weekend: weekend, years: years,
            holidays: holidays.map { holiday in
                var holiday = holiday
                holiday.name = nil
                return holiday
            })
    }
}
