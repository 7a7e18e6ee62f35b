public import Notation
public import Terms

/// An instrument that might have spoken of a term does not: its last value is carried on, and flagged.
public struct TermUnaddressed: EventPayload {
    public static let kind = EventKind.termUnaddressed
    public static let traits: EventTraits = [.isOfLivingTerms]

    public var term: TermID
    /// The fields it speaks of; empty means the whole term.
    public var fields: [FieldName]

    public init(term: TermID, fields: [FieldName] = []) {
        self.term = term
        self.fields = fields
    }

    public static let codec = Codec<TermUnaddressed>.object(
        { TermUnaddressed(term: $0, fields: $1) },
        .required("term", \.term, TermID.codec),
        .optional("fields", \.fields, .list(of: FieldName.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(fields, of: term, by: event)
        state.remark(.unaddressed(fields), on: term, by: event)
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

    public func redacted(_ mark: String) -> TermUnaddressed { self }
}
