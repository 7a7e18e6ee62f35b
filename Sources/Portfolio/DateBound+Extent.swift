import Ledger
import Terms

extension DateBound {
    /// The days on which it may fall, as the calendar has them: for an end, the last day that still counts.
    ///
    /// A condition of which nothing is known may come on any day; what is only expected, too. What is open, and what
    /// waits for a condition that will never come, comes after every day.
    ///
    /// - Parameter reader: how the agreement reads dates and conditions; nil where that is not known: then a year is
    ///   each of its days, and a condition any day.
    func extent(in field: FieldName, _ reader: BoundReader?) -> Extent {
        switch field {
        case .ends, .closes, .exclusiveUntil, .longStop:
            extent(isEnd: true, reader ?? .withoutKnowledge)
        case _: extent(isEnd: false, reader ?? .withoutKnowledge)
        }
    }

    /// Whether the agreement must be read to know its days.
    var needsReader: Bool {
        !conditions.isEmpty || !calendars.isEmpty
            || parts.contains { $0.date.map { !$0.isExact } ?? false }
    }

    private func extent(isEnd: Bool, _ reader: BoundReader) -> Extent {
        switch self {
        case .firstOf(let parts): return .first(of: parts.map { $0.extent(isEnd: isEnd, reader) })
        case .lastOf(let parts): return .last(of: parts.map { $0.extent(isEnd: isEnd, reader) })
        case .after(.firstOf(let parts), let length):
            return DateBound.firstOf(parts.map { .after($0, length) })
                .extent(isEnd: isEnd, reader)
        case .after(.lastOf(let parts), let length):
            return DateBound.lastOf(parts.map { .after($0, length) })
                .extent(isEnd: isEnd, reader)
        case .moved(.firstOf(let parts), let move):
            return DateBound.firstOf(parts.map { .moved($0, move) })
                .extent(isEnd: isEnd, reader)
        case .moved(.lastOf(let parts), let move):
            return DateBound.lastOf(parts.map { .moved($0, move) })
                .extent(isEnd: isEnd, reader)
        case .soft: return .any
        case .open: return .never
        case .on, .from, .through, .until, .announced, .upon, .between, .after, .moved: break
        }
        if isEnd, let window = reader.end(self) { return Extent(lastDayBefore: window) }
        if !isEnd, let window = reader.start(self) {
            return Extent(window.first.number, window.sure.number)
        }
        // What became of all its conditions, and brings no day, brings none for ever.
        let isOver = conditions.allSatisfy { reader.outcome(of: $0) != nil }
        return isOver && !conditions.isEmpty ? .never : .any
    }
}

extension Extent {
    /// It may come on any day.
    static let any = Extent(nil, nil)
    /// After every day.
    static let never = Extent(Day.beyond.number, Day.beyond.number)

    init(lastDayBefore window: DayWindow) {
        self.init(window.first.number - 1, window.sure.number - 1)
    }

    /// The first of them to come.
    static func first(of parts: [Extent]) -> Extent {
        let highs = parts.compactMap(\.high)
        return Extent(
            parts.contains { $0.low == nil } ? nil : parts.compactMap(\.low).min(), highs.min())
    }

    /// The last of them to come.
    static func last(of parts: [Extent]) -> Extent {
        Extent(
            parts.compactMap(\.low).max(),
            parts.contains { $0.high == nil } ? nil : parts.compactMap(\.high).max())
    }
}
