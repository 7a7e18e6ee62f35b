public import EventStore
public import Ledger
public import Terms

/// Which terms are in force on a day, and which instruments made them?
public struct TermsQuestion: PointedQuestion {
    public var agreement: AgreementID
    /// nil for today in the agreement's zone.
    public var on: Day?
    public var knowledge: Knowledge
    /// Only these, by present or former id; empty for all.
    public var terms: [TermID]
    public var basis: Basis

    /// The conformed copy with the terms asked for, and what belongs to them.
    public struct Content: Hashable, Sendable {
        public var copy: ConformedCopy
        /// How many terms were left out because others were asked for.
        public var termsLeftOut: Int
    }

    public init(
        of agreement: AgreementID, on day: Day? = nil, _ knowledge: Knowledge = .everything,
        terms: [TermID] = [], resting basis: Basis = .recorded
    ) {
        self.agreement = agreement
        on = day
        self.knowledge = knowledge
        self.terms = terms
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached;
    ///   `unknownTerm` for a term that is asked for and not there.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<TermsQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        let copy = try await inquiry.book.conformedCopy(of: agreement, from: point.vantage)
        let asked = try await copy.narrowed(
            to: terms, in: inquiry.book, from: point.vantage)
        return Answer(
            self, from: point,
            Content(copy: asked, termsLeftOut: copy.terms.count - asked.terms.count))
    }
}

extension TermsQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([copy.resolved]) }
}
