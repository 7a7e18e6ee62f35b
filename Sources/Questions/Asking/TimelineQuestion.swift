public import EventStore
public import Ledger
public import Terms

/// What is the life of a term, or of all, with every step of its fields?
public struct TimelineQuestion: PointedQuestion {
    public var agreement: AgreementID
    /// nil for every term of the agreement.
    public var term: TermID?
    /// The day whose copy stands beside the lives; nil for today in the agreement's zone.
    public var on: Day?
    public var knowledge: Knowledge
    public var basis: Basis

    /// The lives, and the whole agreement as it stands on the day.
    public struct Content: Hashable, Sendable {
        public var histories: [TermHistory]
        public var copy: ConformedCopy
    }

    public init(
        of agreement: AgreementID, term: TermID? = nil, on day: Day? = nil,
        _ knowledge: Knowledge = .everything, resting basis: Basis = .recorded
    ) {
        self.agreement = agreement
        self.term = term
        on = day
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached;
    ///   `unknownTerm` for a term that is not there.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<TimelineQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        return Answer(
            self, from: point,
            Content(
                histories: try await inquiry.book.timeline(
                    of: agreement, term: term, from: point.vantage),
                copy: try await inquiry.book.conformedCopy(of: agreement, from: point.vantage)))
    }
}

extension TimelineQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([copy.resolved]) }
}
