import Amendments
public import EventStore
public import Ledger
public import Terms

/// Which documents of an agreement have effect on a day?
public struct InstrumentsQuestion: PointedQuestion {
    public var agreement: AgreementID
    /// nil for today in the agreement's zone.
    public var on: Day?
    public var knowledge: Knowledge
    public var basis: Basis

    /// The documents, with what the answer is about.
    public struct Content: Hashable, Sendable {
        public var agreement: AgreementID
        public var title: String
        public var zone: String
        public var vantage: Vantage
        public var resolved: ResolvedPoint
        /// In the parties' order.
        public var instruments: [StandingInstrument]
        /// How many recordings report on the agreement and change nothing: they are left out.
        public var others: Int
    }

    public init(
        of agreement: AgreementID, on day: Day? = nil, _ knowledge: Knowledge = .everything,
        resting basis: Basis = .recorded
    ) {
        self.agreement = agreement
        on = day
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<InstrumentsQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        let view = try await inquiry.book.view(of: agreement, from: point.vantage)
        let reading = view.reading
        return Answer(
            self, from: point,
            Content(
                agreement: agreement, title: reading.state.title ?? agreement.text,
                zone: reading.state.zone ?? "UTC", vantage: view.vantage, resolved: view.point,
                instruments: reading.instruments(on: view.vantage.on),
                others: reading.otherInstruments))
    }
}

extension InstrumentsQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([resolved]) }
}
