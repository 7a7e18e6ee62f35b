/// Where something begins or ends, as far as the parties said.
///
/// A bound is what was agreed, not yet a day: a year stays a year, and a condition a condition.
public indirect enum DateBound: Hashable, Sendable {
    /// On that date.
    case on(CivilDate)
    /// From that date on, the date included.
    case from(CivilDate)
    /// Up to the end of that date, the date included.
    case through(CivilDate)
    /// Up to the start of that date, the date left out.
    case until(CivilDate)
    /// Made known on that date; the effective day itself is not stated.
    case announced(CivilDate)
    /// Expected at some time in that range; an expectation is never in force.
    case soft(DateRange)
    /// When that condition is satisfied.
    case upon(ConditionID)
    /// Whichever of these comes first.
    case firstOf([DateBound])
    /// Whichever of these comes last.
    case lastOf([DateBound])
    /// On some day from the first date to the second, both included; which one is not stated.
    case between(CivilDate, CivilDate)
    /// That long after the day of another bound, as in "the fifth anniversary of commencement".
    ///
    /// The length is counted from that day, D, whatever the bound is: a start falls on D + length, and an end
    /// has the day before D + length as its last. Counted from a last day (`through`), D is the day after it.
    case after(DateBound, CalendarDuration)
    /// On the day to which that of another bound leads: so many business days after it, rolled to a business day, by
    /// the end-of-month rule, at the end of its quarter.
    ///
    /// What counts from a day does so as `after` does. What puts a day elsewhere takes the day that the bound names:
    /// the last day of what ends `on` or `through` it.
    case moved(DateBound, DayMove)
    /// Stated to have no end.
    case open

    /// Every condition the bound waits for, at any depth.
    public var conditions: Set<ConditionID> {
        switch self {
        case .upon(let condition): [condition]
        case .firstOf(let bounds), .lastOf(let bounds):
            bounds.reduce(into: []) { $0.formUnion($1.conditions) }
        case .after(let anchor, _), .moved(let anchor, _): anchor.conditions
        case .on, .from, .through, .until, .announced, .soft, .between, .open: []
        }
    }
}

extension DateBound {
    /// Every date in the bound, at any depth.
    public var dates: [CivilDate] {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            [date]
        case .between(let first, let last): [first, last]
        case .firstOf(let bounds), .lastOf(let bounds): bounds.flatMap(\.dates)
        case .after(let anchor, _), .moved(let anchor, _): anchor.dates
        case .soft, .upon, .open: []
        }
    }

    /// The bounds it is made of, at any depth; itself where it is of one piece.
    public var parts: [DateBound] {
        switch self {
        case .firstOf(let bounds), .lastOf(let bounds): bounds.flatMap(\.parts)
        case .after(let anchor, _), .moved(let anchor, _): anchor.parts
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .open: [self]
        }
    }

    /// The date it names, where it names one and is of one piece.
    public var date: CivilDate? {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            date
        case .firstOf, .lastOf, .soft, .upon, .between, .after, .moved, .open: nil
        }
    }

    /// The days of which it names one, as the calendar has them; nil where that hangs on a condition or on which days
    /// are business days, or no day is named.
    public var possibleDays: DayRange? {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            DayRange(date.earliest...date.latest)
        case .between(let first, let last): DayRange(first.earliest...last.latest)
        case .soft(let range): range.days
        case .after(let anchor, let length):
            anchor.daysCountedFrom.flatMap { days in
                DayRange(
                    from: length.reached(from: days.from),
                    to: days.through.map { length.reached(from: $0).next })
            }
        case .moved(let anchor, let move) where move.calendars.isEmpty:
            (move.isCounted ? anchor.daysCountedFrom : anchor.possibleDays).flatMap { days in
                let calendars = BusinessCalendars()
                return DayRange(
                    from: move.reached(from: days.from, calendars).lowerBound,
                    to: days.through.map { move.reached(from: $0, calendars).upperBound.next })
            }
        case .firstOf(let bounds): Self.possibleDays(of: bounds) { $0.min() }
        case .lastOf(let bounds): Self.possibleDays(of: bounds) { $0.max() }
        case .moved, .upon, .open: nil
        }
    }

    /// The calendars by which its days are counted, at any depth.
    public var calendars: Set<CalendarID> {
        switch self {
        case .moved(let anchor, let move): anchor.calendars.union(move.calendars)
        case .after(let anchor, _): anchor.calendars
        case .firstOf(let bounds), .lastOf(let bounds):
            bounds.reduce(into: []) { $0.formUnion($1.calendars) }
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .open: []
        }
    }

    /// Whether the day that it names, for what is counted from it, is the last one of something.
    package var namesLastDay: Bool {
        switch self {
        case .through, .moved(_, .endOf): true
        case .after(let anchor, _), .moved(let anchor, _): anchor.namesLastDay
        case .on, .from, .until, .announced, .soft, .upon, .firstOf, .lastOf, .between, .open: false
        }
    }

    /// Whether the day that it names is the last one of what it ends.
    package var endsWithItsDay: Bool {
        switch self {
        case .on, .between: true
        case .moved(let anchor, .rolled): anchor.endsWithItsDay
        case .through, .after, .moved, .from, .until, .announced, .soft, .upon, .firstOf, .lastOf,
            .open:
            namesLastDay
        }
    }

    /// What is counted from a last day is counted from the day after it.
    private var daysCountedFrom: DayRange? {
        switch self {
        case .through, .moved(_, .endOf):
            possibleDays.flatMap { DayRange(from: $0.from.next, to: $0.through?.next.next) }
        case .on, .from, .until, .announced, .soft, .upon, .firstOf, .lastOf, .between, .after,
            .moved, .open:
            possibleDays
        }
    }

    private static func possibleDays(
        of bounds: [DateBound], _ choose: ([Day]) -> Day?
    ) -> DayRange? {
        let days = bounds.compactMap(\.possibleDays)
        guard days.count == bounds.count, let from = choose(days.map(\.from)) else { return nil }
        return DayRange(from: from, to: choose(days.map(\.end)))
    }

    /// The first date that is stated as approximate or uncertain (EDTF `~`, `?`, `%`); nil for none.
    public var doubtfulDate: CivilDate? { dates.first { $0.qualifier != .none } }
}

extension DateBound: CustomStringConvertible {
    /// The bound as people write it: `through 2030`, `before 2033-01-01`, `upon agi`.
    public var description: String {
        switch self {
        case .on(let date): "on \(date)"
        case .from(let date): "from \(date)"
        case .through(let date): "through \(date)"
        case .until(let date): "before \(date)"
        case .announced(let date): "announced \(date) (effective day not stated)"
        case .soft(let range): "expected \(range)"
        case .upon(let condition): "upon \(condition)"
        case .firstOf(let bounds): "the first of: \(Self.listing(bounds))"
        case .lastOf(let bounds): "the last of: \(Self.listing(bounds))"
        case .between(let first, let last): "between \(first) and \(last)"
        case .after(let anchor, let length):
            "\(length.displayText) after \(anchor.anchorDescription)"
        case .moved(let anchor, let move): move.description(of: anchor)
        case .open: "no end stated"
        }
    }

    private static func listing(_ bounds: [DateBound]) -> String {
        bounds.map(\.nestedDescription).joined(separator: ", ")
    }

    var nestedDescription: String {
        switch self {
        case .firstOf, .lastOf: "(\(description))"
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .after, .moved,
            .open:
            description
        }
    }

    /// The bound as that from which a length is counted: a lone date bare, `6 months after 2030-06-30`.
    var anchorDescription: String {
        switch self {
        case .on(let date), .from(let date): date.description
        case .through(let date): "the end of \(date)"
        case .upon(let condition): condition.text
        case .until, .announced, .soft, .firstOf, .lastOf, .between, .after, .moved, .open:
            nestedDescription
        }
    }
}
