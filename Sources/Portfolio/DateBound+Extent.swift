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
        case .ends, .closes, .exclusiveUntil: endExtent(reader)
        case _: startExtent(reader)
        }
    }

    /// Whether the agreement must be read to know its days.
    var needsReader: Bool {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            !date.isExact
        case .soft, .open: false
        case .upon: true
        case .firstOf(let parts), .lastOf(let parts): parts.contains(where: \.needsReader)
        }
    }

    private func startExtent(_ reader: BoundReader?) -> Extent {
        switch self {
        case .on(let date), .from(let date), .through(let date), .until(let date),
            .announced(let date):
            Extent(date.earliest.number, date.latest.number)
        case .upon(let id):
            Self.extent(of: reader?.outcome(of: id)) { _ in reader?.start(self) } ?? .any
        case .soft: .any
        case .open: .never
        case .firstOf(let parts): .first(of: parts.map { $0.startExtent(reader) })
        case .lastOf(let parts): .last(of: parts.map { $0.startExtent(reader) })
        }
    }

    private func endExtent(_ reader: BoundReader?) -> Extent {
        switch self {
        case .on(let date), .through(let date):
            reader?.end(self).map { Extent(lastDayBefore: $0) }
                ?? Extent(date.earliest.number, date.latest.number)
        case .from(let date), .until(let date), .announced(let date):
            Extent(date.earliest.number - 1, date.earliest.number - 1)
        case .upon(let id):
            Self.extent(of: reader?.outcome(of: id)) { _ in reader?.end(self) } ?? .any
        case .soft: .any
        case .open: .never
        case .firstOf(let parts): .first(of: parts.map { $0.endExtent(reader) })
        case .lastOf(let parts): .last(of: parts.map { $0.endExtent(reader) })
        }
    }

    /// What became of a condition: the days it brings, or none for ever; nil while nothing is known of it.
    private static func extent(
        of outcome: BoundReader.Outcome?, _ window: (BoundReader.Outcome) -> DayWindow?
    ) -> Extent? {
        outcome.map { outcome in
            window(outcome).map { Extent($0.first.number, $0.sure.number) } ?? .never
        }
    }
}

extension Extent {
    /// It may come on any day.
    static let any = Extent(nil, nil)
    /// After every day.
    static let never = Extent(Day.last.number + 1, Day.last.number + 1)

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
