import Amendments
import Terms

/// The order in which the parties agreed their instruments, whatever the order of arrival.
///
/// Numbered instruments stand in the order of their numbers. Otherwise the day of signing decides, or,
/// where that is not known, the day of disclosure; then the position. A later part of an instrument counts as
/// agreed no later than its first part. A numbered instrument counts as
/// agreed no later than the next higher number, so one total order holds for both kinds.
struct InstrumentOrder: Sendable {
    private var places: [RecordingKey: Place] = [:]
    /// Where the first part stands of each instrument that became known in parts.
    private var firstParts: [InstrumentID: Place] = [:]
    private var numbered: [Numbered] = []
    /// The highest number, and the day from which it counts as agreed.
    private var top: (number: Int, day: Day)?

    init(of instruments: some Sequence<RecordingHeader> = []) {
        for header in instruments where places[header.key] == nil { enter(header) }
        limit()
    }

    /// Adds the next instrument, in the order of first events; one that is known already changes nothing.
    ///
    /// - Returns: true when the place of an earlier one changed: its number is below the new one's, and it
    ///   seemed to be agreed later.
    mutating func add(_ header: RecordingHeader) -> Bool {
        guard places[header.key] == nil else { return false }
        let isNext = isNext(header)
        enter(header)
        guard let number = header.instrument.number else { return false }
        if isNext {
            top = (number, Self.agreedDay(header))
            return false
        }
        return limit()
    }

    /// Whether the next instrument leaves the places of all others as they are: it has no number, or one above all
    /// others', and is agreed no earlier. A further part of an instrument stands with its first part.
    func isNext(_ header: RecordingHeader) -> Bool {
        if let id = header.instrument.id, firstParts[id] != nil { return false }
        guard let number = header.instrument.number else { return true }
        return top.map { number > $0.number && Self.agreedDay(header) >= $0.day } ?? true
    }

    private mutating func enter(_ header: RecordingHeader) {
        let number = header.instrument.number
        var place = Place(
            day: Self.agreedDay(header), number: number ?? 0, index: places.count)
        if let id = header.instrument.id {
            // Parts of one document were agreed together, whenever they became known.
            place.day = min(place.day, firstParts[id]?.day ?? place.day)
            firstParts[id] = firstParts[id] ?? place
        }
        places[header.key] = place
        if number != nil { numbered.append(Numbered(key: header.key, own: place)) }
    }

    /// Lets every numbered instrument count as agreed no later than the next higher number, and says
    /// whether that moved one.
    @discardableResult
    private mutating func limit() -> Bool {
        numbered.sort { ($1.own.number, $0.own.index) < ($0.own.number, $1.own.index) }
        var hasMoved = false
        var limit = Day.last
        for entry in numbered {
            limit = min(limit, entry.own.day)
            if places[entry.key]?.day != limit { hasMoved = true }
            places[entry.key]?.day = limit
        }
        top = numbered.first.map { ($0.own.number, $0.own.day) }
        return hasMoved
    }

    /// The day on which an instrument counts as agreed, before the numbers of others limit it.
    static func agreedDay(_ header: RecordingHeader) -> Day {
        switch header.instrument.signed {
        case .day(let date)?: date.latest
        case .unknown?, nil: header.disclosed.latest
        }
    }

    /// Where an instrument stands among all of the agreement.
    func place(of header: RecordingHeader) -> Place { places[header.key] ?? .unknown }

    /// Where an event stands among all events of the agreement; inside an instrument, its own order.
    func key(of event: RecordedEvent) -> OrderKey {
        OrderKey(place: places[event.recording.key] ?? .unknown, position: event.position.number)
    }

    /// A numbered instrument with the day its own text gives.
    private struct Numbered {
        let key: RecordingKey
        let own: Place
    }

    /// Where an instrument stands. Places of other instruments stay as they are when one is added.
    struct Place: Hashable, Comparable, Sendable {
        var day: Day
        let number: Int
        let index: Int

        static let unknown = Place(day: .last, number: .max, index: .max)

        static func < (lhs: Place, rhs: Place) -> Bool {
            (lhs.day, lhs.number, lhs.index) < (rhs.day, rhs.number, rhs.index)
        }
    }
}

/// The place of an event in the parties' own order.
struct OrderKey: Hashable, Comparable, Sendable {
    let place: InstrumentOrder.Place
    let position: Int

    static func < (lhs: OrderKey, rhs: OrderKey) -> Bool {
        if lhs.place != rhs.place { return lhs.place < rhs.place }
        return lhs.position < rhs.position
    }
}
