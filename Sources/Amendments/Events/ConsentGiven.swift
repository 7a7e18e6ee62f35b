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
                "nobody is named who consents",
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

    /// That somebody consented stays, and until when.
    public func redacted(_ mark: String) -> ConsentGiven {
        ConsentGiven(
            term: term, to: mark, consent: Consent(by: [], group: mark, majority: nil),
            lasts: lasts)
    }
}

/// Who consents: parties by name, and as much of a group as its words ask for.
public struct Consent: Hashable, Sendable {
    public var by: [PartyID]
    /// The group, in words, such as the lenders.
    public var group: String?
    /// How much of it, such as `50.1% of the commitments`.
    public var majority: Rate?

    public init(by: [PartyID] = [], group: String? = nil, majority: Rate? = nil) {
        self.by = by
        self.group = group
        self.majority = majority
    }

    /// `borrower, the lenders (50.1% of the commitments)`.
    public var displayText: String {
        let whole = [group, majority.map { "(\($0))" }].compactMap(\.self)
            .joined(separator: " ")
        return (by.map(\.text) + (whole.isEmpty ? [] : [whole])).joined(separator: ", ")
    }
}
