public import Notation
public import Terms

/// A new term of the agreement begins, by right or automatically, with an end of its own.
///
/// The end is the `ends` field of the agreement's `term-and-renewal` term.
public struct AgreementRenewed: EventPayload {
    public static let kind = EventKind.agreementRenewed
    public static let traits: EventTraits = [.changesTerms]

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

    public var reach: EventReach { .fields([.ends], of: term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [ends.bound].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> AgreementRenewed {
        AgreementRenewed(term: term, ends: .redacted(mark))
    }
}
