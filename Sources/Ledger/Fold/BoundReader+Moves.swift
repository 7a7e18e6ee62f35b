package import Terms

// Bounds that lead from the day of another one to a day: business days, rolls, ends of periods.
extension BoundReader {
    /// When what a moved bound begins has begun; nil while it is not known to.
    func start(_ anchor: DateBound, moved move: DayMove) -> DayWindow? {
        if move.isCounted { return counted(from: anchor, as: .start, move) }
        if let parts = anchor.moved(by: move) { return start(parts) }
        return start(anchor)?.moved(by: move, from: false, to: false, calendars)
    }

    /// From when what a moved bound ends is over.
    ///
    /// Put elsewhere is the day that the bound names: of what ends `on` a day or `through` it that is the last day.
    func end(_ anchor: DateBound, moved move: DayMove) -> DayWindow? {
        if move.isCounted { return counted(from: anchor, as: .end, move) }
        if let parts = anchor.moved(by: move) { return end(parts) }
        return end(anchor)?.moved(
            by: move, from: anchor.endsWithItsDay,
            to: DateBound.moved(anchor, move).endsWithItsDay, calendars)
    }

    /// When what a moved bound takes away is gone.
    func trigger(_ anchor: DateBound, moved move: DayMove) -> DayWindow? {
        if move.isCounted { return counted(from: anchor, as: .end, move) }
        if let parts = anchor.moved(by: move) { return trigger(parts) }
        return trigger(anchor)?.moved(by: move, from: false, to: false, calendars)
    }

    /// The day from which is counted what is counted from a moved bound, or counted by it.
    func counted(from anchor: DateBound, as role: Role, _ move: DayMove) -> DayWindow? {
        if let parts = anchor.moved(by: move) { return anchorDay(of: parts, as: role) }
        return anchorDay(of: anchor, as: role)?.moved(
            by: move, from: anchor.namesLastDay, to: DateBound.moved(anchor, move).namesLastDay,
            calendars)
    }

    /// The calendars for want of which the day of a bound is not known.
    package func gaps(in bound: DateBound) -> [CalendarGap] {
        switch bound {
        case .moved(let anchor, let move):
            let own = [anchorDay(of: anchor, as: .start), end(anchor)].compactMap(\.self)
                .flatMap { [$0.first, $0.sure] }.flatMap { move.gaps(from: $0, calendars) }
            return own.reduce(into: gaps(in: anchor)) { if !$0.contains($1) { $0.append($1) } }
        case .after(let anchor, _): return gaps(in: anchor)
        case .firstOf(let parts), .lastOf(let parts): return parts.flatMap { gaps(in: $0) }
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .open: return []
        }
    }
}

extension DateBound {
    /// The first or the last of some bounds, each moved by itself: the same, for no later day leads to an earlier one.
    /// Nil where it is no list of bounds.
    fileprivate func moved(by move: DayMove) -> DateBound? {
        switch self {
        case .firstOf(let parts): .firstOf(parts.map { .moved($0, move) })
        case .lastOf(let parts): .lastOf(parts.map { .moved($0, move) })
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .after, .moved,
            .open:
            nil
        }
    }
}

extension DayWindow {
    /// The window of the days that are reached, each side by itself.
    ///
    /// - Parameters:
    ///   - isLast: whether what is moved is a last day, of which the window has the day after.
    ///   - becomesLast: whether what is reached is one, and the window is to have the day after.
    fileprivate func moved(
        by move: DayMove, from isLast: Bool, to becomesLast: Bool, _ calendars: BusinessCalendars
    ) -> DayWindow {
        func reached(_ day: Day) -> ClosedRange<Day> {
            let days = move.reached(from: isLast ? day.adding(days: -1) : day, calendars)
            return becomesLast ? days.lowerBound.next...days.upperBound.next : days
        }
        // After the last day there is none to be moved.
        if first == .beyond { return self }
        return DayWindow(
            first: reached(first).lowerBound,
            sure: sure == .beyond ? .beyond : reached(sure).upperBound,
            isApproximate: isApproximate)
    }
}
