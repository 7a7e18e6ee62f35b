public import Notation
public import Terms

/// How much became due or was paid under a term in a period, in all.
///
/// Amounts of periods that share no day add up. A period inside another is a part of it, and the same
/// amount for the same period is the same money, however often it is stated.
public struct AmountAccrued: EventPayload {
    public static let kind = EventKind.amountAccrued

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
}
