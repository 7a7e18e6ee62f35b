public import Notation
public import Terms

/// A party gives up a right under a term, once or for a time; the term is not changed.
public struct RightWaived: EventPayload {
    public static let kind = EventKind.rightWaived
    public static let traits: EventTraits = [.changesTerms]

    public var term: TermID
    public var by: PartyID
    /// What is given up.
    public var extent: String
    /// When it ends again; nil until something ends it.
    public var lasts: DateBound?

    public init(term: TermID, by: PartyID, extent: String, lasts: DateBound? = nil) {
        self.term = term
        self.by = by
        self.extent = extent
        self.lasts = lasts
    }

    public static let codec = Codec<RightWaived>.object(
        { RightWaived(term: $0, by: $1, extent: $2, lasts: $3) },
        .required("term", \.term, TermID.codec),
        .required("by", \.by, PartyID.codec),
        .required("extent", \.extent, .text),
        .optional("lasts", \.lasts, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.remark(.waived(by: by, extent: extent, lasts: lasts), on: term, by: event)
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [NamedParty(by, .actor)] }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> RightWaived {
        RightWaived(term: term, by: .redacted, extent: mark, lasts: lasts)
    }
}
