public import Notation
public import Terms

/// Someone contests something under the agreement: threatened, or filed before a forum.
public struct DisputeRaised: EventPayload {
    public static let kind = EventKind.disputeRaised
    public static let traits: EventTraits = []

    public var dispute: DisputeID
    public var by: [PartyID]
    public var against: [PartyID]
    public var about: [TermID]
    public var stage: DisputeRecord.Stage
    public var forum: String?

    public init(
        dispute: DisputeID,
        by: [PartyID],
        against: [PartyID] = [],
        about: [TermID] = [],
        stage: DisputeRecord.Stage,
        forum: String? = nil
    ) {
        self.dispute = dispute
        self.by = by
        self.against = against
        self.about = about
        self.stage = stage
        self.forum = forum
    }

    public static let codec = Codec<DisputeRaised>.object(
        { DisputeRaised(dispute: $0, by: $1, against: $2, about: $3, stage: $4, forum: $5) },
        .required("dispute", \.dispute, DisputeID.codec),
        .required("by", \.by, .list(of: PartyID.codec, atLeast: 1)),
        .optional("against", \.against, .list(of: PartyID.codec), default: []),
        .optional("about", \.about, .list(of: TermID.codec), default: []),
        .required("stage", \.stage, .choice("a stage of a dispute")),
        .optional("forum", \.forum, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        for term in about where state.identity(of: term) == nil {
            state.refuse(
                event, for: .named(term.text), "unknown term '\(term)'",
                hint: "a dispute is about recorded terms")
        }
        var record = state.disputes[dispute] ?? DisputeRecord(id: dispute)
        record.raisings.append(
            .init(
                event: event, by: by, against: against, about: about, stage: stage, forum: forum))
        state.disputes[dispute] = record
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { about }
    public var namedParties: [NamedParty] {
        by.map { NamedParty($0, .actor) } + against.map { NamedParty($0, .addressee) }
    }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    /// That there is a dispute stays, and how far it has gone; not whose, about what, or where.
    public func redacted(_ mark: String) -> DisputeRaised {
        DisputeRaised(
            dispute: dispute, by: [.redacted], against: [], about: [], stage: stage, forum: nil)
    }
}
