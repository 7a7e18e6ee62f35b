public import Notation
public import Terms

/// The parties move the end of the agreement.
///
/// The end is the `ends` field of the agreement's `term-and-renewal` term.
public struct AgreementExtended: EventPayload {
    public static let kind = EventKind.agreementExtended

    public var term: TermID
    /// The new end.
    public var ends: ValueState

    public init(term: TermID, ends: ValueState) {
        self.term = term
        self.ends = ends
    }

    public static let codec = Codec<AgreementExtended>.object(
        { AgreementExtended(term: $0, ends: $1) },
        .required("term", \.term, TermID.codec),
        .required("ends", \.ends, ValueState.codec(for: .bound))
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(term, isOneOf: [.termAndRenewal], by: event)
        state.change(term, by: event) { $0.assert([.ends: ends], by: event) }
    }
}
