import Amendments
import Terms

/// The order in which the parties agreed their instruments, whatever the order of arrival.
///
/// Numbered instruments stand in the order of their numbers. Otherwise the day of signing decides, or,
/// where that is not known, the day of disclosure; then the position. A numbered instrument counts as
/// agreed no later than the next higher number, so one total order holds for both kinds.
struct InstrumentOrder: Sendable {
    private let ranks: [RecordingKey: Int]

    init(of instruments: [RecordingHeader]) {
        var agreed = instruments.map { Self.agreedDay($0) }
        let numbered = instruments.indices.filter { instruments[$0].instrument.number != nil }
            .sorted { Self.number(instruments[$0]) > Self.number(instruments[$1]) }
        var limit: Day?
        for index in numbered {
            if let limit { agreed[index] = min(agreed[index], limit) }
            limit = agreed[index]
        }
        let order = instruments.indices.sorted {
            (agreed[$0], Self.number(instruments[$0]), $0)
                < (agreed[$1], Self.number(instruments[$1]), $1)
        }
        ranks = Dictionary(
            order.enumerated().map { (instruments[$1].key, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func number(_ header: RecordingHeader) -> Int { header.instrument.number ?? 0 }

    private static func agreedDay(_ header: RecordingHeader) -> Day {
        switch header.instrument.signed {
        case .day(let date)?: date.latest
        case .unknown?, nil: header.disclosed.latest
        }
    }

    /// Where an event stands among all events of the agreement; inside an instrument, its own order.
    func key(of event: RecordedEvent) -> OrderKey {
        OrderKey(rank: ranks[event.recording.key] ?? .max, position: event.position.number)
    }
}

/// The place of an event in the parties' own order.
struct OrderKey: Hashable, Comparable, Sendable {
    let rank: Int
    let position: Int

    static func < (lhs: OrderKey, rhs: OrderKey) -> Bool {
        (lhs.rank, lhs.position) < (rhs.rank, rhs.position)
    }
}
