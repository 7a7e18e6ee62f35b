public import Notation
public import Terms

/// A party becomes a member of a group, or takes another role in it.
public struct MemberJoined: EventPayload {
    public static let kind = EventKind.memberJoined
    public static let traits: EventTraits = [.changesTerms]

    public var group: PartyID
    public var party: PartyID
    /// What it is in the group, such as `agent`.
    public var role: String?

    public init(group: PartyID, party: PartyID, role: String? = nil) {
        self.group = group
        self.party = party
        self.role = role
    }

    public static let codec = Codec<MemberJoined>.object(
        { MemberJoined(group: $0, party: $1, role: $2) },
        .required("group", \.group, PartyID.codec),
        .required("party", \.party, PartyID.codec),
        .optional("role", \.role, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(membersOf: group, by: event, .joins(party, as: role))
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] {
        [NamedParty(group, .subject), NamedParty(party, .subject)]
    }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> MemberJoined {
        MemberJoined(group: group, party: party)
    }
}
