public import Deadlines
public import EventStore
import Ledger
public import Terms

/// What ends, renews, opens, is due or takes effect in a span of days?
public struct CalendarQuestion: PointedQuestion {
    public typealias Content = DeadlineCalendar

    /// Which agreements; empty for all of the book.
    public var agreements: [AgreementID]
    /// The first day; nil for today in the zone of each agreement, or for the last day where that is earlier.
    public var from: Day?
    /// The last day; nil for one year after the first.
    public var to: Day?
    public var knowledge: Knowledge
    public var basis: Basis

    public init(
        of agreements: [AgreementID] = [], from: Day? = nil, to: Day? = nil,
        _ knowledge: Knowledge = .everything, resting basis: Basis = .recorded
    ) {
        self.agreements = agreements
        self.from = from
        self.to = to
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached;
    ///   `longSpan`.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<CalendarQuestion> {
        let asked = span(today: inquiry.moment.todayInUTC)
        try AskedDays.check(from: asked.lowerBound, to: asked.upperBound)
        let known = try await inquiry.vantage(on: .first, knowledge)
        return Answer(
            self,
            try await inquiry.book.deadlines(
                of: agreements, in: days(at: inquiry.moment), from: known))
    }

    /// The days asked about, in each zone.
    private func days(at moment: Moment) -> CalendarDays {
        let today = moment.todayInUTC
        // Nowhere it is further from UTC than a day.
        let (first, last) = (today.adding(days: -1), today.adding(days: 1))
        return CalendarDays(within: span(today: first).joined(with: span(today: last))) {
            span(today: moment.today(in: $0))
        }
    }

    /// The days asked about where today is that day; where the last lies before the first, the first alone.
    func span(today: Day) -> ClosedRange<Day> {
        let first = from ?? min(today, to ?? today)
        let year = CalendarDuration(count: 1, unit: .year)
        return first...max(first, to ?? year?.added(to: first) ?? first)
    }
}

extension DeadlineCalendar: Grounded {
    public var grounds: Grounds {
        var grounds = Grounds(read.map(\.resolved))
        grounds.position = position
        return grounds
    }
}
