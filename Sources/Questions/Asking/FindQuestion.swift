public import EventStore
import Ledger
public import Portfolio
public import Terms

/// Which terms of all agreements satisfy a predicate, and which may?
public struct FindQuestion: PointedQuestion {
    public typealias Content = Portfolio

    public var predicate: TermPredicate
    /// One day for all agreements; nil for the day that is today in the zone of each.
    public var on: Day?
    public var knowledge: Knowledge
    public var basis: Basis

    public init(
        _ predicate: TermPredicate, on day: Day? = nil, _ knowledge: Knowledge = .everything,
        resting basis: Basis = .recorded
    ) {
        self.predicate = predicate
        on = day
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `beyondHead` or `beyondNow` for a point that the book has not reached.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<FindQuestion> {
        let point = try await inquiry.resolvedVantage(on: on, knowledge)
        guard on == nil else {
            return Answer(
                self, from: point, try await inquiry.book.find(predicate, from: point.vantage))
        }
        let found = try await inquiry.book.findToday(predicate, from: point.vantage) { zone in
            inquiry.moment.today(in: zone)
        }
        return Answer(self, from: point, found)
    }
}
