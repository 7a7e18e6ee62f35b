import Ledger
import Terms

/// What the days of a payment term are counted in.
enum Counting: Hashable, Sendable {
    /// Periods of one length, each from the end of the one before, the first from a day, as long as they
    /// go on (nil: for ever).
    case each(CalendarDuration, from: Day, over: CalendarDuration?)
    /// One period of that length, over which a whole sum is spread.
    case once(CalendarDuration, from: Day)
    /// A sum owed once, from a day on.
    case lump(Day)
    /// A figure's own period.
    case none
    /// In periods that are not known, or not from when.
    case unknown

    /// One period with all its days, and how many it would have were it not cut short.
    struct Period {
        var days: ClosedRange<Day>
        var length: Int
    }

    /// How a term counts as it stands, where its life begins so.
    init(_ term: ConformedTerm, in copy: ConformedCopy, _ reports: ReportUse, beginning: DayWindow?)
    {
        func length(_ name: FieldName) -> CalendarDuration? {
            guard let field = term.field(name),
                case .stated(.duration(let length))? = copy.settled(field, reports),
                !length.isEmpty
            else { return nil }
            return length
        }
        let fields = [FieldName.per, .over].compactMap(term.field).filter {
            reports == .takenToHold || !$0.isReported
        }
        let needsBeginning =
            [.fee, .minimumCommitment, .volumeCommitment].contains(term.kind)
            || (term.kind == .supply && term.field(.minimumQuantity) != nil)
        if fields.contains(where: { copy.settled($0, reports) == nil }) {
            self = .unknown
            return
        }
        guard let beginning else {
            self = fields.isEmpty && !needsBeginning ? .none : .unknown
            return
        }
        if let each = length(.per) {
            self = .each(each, from: beginning.first, over: length(.over))
        } else if let length = length(.over) {
            self = .once(length, from: beginning.first)
        } else if needsBeginning {
            self = .lump(beginning.first)
        } else {
            self = .none
        }
    }

    /// Whether each day pays its part of a whole sum.
    var isSpread: Bool {
        if case .once = self { true } else { false }
    }

    var isLump: Bool {
        if case .lump = self { true } else { false }
    }

    /// The period that a day lies in; nil where none is counted.
    func period(of day: Day) -> Period? {
        switch self {
        case .each(let length, let start, let over):
            let end = over?.added(to: start)
            guard end.map({ day < $0 }) ?? true,
                let whole = Self.period(of: day, length, from: start)
            else { return nil }
            let last = end.map { min(whole.upperBound, $0.adding(days: -1)) }
            return Period(
                days: whole.lowerBound...(last ?? whole.upperBound), length: whole.count)
        case .once(let length, let start):
            let whole = ClosedRange(from: start, to: length.added(to: start).adding(days: -1))
            guard let whole, whole.contains(day) else { return nil }
            return Period(days: whole, length: whole.count)
        case .lump, .none, .unknown: return nil
        }
    }

    private static func period(
        of day: Day, _ length: CalendarDuration, from start: Day
    ) -> ClosedRange<Day>? {
        guard day >= start else { return nil }
        // As many as surely are over; the few that are left are counted one by one.
        var number = start.days(until: day) / length.possibleDays.upperBound
        var first = length.times(number)?.added(to: start) ?? start
        while let next = length.times(number + 1)?.added(to: start), next > first {
            if day < next { return first...next.adding(days: -1) }
            (number, first) = (number + 1, next)
        }
        return first...Day.last
    }

    /// What is assumed where the record leaves it open; nil where nothing is.
    func note(beginning: DayWindow?) -> String? {
        switch self {
        case .each(let length, let start, _):
            isPlaced(beginning)
                ? nil
                : "each \(length.displayText) is counted from \(start), the first day on which the "
                    + "term may have begun"
        case .once(let length, let start):
            isPlaced(beginning)
                ? "spread evenly by days over \(length.displayText) from \(start): no other schedule is "
                    + "stated"
                : "spread over \(length.displayText) from a day that is not certain"
        case .lump, .none, .unknown: nil
        }
    }

    /// Whether the days of its periods are known.
    func isPlaced(_ beginning: DayWindow?) -> Bool { beginning.map { $0.first == $0.sure } ?? true }

    /// The last day that a period may have when the term began as late as it may; nil for no end.
    func lastDay(beginning: DayWindow?) -> Day? {
        switch self {
        case .each(_, let start, let over):
            over?.added(to: beginning?.sure ?? start).adding(days: -1)
        case .once(let length, let start):
            length.added(to: beginning?.sure ?? start).adding(days: -1)
        case .lump, .none, .unknown: nil
        }
    }

    /// The fewest and the most days that one of its periods has.
    var lengths: ClosedRange<Int>? {
        switch self {
        case .each(let length, _, _), .once(let length, _): length.possibleDays
        case .lump, .none, .unknown: nil
        }
    }
}
