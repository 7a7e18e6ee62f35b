public import EventStore
public import Ledger
public import Terms

/// What was recorded of an agreement, as it reads with what is known?
public struct HistoryQuestion: Question {
    public var agreement: AgreementID
    public var knowledge: Knowledge
    public var basis: Basis

    /// The reading, with the point that it rests on.
    public struct Content: Sendable {
        public var reading: AgreementReading
        public var resolved: ResolvedPoint
    }

    public init(
        of agreement: AgreementID, _ knowledge: Knowledge = .everything,
        resting basis: Basis = .recorded
    ) {
        self.agreement = agreement
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<HistoryQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: nil, knowledge)
        let view = try await inquiry.book.view(of: agreement, from: point.vantage)
        return Answer(
            self, from: point, Content(reading: view.reading, resolved: view.point))
    }
}

extension HistoryQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([resolved]) }
}
