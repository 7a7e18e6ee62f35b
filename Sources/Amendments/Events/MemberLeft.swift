public import Notation
public import Terms

/// A party is no longer a member of a group, such as a lender that was repaid or assigned its loans.
public struct MemberLeft: EventPayload {
    public static let kind = EventKind.memberLeft
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isDroppedWithCondition]

    public var group: PartyID
    public var party: PartyID

    public init(group: PartyID, party: PartyID) {
        self.group = group
        self.party = party
    }

    public static let codec = Codec<MemberLeft>.object(
        { MemberLeft(group: $0, party: $1) },
        .required("group", \.group, PartyID.codec),
        .required("party", \.party, PartyID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(membersOf: group, by: event, .leaves(party))
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

    public func redacted(_ mark: String) -> MemberLeft { self }
}
