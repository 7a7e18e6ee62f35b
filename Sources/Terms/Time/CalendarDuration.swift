public import Notation

/// A length of time in units of the calendar: `P30D`, `P2W`, `P3M`, `P1Q`, `P7Y`, `P1Y6M`, `P1M15D`.
///
/// ISO 8601 (8601-1:2019, 5.5.2), each unit at most once and the largest first, and `Q` for quarters of three
/// months. Durations are equal as written: twelve months are not one year, and thirty days are no month.
///
/// **Arithmetic.** ISO 8601 leaves open how several units are added; the order here is that of `Period` in
/// `java.time`: years, quarters and months first, together and at once, clamped to the end of the month reached, then
/// weeks and days. So 31 January plus `P1M15D` is 28 February plus 15 days: 15 March.
public struct CalendarDuration: Hashable, Sendable {
    /// What is counted, the largest first.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case year, quarter, month, week, day
    }

    /// A number of one unit.
    public struct Component: Hashable, Sendable {
        /// How many units, 0 to 999,999.
        public let count: Int
        public let unit: Unit
    }

    /// The units it is written in, at least one, each once and the largest first.
    public let components: [Component]

    /// Returns nil unless `count` lies within 0...999999.
    public init?(count: Int, unit: Unit) {
        guard (0...999_999).contains(count) else { return nil }
        components = [Component(count: count, unit: unit)]
    }

    /// Returns nil unless `text` is `P`, and once or more a whole number and one of `Y Q M W D`, in that order.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard reader.consume("P" as Unicode.Scalar) else { return nil }
        var units = Unit.allCases[...]
        var components: [Component] = []
        repeat {
            guard let count = reader.wholeNumber(atMost: 6),
                let index = units.firstIndex(where: { reader.consume($0.letter) })
            else { return nil }
            components.append(Component(count: count, unit: units[index]))
            units = units[(index + 1)...]
        } while !reader.isAtEnd
        self.components = components
    }

    private init(components: [Component]) { self.components = components }

    /// Its years, quarters and months, in months.
    public var months: Int { components.reduce(0) { $0 + $1.count * $1.unit.months } }

    /// Its weeks and days, in days.
    public var days: Int { components.reduce(0) { $0 + $1.count * $1.unit.days } }

    /// Whether it is no time at all, as `P0D`.
    public var isEmpty: Bool { components.allSatisfy { $0.count == 0 } }

    /// The fewest and the most days that it lasts, wherever it begins.
    public var possibleDays: ClosedRange<Int> {
        components.reduce(0...0) { sum, part in
            let days = part.unit.possibleDays
            return sum.lowerBound + days.lowerBound * part.count...sum.upperBound
                + days.upperBound * part.count
        }
    }

    /// The day this long after `day`.
    ///
    /// Months, quarters and years keep the day of the month; where the month reached is too short,
    /// its last day is taken. So 31 January plus a month is 28 or 29 February, and 29 February plus a
    /// year is 28 February. The month reached is counted from `day` once, never month by month; weeks and days are
    /// counted from there. Stops at the last day of the calendar.
    public func added(to day: Day) -> Day { moved(day, byMonths: months).adding(days: days) }

    /// The day this long after `day`, counted as `added(to:)` does; `Day.beyond` where that leaves the calendar.
    public func reached(from day: Day) -> Day {
        guard day < .beyond, (day.year * 12 + day.month - 1 + months) / 12 <= 9999 else {
            return .beyond
        }
        let month = moved(day, byMonths: months)
        return month.number + days <= Day.last.number ? month.adding(days: days) : .beyond
    }

    /// The day this long before `day`.
    ///
    /// Days and weeks first, then months: what adding does, undone from its end. Months, quarters and years keep the
    /// day of the month; where the month reached is too short, its last day is taken. So three months before 31 May is
    /// 28 or 29 February, and adding the length again never passes `day`.
    public func subtracted(from day: Day) -> Day {
        moved(day.adding(days: -days), byMonths: -months)
    }

    private func moved(_ day: Day, byMonths months: Int) -> Day {
        months == 0 ? day : .clamped(year: day.year, month: day.month + months, day: day.day)
    }

    /// That many of these lengths as one; nil where a count grows beyond 999,999.
    public func times(_ number: Int) -> CalendarDuration? {
        let products = components.compactMap { part -> Component? in
            let (product, isOverflow) = part.count.multipliedReportingOverflow(by: number)
            guard !isOverflow, (0...999_999).contains(product) else { return nil }
            return Component(count: product, unit: part.unit)
        }
        return products.count == components.count ? CalendarDuration(components: products) : nil
    }

    /// The length in words, such as `3 months` or `1 year and 6 months`.
    public var displayText: String {
        let words = components.map { "\($0.count) \($0.unit.rawValue)\($0.count == 1 ? "" : "s")" }
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// One text, such as `P7Y`.
    public static let codec = Codec<CalendarDuration>.scalar(
        "a duration such as P7Y, P1Q, P3M, P2W, P30D or P1Y6M",
        schema: .pattern(
            "^P(?=.)" + Unit.allCases.map { "((0|[1-9][0-9]{0,5})\($0.letter))?" }.joined() + "$"),
        parse: { CalendarDuration($0) }, write: \.description
    ).forgiving(text: understood)
}

extension CalendarDuration {
    /// Whether it is known to be longer: written in the same units, of none fewer, and of one more.
    func exceeds(_ other: CalendarDuration) -> Bool {
        guard components.map(\.unit) == other.components.map(\.unit) else { return false }
        let pairs = zip(components, other.components)
        return pairs.allSatisfy { $0.count >= $1.count } && self != other
    }
}

extension CalendarDuration: CustomStringConvertible {
    public var description: String {
        components.reduce(into: "P") { $0 += "\($1.count)\($1.unit.letter)" }
    }
}

extension CalendarDuration.Unit {
    var letter: Unicode.Scalar {
        switch self {
        case .year: "Y"
        case .quarter: "Q"
        case .month: "M"
        case .week: "W"
        case .day: "D"
        }
    }

    /// None for weeks and days.
    fileprivate var months: Int {
        switch self {
        case .year: 12
        case .quarter: 3
        case .month: 1
        case .week, .day: 0
        }
    }

    /// None for months and what is made of them.
    fileprivate var days: Int {
        switch self {
        case .year, .quarter, .month: 0
        case .week: 7
        case .day: 1
        }
    }

    fileprivate var possibleDays: ClosedRange<Int> {
        switch self {
        case .year: 365...366
        case .quarter: 89...92
        case .month: 28...31
        case .week: 7...7
        case .day: 1...1
        }
    }
}
