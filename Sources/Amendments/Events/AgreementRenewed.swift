public import Notation
public import Terms

/// A new term of the agreement begins, by right or automatically, with an end of its own.
///
/// The end is the `ends` field of the agreement's `term-and-renewal` term.
public struct AgreementRenewed: EventPayload {
    public static let kind = EventKind.agreementRenewed

    public var term: TermID
    /// The new end.
    public var ends: ValueState

    public init(term: TermID, ends: ValueState) {
        self.term = term
        self.ends = ends
    }

    public static let codec = Codec<AgreementRenewed>.object(
        { AgreementRenewed(term: $0, ends: $1) },
        .required("term", \.term, TermID.codec),
        .required("ends", \.ends, ValueState.codec(for: .bound))
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(term, isOneOf: [.termAndRenewal], by: event)
        state.change(term, by: event) { $0.assert([.ends: ends], by: event) }
    }
}
