public import Notation
public import Terms

/// How much became due or was paid under a term in a period, in all.
///
/// Amounts of periods that share no day add up. A period inside another is a part of it, and the same
/// amount for the same period is the same money, however often it is stated.
public struct AmountAccrued: EventPayload {
    public static let kind = EventKind.amountAccrued
    public static let traits: EventTraits = []

    public var term: TermID
    public var amount: Money
    public var period: DateRange

    public init(term: TermID, amount: Money, period: DateRange) {
        self.term = term
        self.amount = amount
        self.period = period
    }

    public static let codec = Codec<AmountAccrued>.object(
        { AmountAccrued(term: $0, amount: $1, period: $2) },
        .required("term", \.term, TermID.codec),
        .required("amount", \.amount, Money.codec),
        .required("period", \.period, DateRange.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.remark(.accrued(amount, period: period), on: term, by: event)
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    /// The period stays: for those days a sum is not known any more.
    public func redacted(_ mark: String) -> AmountAccrued {
        AmountAccrued(term: term, amount: .redacted, period: period)
    }
}
