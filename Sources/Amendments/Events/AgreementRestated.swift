public import Notation
public import Terms

/// One instrument replaces the whole text; the relation goes on.
///
/// `terms` is the complete set: a term that is not in it ends, whenever the book learns of it; one that is
/// there already reads from then on as stated here, with no step or window of the replaced text; `moved` says
/// which old id goes on under which new one.
public struct AgreementRestated: EventPayload {
    public static let kind = EventKind.agreementRestated
    public static let traits: EventTraits = [.changesTerms, .takesOut]

    public var terms: [TermAdded]
    /// Old id to new id.
    public var moved: [TermID: TermID]

    public init(terms: [TermAdded], moved: [TermID: TermID] = [:]) {
        self.terms = terms
        self.moved = moved
    }

    public static let codec = Codec<AgreementRestated>.object(
        { AgreementRestated(terms: $0, moved: $1) },
        .required("terms", \.terms, .list(of: TermAdded.codec, atLeast: 1)),
        .optional(
            "moved", \.moved, .dictionary(names: TermID.codec, values: TermID.codec), default: [:])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        for (old, new) in moved.sorted(by: { $0.key < $1.key }) {
            TermMoved(term: old, to: new).apply(to: &state, by: event)
        }
        for term in terms { term.apply(to: &state, by: event, beginsWith: event.effective) }
        let kept = Set(terms.compactMap { state.identity(of: $0.term) })
        state.restatements.append(AgreementRestatement(event: event, kept: kept))
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { terms.map(\.term) + moved.keys.sorted() }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { terms.flatMap(\.namedBounds) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { terms.flatMap(\.givenFields) }
    public var movedTerms: [TermID: TermID] { moved }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "which restated the agreement" }

    public func redacted(_ mark: String) -> AgreementRestated {
        AgreementRestated(terms: terms.map { $0.redacted(mark) }, moved: moved)
    }
}
