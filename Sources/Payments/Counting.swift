import Ledger
import Terms

/// What the days of a payment term are counted in.
enum Counting: Hashable, Sendable {
    /// Periods of one length from a day on, as long as they go on (nil: for ever); where the grid begins on another day,
    /// the first of them is cut.
    case each(PeriodGrid, from: Day, over: CalendarDuration?)
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
        let fields = [FieldName.per, .over, .periodsFrom].compactMap(term.field).filter {
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
        let anchor = term.field(.periodsFrom).flatMap { copy.settled($0, reports) }
        if case .stated(.date(let date))? = anchor, !date.isExact || date.qualifier != .none {
            self = .unknown
            return
        }
        if let grid = length(.per).flatMap({
            PeriodGrid(of: $0, from: anchor?.exactDay ?? beginning.first)
        }) {
            self = .each(grid, from: beginning.first, over: length(.over))
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
        case .each(let grid, let start, let over):
            let end = over?.added(to: start)
            guard day >= start, end.map({ day < $0 }) ?? true else { return nil }
            let whole = grid.period(of: day)
            let last = end.map { min(whole.upperBound, $0.adding(days: -1)) }
            return Period(
                days: max(whole.lowerBound, start)...(last ?? whole.upperBound),
                length: whole.count)
        case .once(let length, let start):
            let whole = ClosedRange(from: start, to: length.added(to: start).adding(days: -1))
            guard let whole, whole.contains(day) else { return nil }
            return Period(days: whole, length: whole.count)
        case .lump, .none, .unknown: return nil
        }
    }

    /// What is assumed where the record leaves it open; nil where nothing is.
    func note(beginning: DayWindow?) -> String? {
        switch self {
        case .each(let grid, let start, _):
            isPlaced(beginning)
                ? nil
                : "each \(grid.length.displayText) is counted from \(start), the first day on which the "
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

    /// What is to be said of where its periods begin, in the one that begins on a day: that it is cut, or that it is not
    /// stated and they might begin otherwise.
    func note(ofPeriodFrom first: Day, isAnchored: Bool) -> String? {
        guard case .each(let grid, let start, _) = self else { return nil }
        let length = grid.length.displayText
        if isAnchored {
            return first == start && grid.period(of: first).lowerBound < first
                ? "the term begins inside a period of \(length): what is counted over it counts by its days"
                : nil
        }
        guard grid.length.months > 0, grid.length.months.isMultiple(of: 3), grid.length.days == 0,
            let year = Day(year: start.year, month: 1, day: 1),
            PeriodGrid(of: grid.length, from: year)?.period(of: start).lowerBound != start
        else { return nil }
        return
            "from which day each \(length) is counted is not stated: counted from \(start), the first day of the "
            + "term; if meant by calendar years, one would begin on \(year)"
    }

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
        case .each(let grid, _, _): grid.length.possibleDays
        case .once(let length, _): length.possibleDays
        case .lump, .none, .unknown: nil
        }
    }
}

extension ValueState {
    /// The day that it states.
    fileprivate var exactDay: Day? {
        guard case .stated(.date(let date)) = self else { return nil }
        return date.earliest
    }
}
