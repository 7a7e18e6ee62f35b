public import Notation
public import Terms

/// Parties, or a majority of a group, agree to something that a term lets happen only with their consent.
public struct ConsentGiven: EventPayload {
    public static let kind = EventKind.consentGiven
    public static let traits: EventTraits = [.changesTerms, .isDroppedWithCondition]

    /// The term that asks for the consent.
    public var term: TermID
    /// To what, in words.
    public var to: String
    public var consent: Consent
    /// When it ends again; nil until something ends it.
    public var lasts: DateBound?

    public init(term: TermID, to: String, consent: Consent, lasts: DateBound? = nil) {
        self.term = term
        self.to = to
        self.consent = consent
        self.lasts = lasts
    }

    public static let codec = Codec<ConsentGiven>.object(
        {
            ConsentGiven(
                term: $0, to: $1, consent: Consent(by: $2, group: $3, majority: $4), lasts: $5)
        },
        .required("term", \.term, TermID.codec),
        .required("to", \.to, .text),
        .optional("by", \.consent.by, .list(of: PartyID.codec), default: []),
        .optional("group", \.consent.group, .text),
        .optional("majority", \.consent.majority, Rate.codec),
        .optional("lasts", \.lasts, DateBound.codec)
    ).checked { given, problems in
        if given.consent.by.isEmpty, given.consent.group == nil, given.consent.majority == nil {
            problems.report(
                "no party is named that consents",
                hint: "name parties with by, or a group with group and majority", at: nil)
        }
    }

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.remark(.consented(consent, to: to, lasts: lasts), on: term, by: event)
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { consent.by.map { NamedParty($0, .actor) } }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { nil }

    /// That someone consented stays, and until when.
    public func redacted(_ mark: String) -> ConsentGiven {
        ConsentGiven(
            term: term, to: mark, consent: Consent(by: [], group: mark, majority: nil),
            lasts: lasts)
    }
}
