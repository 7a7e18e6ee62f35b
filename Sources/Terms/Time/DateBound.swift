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
    /// Stated to have no end.
    case open

    /// Every condition the bound waits for, at any depth.
    public var conditions: Set<ConditionID> {
        switch self {
        case .upon(let condition): [condition]
        case .firstOf(let bounds), .lastOf(let bounds):
            bounds.reduce(into: []) { $0.formUnion($1.conditions) }
        case .after(let anchor, _): anchor.conditions
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
        case .after(let anchor, _): anchor.dates
        case .soft, .upon, .open: []
        }
    }

    /// The bounds it is made of, at any depth; itself where it is of one piece.
    public var parts: [DateBound] {
        switch self {
        case .firstOf(let bounds), .lastOf(let bounds): bounds.flatMap(\.parts)
        case .after(let anchor, _): anchor.parts
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .open: [self]
        }
    }

    /// The date it names, where it names one and is of one piece.
    public var date: CivilDate? {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            date
        case .firstOf, .lastOf, .soft, .upon, .between, .after, .open: nil
        }
    }

    /// The days of which it names one, as the calendar has them; nil where that hangs on a condition, or no day is
    /// named.
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
        case .firstOf(let bounds): Self.possibleDays(of: bounds) { $0.min() }
        case .lastOf(let bounds): Self.possibleDays(of: bounds) { $0.max() }
        case .upon, .open: nil
        }
    }

    /// What is counted from a last day is counted from the day after it.
    private var daysCountedFrom: DayRange? {
        guard case .through(let date) = self else { return possibleDays }
        return DayRange(date.earliest.next...date.latest.next)
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
        case .open: "no end stated"
        }
    }

    private static func listing(_ bounds: [DateBound]) -> String {
        bounds.map(\.nestedDescription).joined(separator: ", ")
    }

    private var nestedDescription: String {
        switch self {
        case .firstOf, .lastOf: "(\(description))"
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .after, .open:
            description
        }
    }

    /// The bound as that from which a length is counted: a lone date bare, `6 months after 2030-06-30`.
    private var anchorDescription: String {
        switch self {
        case .on(let date), .from(let date): date.description
        case .through(let date): "the end of \(date)"
        case .upon(let condition): condition.text
        case .until, .announced, .soft, .firstOf, .lastOf, .between, .after, .open:
            nestedDescription
        }
    }
}
