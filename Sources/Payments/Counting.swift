import Ledger
import Terms

/// What the days of a payment term are counted in.
enum Counting: Hashable, Sendable {
    /// Periods of one length, each from the end of the one before, the first from a day.
    case each(CalendarDuration, from: Day)
    /// One period of that length, over which a whole sum is spread.
    case once(CalendarDuration, from: Day)
    /// A sum owed once, at some time from a day to another (nil: nobody knows until when).
    case lump(Day, Day?)
    /// A figure's own period.
    case none
    /// In periods that nobody tells, or not from when.
    case unknown

    /// How a term counts as it stands, where its life begins so.
    init(_ term: ConformedTerm, beginning: DayWindow?) {
        func length(_ name: FieldName) -> CalendarDuration? {
            guard case .stated(.duration(let length))? = term.field(name)?.agreed, length.count > 0
            else { return nil }
            return length
        }
        let fields = [FieldName.per, .over].compactMap(term.field).filter { !$0.isReported }
        let needsBeginning = term.kind == .fee || term.kind == .minimumCommitment
        if fields.contains(where: \.isOpen) {
            self = .unknown
            return
        }
        guard let beginning else {
            self = fields.isEmpty && !needsBeginning ? .none : .unknown
            return
        }
        if let length = length(.per) {
            self = .each(length, from: beginning.first)
        } else if let length = length(.over) {
            self = .once(length, from: beginning.first)
        } else if term.kind == .fee {
            self = .lump(beginning.first, beginning.sure)
        } else if term.kind == .minimumCommitment {
            self = .lump(beginning.first, nil)
        } else {
            self = .none
        }
    }

    var isLump: Bool {
        if case .lump = self { true } else { false }
    }

    /// The period that a day lies in; nil where none is counted.
    func period(of day: Day) -> (first: Day, last: Day)? {
        switch self {
        case .each(let length, let start): Self.period(of: day, length, from: start)
        case .once(let length, let start):
            day < start || day >= length.added(to: start)
                ? nil : (start, length.added(to: start).adding(days: -1))
        case .lump(let first, let last):
            day < first || last.map { day > $0 } ?? false ? nil : (first, last ?? .last)
        case .none, .unknown: nil
        }
    }

    private static func period(
        of day: Day, _ length: CalendarDuration, from start: Day
    ) -> (first: Day, last: Day)? {
        guard day >= start else { return nil }
        let longest: Int =
            switch length.unit {
            case .day: 1
            case .week: 7
            case .month: 31
            case .quarter: 92
            case .year: 366
            }
        // As many as surely are over; the few that are left are counted one by one.
        var number = start.days(until: day) / (longest * length.count)
        var first = length.times(number)?.added(to: start) ?? start
        while let next = length.times(number + 1)?.added(to: start), next > first {
            if day < next { return (first, next.adding(days: -1)) }
            (number, first) = (number + 1, next)
        }
        return (first, .last)
    }

    /// What is assumed where the record leaves it open; nil where nothing is.
    func note(beginning: DayWindow?) -> String? {
        switch self {
        case .each(let length, let start):
            isPlaced(beginning)
                ? nil
                : "each \(length.displayText) is counted from \(start), the first day on which the "
                    + "term may have begun"
        case .once(let length, let start):
            "spread evenly by days over \(length.displayText) from \(start): no other schedule is told"
        case .lump, .none, .unknown: nil
        }
    }

    /// Whether the days of its periods are known.
    func isPlaced(_ beginning: DayWindow?) -> Bool { beginning.map { $0.first == $0.sure } ?? true }
}

extension ConformedField {
    /// Whether it may say one thing or another.
    fileprivate var isOpen: Bool {
        if isIndeterminate { return true }
        switch value {
        case .stated, .none: return false
        case .between, .redacted, .undisclosed, .unknown, .silent, .sameAs: return true
        }
    }
}
