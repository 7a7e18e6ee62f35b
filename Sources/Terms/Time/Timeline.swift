/// A value over days: pieces that tile all days, without gap or overlap.
///
/// The one type for "what holds on which day". Where nothing holds on some days, the value is optional, and
/// `stated` are the pieces that have one. It is a collection of its pieces, in the order of their days; the first
/// begins with the first day there is, and the last has no end.
public struct Timeline<Value> {
    /// The first day of each piece, ascending; the first one is `Day.first`.
    private var starts: [Day]
    private var values: [Value]

    /// A value with the days on which it holds.
    public struct Piece {
        public let days: DayRange
        public var value: Value

        public init(days: DayRange, value: Value) {
            self.days = days
            self.value = value
        }

        public var from: Day { days.from }
        /// The first day after it; nil for ever.
        public var to: Day? { days.to }
    }

    /// One value on every day.
    public init(_ value: Value) {
        starts = [.first]
        values = [value]
    }

    /// - Parameters:
    ///   - days: on which another value may begin, in any order; the first day of all is always looked at.
    ///   - value: asked once for each of them, from the earliest on.
    public init(
        changingOn days: some Sequence<Day>, _ value: (Day) throws -> Value
    ) rethrows {
        starts = Set(days).union([.first]).filter { $0 <= .last }.sorted()
        values = try starts.map(value)
    }

    /// What holds on a day.
    public func at(_ day: Day) -> Value { values[index(at: day)] }

    /// What holds on a day, with all days on which it does.
    public func piece(at day: Day) -> Piece { self[index(at: day)] }

    /// The days on which another piece begins.
    public var changeDays: ArraySlice<Day> { starts.dropFirst() }

    /// Where the piece of a day stands.
    public func index(at day: Day) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= day { low = middle } else { high = middle - 1 }
        }
        return low
    }
}

extension Timeline: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { starts.count }

    public subscript(index: Int) -> Piece {
        Piece(days: days(of: index), value: values[index])
    }

    private func days(of index: Int) -> DayRange {
        let next = index + 1
        guard next < starts.count, let days = DayRange(from: starts[index], to: starts[next]) else {
            return DayRange(from: starts[index])
        }
        return days
    }
}

extension Timeline {
    /// Puts a value in the place of what holds on some days.
    public mutating func set(_ value: Value, on days: DayRange) {
        if let to = days.to { split(at: to) }
        split(at: days.from)
        let first = index(at: days.from)
        let last = days.to.map { index(at: $0) } ?? starts.count
        starts.replaceSubrange(first..<last, with: CollectionOfOne(days.from))
        values.replaceSubrange(first..<last, with: CollectionOfOne(value))
    }

    private mutating func split(at day: Day) {
        let index = index(at: day)
        guard starts[index] != day else { return }
        starts.insert(day, at: index + 1)
        values.insert(values[index], at: index + 1)
    }

    /// The same days with other values.
    public func mapValues<Other>(_ transform: (Value) throws -> Other) rethrows -> Timeline<Other> {
        Timeline<Other>(starts: starts, values: try values.map(transform))
    }

    /// The values of two timelines, put together day by day.
    public func zip<Other, Both>(
        _ other: Timeline<Other>, _ combine: (Value, Other) throws -> Both
    ) rethrows -> Timeline<Both> {
        try Timeline<Both>(changingOn: starts + other.starts) { day in
            try combine(at(day), other.at(day))
        }
    }

    /// Neighbours of which `isSame` holds as one piece, with the value of the first.
    public func coalesced(by isSame: (Value, Value) throws -> Bool) rethrows -> Timeline {
        var (keptStarts, keptValues) = ([starts[0]], [values[0]])
        for index in starts.indices.dropFirst()
        where try !isSame(keptValues[keptValues.count - 1], values[index]) {
            keptStarts.append(starts[index])
            keptValues.append(values[index])
        }
        return Timeline(starts: keptStarts, values: keptValues)
    }

    /// The pieces of some days, cut to them.
    public func slice(of days: DayRange) -> [Piece] {
        self[index(at: days.from)...].prefix { $0.from < days.end }.compactMap { piece in
            piece.days.intersection(days).map { Piece(days: $0, value: piece.value) }
        }
    }

    private init(starts: [Day], values: [Value]) {
        self.starts = starts
        self.values = values
    }

    /// The pieces that have a value.
    public func stated<Wrapped>() -> [Timeline<Wrapped>.Piece] where Value == Wrapped? {
        compactMap { piece in
            piece.value.map { Timeline<Wrapped>.Piece(days: piece.days, value: $0) }
        }
    }
}

extension Timeline where Value: Equatable {
    /// Neighbours of equal value as one piece.
    public func coalesced() -> Timeline { coalesced(by: ==) }
}

extension Timeline: Equatable where Value: Equatable {}
extension Timeline: Hashable where Value: Hashable {}
extension Timeline: Sendable where Value: Sendable {}
extension Timeline.Piece: Equatable where Value: Equatable {}
extension Timeline.Piece: Hashable where Value: Hashable {}
extension Timeline.Piece: Sendable where Value: Sendable {}
