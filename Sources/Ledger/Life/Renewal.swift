package import Amendments
package import Terms

/// What becomes of a term at its stated end, renewal by renewal, by its own rule and the notices on record: one
/// answer for each meaning that imprecise days may have.
package struct Renewal: Sendable {
    package let worlds: [World]

    package enum World: Sendable {
        /// It is over with that period: by the notice, or, where there is none, as nothing renews it.
        case over(RenewalPeriod, notice: RecordedEvent?)
        /// It goes on, one period after the other.
        case goesOn
        /// Whether it goes on from that day cannot be said; with the notice that leaves it open.
        case unknown(since: Day, notice: RecordedEvent?)
    }

    /// From when it is over; nil where it goes on.
    package var over: DayWindow? {
        guard let first = worlds.compactMap(\.over).min() else { return nil }
        let sure = worlds.map { $0.isOver ? $0.over ?? .beyond : .beyond }.max() ?? .beyond
        return DayWindow(first: first, sure: sure)
    }

    /// The notice that ends it, or may.
    package var notice: RecordedEvent? { worlds.lazy.compactMap(\.notice).first }

    /// The last period, where it is known whichever way imprecise days are read.
    var lastPeriod: RenewalPeriod? {
        let last = worlds.compactMap(\.lastPeriod)
        return last.count == worlds.count ? last.max { $0.over < $1.over } : nil
    }
}

extension Renewal.World {
    fileprivate var over: Day? {
        switch self {
        case .over(let period, _): period.over
        case .unknown(let day, _): day
        case .goesOn: nil
        }
    }

    package var lastPeriod: RenewalPeriod? {
        switch self {
        case .over(let period, _): period
        case .goesOn, .unknown: nil
        }
    }

    fileprivate var isOver: Bool { lastPeriod != nil }

    package var notice: RecordedEvent? {
        switch self {
        case .over(_, let notice), .unknown(_, let notice): notice
        case .goesOn: nil
        }
    }
}

extension TermLife {
    /// What becomes of the term when it is over by its stated end in that window.
    ///
    /// - Parameter stated: the event that states the end; a notice given before it was agreed is of
    ///   another end.
    package func renewal(at window: DayWindow, stated: RecordedEvent) -> Renewal {
        let notices = notices(since: stated)
        let ends = window.isExact ? [window.first] : [window.first, window.sure]
        let sides: [KeyPath<DayWindow, Day>] =
            notices.allSatisfy(\.given.isExact) ? [\.first] : [\.first, \.sure]
        return Renewal(
            worlds: ends.flatMap { over in
                sides.map { side in
                    renewal(
                        from: over, noticed: notices.map { ($0.event, $0.given[keyPath: side]) })
                }
            })
    }

    /// What becomes of it where every day is known.
    private func renewal(
        from over: Day, noticed notices: [(event: RecordedEvent, day: Day)]
    ) -> Renewal.World {
        let course = RenewalCourse(of: self, from: over)
        var latest = over
        for period in course {
            latest = period.over
            switch period.rule.kind {
            case .never, .byAgreement, .notStated: return .over(period, notice: nil)
            case .notKnown: return .unknown(since: period.over, notice: nil)
            case .automatic: break
            }
            for notice in notices {
                switch isInTime(notice.day, before: period.lastDay) {
                case .yes: return .over(period, notice: notice.event)
                case .no: continue
                case .unknown: return .unknown(since: period.over, notice: notice.event)
                }
            }
            if notices.isEmpty, course.isSettled(by: period) { return .goesOn }
        }
        // For how long it is renewed is not known.
        return notices.first.map { .unknown(since: max(latest, $0.day), notice: $0.event) }
            ?? .goesOn
    }

    /// The notices against a renewal that were given since an event, in the order of their days.
    private func notices(since event: RecordedEvent) -> [(event: RecordedEvent, given: DayWindow)] {
        let key = order.key(of: event)
        return record.remarks.compactMap { remark in
            guard case .noticeGiven(_, _, nil) = remark.content,
                order.key(of: remark.event) > key,
                let given = bounds.start(of: remark.event)
            else { return nil }
            return (remark.event, given)
        }.sorted { self.key($0.event) < self.key($1.event) }
    }
}
