import Amendments
package import Terms

// Rights that may be used on some days of each year only: in May and in November, or outside of a blackout.
extension TermTimeline {
    /// The stretches of days, touching some others, on which such a right may be used as its fields stand on a day; nil
    /// where it is not limited so, or not known to be.
    ///
    /// Only the days of each year count here: when it first opens and closes for good is not looked at.
    package func stretchesOpen(
        by day: Day, touching days: ClosedRange<Day>
    ) -> [ClosedRange<Day>]? {
        guard case .known(let each) = yearly(.each, on: day),
            case .known(let blackout) = yearly(.blackout, on: day), each != nil || blackout != nil
        else { return nil }
        // A stretch that begins before the days, or goes on after them, is shown as a whole.
        let year = CalendarDuration(count: 1, unit: .year)
        let first = year?.subtracted(from: days.lowerBound) ?? .first
        let around = first...(year?.added(to: days.upperBound) ?? .last)
        let open = each?.stretches(touching: around) ?? [around]
        let closed = blackout?.stretches(touching: around) ?? []
        return closed.reduce(open) { open, closed in open.flatMap { $0.without(closed) } }
            .filter { $0.overlaps(days) }
    }

    /// Whether a right that is limited to some days of each year may be used on a day; nil for any other.
    package func opening(on day: Day) -> Opening? {
        switch (yearly(.each, on: day), yearly(.blackout, on: day)) {
        case (.known(nil), .known(nil)): return nil
        case (.unknown, _), (_, .unknown): return .notKnown
        case (.known, .known): break
        }
        let later = CalendarDuration(count: 2, unit: .year)?.added(to: day) ?? .last
        let stretches = stretchesOpen(by: day, touching: day...later) ?? []
        let (opens, closes) = (bound(.opens, on: day), bound(.closes, on: day))
        if opens.hasPassed == .no {
            return .closed(opens: first(of: stretches, from: opens.window))
        }
        if closes.hasPassed == .yes { return .closed(opens: nil) }
        guard opens.hasPassed == .yes, closes.hasPassed == .no else { return .notKnown }
        let last = closes.window.map { $0.first.adding(days: -1) } ?? .last
        guard let next = stretches.first, next.lowerBound <= last else {
            return .closed(opens: nil)
        }
        return next.lowerBound <= day
            ? .open(through: min(next.upperBound, last)) : .closed(opens: next.lowerBound)
    }

    /// The first day of the right once it has opened at all; nil where that is not known.
    private func first(of stretches: [ClosedRange<Day>], from window: DayWindow?) -> Day? {
        guard let window, window.isExact, window.first <= .last else { return nil }
        return stretches.first { $0.upperBound >= window.first }.map {
            max($0.lowerBound, window.first)
        }
    }

    /// What a field says of the days of each year.
    private enum Yearly {
        /// nil: nothing limits it.
        case known(DaysOfYear?)
        case unknown
    }

    private func yearly(_ name: FieldName, on day: Day) -> Yearly {
        guard let governing = cells[name]?.at(day) else { return .known(nil) }
        guard governing.count == 1 else { return .unknown }
        switch governing[0]?.value {
        case .stated(.yearly(let days))?: return .known(days)
        case ValueState.none?, nil: return .known(nil)
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .silent?, .sameAs?:
            return .unknown
        }
    }

    /// Whether the day of a bound has come; where none is stated it opened long ago, and never closes.
    private func bound(
        _ name: FieldName, on day: Day
    ) -> (hasPassed: Truth, window: DayWindow?) {
        let governing = cells[name]?.at(day) ?? [nil]
        guard governing.count == 1 else { return (.unknown, nil) }
        switch governing[0]?.value {
        case .stated(.bound(let bound))?:
            let window = name == .opens ? bounds.start(bound) : bounds.end(bound)
            return (window?.hasPassed(on: day) ?? .no, window)
        case ValueState.none?, nil: return (Truth(name == .opens), nil)
        case .sameAs(let id, let field)? where name == .closes:
            guard let assertion = governing[0], let life = lives(on: day).first else {
                return (.unknown, nil)
            }
            let ends = life.referredEnds(assertion, to: id, field, of: name, on: day)
            let passed = Set(ends.map { $0?.over?.hasPassed(on: day) ?? .no })
            return (
                passed.count == 1 ? passed.first ?? .unknown : .unknown,
                ends.count == 1 ? ends[0]?.over : nil
            )
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .silent?, .sameAs?:
            return (.unknown, nil)
        }
    }
}

extension ClosedRange<Day> {
    /// What is left of the days without some others.
    fileprivate func without(_ others: ClosedRange<Day>) -> [ClosedRange<Day>] {
        guard overlaps(others) else { return [self] }
        return [
            ClosedRange(from: lowerBound, to: others.lowerBound.adding(days: -1)),
            ClosedRange(from: others.upperBound.next, to: upperBound),
        ].compactMap(\.self)
    }
}
