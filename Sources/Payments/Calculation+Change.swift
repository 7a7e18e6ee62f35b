extension Calculation {
    /// Every run of days in the order of the lines.
    public var stretches: [Stretch] {
        lines.flatMap(\.parts).compactMap { part in
            switch part.cause {
            case .days(let stretch): stretch
            case .floor, .cap, .aggregateCap: nil
            }
        }
    }

    /// This total less another, in minor units; an end that nobody knows is nil.
    ///
    /// The ends assume nothing about how the two are related: an exact change needs exact totals.
    public func change(from other: Calculation) -> (low: Int128?, high: Int128?) {
        (
            other.total.high.map { total.low - $0 },
            total.high.map { $0 - other.total.low }
        )
    }
}
