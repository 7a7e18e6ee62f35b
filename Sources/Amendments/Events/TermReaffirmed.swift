public import Notation
public import Terms

/// The parties state that a term, or some of its fields, is unchanged.
public struct TermReaffirmed: EventPayload {
    public static let kind = EventKind.termReaffirmed
    public static let traits: EventTraits = [.isOfLivingTerms]

    public var term: TermID
    /// The fields it speaks of; empty means the whole term.
    public var fields: [FieldName]

    public init(term: TermID, fields: [FieldName] = []) {
        self.term = term
        self.fields = fields
    }

    public static let codec = Codec<TermReaffirmed>.object(
        { TermReaffirmed(term: $0, fields: $1) },
        .required("term", \.term, TermID.codec),
        .optional("fields", \.fields, .list(of: FieldName.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(fields, of: term, by: event)
        state.remark(.reaffirmed(fields), on: term, by: event)
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

    public func redacted(_ mark: String) -> TermReaffirmed { self }
}
