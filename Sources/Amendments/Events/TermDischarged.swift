public import Notation
public import Terms

/// What a term asks or gives is done with: it was paid out, fulfilled, or used up.
///
/// It ends the term from its effective day; what was in force before stays history. An option that is exercised in
/// whole is discharged by `option-exercised` itself.
public struct TermDischarged: EventPayload {
    public static let kind = EventKind.termDischarged
    public static let traits: EventTraits = [.changesTerms, .isDroppedWithCondition]

    public var term: TermID
    public var manner: Discharge

    public init(term: TermID, manner: Discharge) {
        self.term = term
        self.manner = manner
    }

    public static let codec = Codec<TermDischarged>.object(
        { TermDischarged(term: $0, manner: $1) },
        .required("term", \.term, TermID.codec),
        .required("manner", \.manner, .choice("a manner of discharge"))
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(term, by: event) { $0.removals.append(event) }
    }

    public var reach: EventReach { .status(of: term) }
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

    /// The manner stays: it is a word of the format, and says nothing but that the term is over.
    public func redacted(_ mark: String) -> TermDischarged { self }
}
