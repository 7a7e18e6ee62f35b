// Days from a first to a last one, both counted.
extension ClosedRange<Day> {
    /// How many days, at least one.
    public var count: Int { lowerBound.days(until: upperBound) + 1 }

    /// Returns nil where the last day lies before the first.
    public init?(from first: Day, to last: Day) {
        guard first <= last else { return nil }
        self = first...last
    }

    /// The days of both; nil for none.
    public func intersection(_ other: Self) -> Self? {
        Self(
            from: Swift.max(lowerBound, other.lowerBound),
            to: Swift.min(upperBound, other.upperBound))
    }
}
