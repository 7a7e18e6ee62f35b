public import Notation
public import Terms

/// A term goes on under another id, as when clauses are renumbered.
public struct TermMoved: EventPayload {
    public static let kind = EventKind.termMoved
    public static let traits: EventTraits = [.changesTerms]

    public var term: TermID
    public var to: TermID

    public init(term: TermID, to: TermID) {
        self.term = term
        self.to = to
    }

    public static let codec = Codec<TermMoved>.object(
        { TermMoved(term: $0, to: $1) },
        .required("term", \.term, TermID.codec),
        .required("to", \.to, TermID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        guard state.identity(of: to) == nil else {
            return state.refuse(
                event, for: .record, "term '\(to)' exists already",
                hint: "choose an id that no term ever had")
        }
        state.change(term, by: event) { $0.renamings.append(.init(event: event, id: to)) }
        if let identity = state.identity(of: term) { state.alias(to, to: identity) }
    }

    public var reach: EventReach { .term(term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term, to] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [term: to] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> TermMoved { self }
}
