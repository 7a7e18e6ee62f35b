import Amendments
public import EventStore
public import Ledger
public import Payments
public import Terms

/// What does a payment or a commitment amount to in each period?
public struct PayableQuestion: PointedQuestion {
    public var agreement: AgreementID
    public var term: TermID
    /// What it is worked out from; nil where the term needs no figures.
    public var figures: [Figure]?
    /// The figures of indices that amounts may follow.
    public var indices: [IndexFigure]
    /// The first day; of figures, those before it are left out.
    public var from: Day?
    /// The last day; of figures, those after it are left out.
    public var to: Day?
    /// In which currency; nil for that of the figures, else the only one of the term.
    public var currency: Currency?
    /// The one day whose terms count on every day; nil for each day's own.
    public var on: Day?
    public var knowledge: Knowledge
    /// Another point, under whose terms it is worked out as well.
    public var compare: Vantage?
    public var basis: Basis

    /// What the term amounts to, with the agreement as it stands on the day given, else on the last day counted.
    public struct Content: Sendable {
        public var copy: ConformedCopy
        public var payable: Payable
        /// Under the terms of the point it is compared with; nil where none is.
        public var before: Payable?
    }

    public init(
        _ term: TermID, of agreement: AgreementID, figures: [Figure]? = nil,
        indices: [IndexFigure] = [], from: Day? = nil,
        to: Day? = nil, currency: Currency? = nil, on day: Day? = nil,
        _ knowledge: Knowledge = .everything, compare: Vantage? = nil,
        resting basis: Basis = .recorded
    ) {
        self.agreement = agreement
        self.term = term
        self.figures = figures
        self.indices = indices
        self.from = from
        self.to = to
        self.currency = currency
        on = day
        self.knowledge = knowledge
        self.compare = compare
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached;
    ///   `notPayable` and the like where the term cannot be worked out from what is given.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<PayableQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        let counted = try counted()
        var vantage = point.vantage
        if on == nil, let last = counted?.last?.days.upperBound ?? to { vantage.on = last }
        let (copy, payable) = try await payable(counted, from: vantage, asOn: on, inquiry)
        var before: Payable?
        if let compare {
            before = try await self.payable(
                counted, from: compare, asOn: compare.on, inquiry
            ).payable
        }
        return Answer(self, from: point, Content(copy: copy, payable: payable, before: before))
    }

    /// The figures that count; nil where none are given.
    private func counted() throws(DeedbookError) -> [Figure]? {
        guard let figures else { return nil }
        return try CountedFigures.among(figures, from: from, to: to)
    }

    /// What the term amounts to under the terms of a point, with the agreement as it stands there.
    private func payable(
        _ figures: [Figure]?, from vantage: Vantage, asOn day: Day?, _ inquiry: Inquiry
    ) async throws(DeedbookError) -> (copy: ConformedCopy, payable: Payable) {
        let view = try await inquiry.book.view(of: agreement, from: vantage)
        let copy = view.copy()
        let terms = TermsOfPayment(
            term, in: view.reading, from: vantage, resolved: copy.resolved, asOn: day,
            indices: indices)
        guard let terms else {
            throw .notPayable(
                term, view.reading.term(term)?.record.kind, of: agreement, from: vantage,
                payable: TermsOfPayment.kinds)
        }
        return (copy, try payable(terms, figures))
    }
}

extension PayableQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([copy.resolved]) }
}
