public import Notation
public import Terms

/// The parties take a term out of the agreement. Its id stays its own.
public struct TermRemoved: EventPayload {
    public static let kind = EventKind.termRemoved
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isDroppedWithCondition]

    public var term: TermID
    public var ground: String?

    public init(term: TermID, ground: String? = nil) {
        self.term = term
        self.ground = ground
    }

    public static let codec = Codec<TermRemoved>.object(
        { TermRemoved(term: $0, ground: $1) },
        .required("term", \.term, TermID.codec),
        .optional("ground", \.ground, .text)
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

    public func redacted(_ mark: String) -> TermRemoved { TermRemoved(term: term, ground: nil) }
}
