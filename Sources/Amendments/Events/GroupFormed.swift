public import Notation
public import Terms

/// Several parties are named as one, such as the lenders under a facility: where a field names a party, it may name
/// the group.
///
/// A group is bound through its members. Whether jointly or severally, and for how much each, the record does not
/// know: of a member alone nothing that names the group is certain.
public struct GroupFormed: EventPayload {
    public static let kind = EventKind.groupFormed
    public static let traits: EventTraits = [.changesTerms]

    public var group: PartyID
    public var name: String
    /// Those who are in it from the beginning.
    public var members: [Member]
    /// Whether these, with those who join, are all who are in it; nil where that is not said, and they count as all.
    public var membersComplete: Bool?

    /// One member, and what it is in the group, such as `agent`.
    public struct Member: Hashable, Sendable {
        public var party: PartyID
        public var role: String?

        public init(party: PartyID, role: String? = nil) {
            self.party = party
            self.role = role
        }

        static let codec = Codec<Member>.object(
            { Member(party: $0, role: $1) },
            .required("party", \.party, PartyID.codec),
            .optional("role", \.role, .text))
    }

    public init(group: PartyID, name: String, members: [Member] = [], membersComplete: Bool? = nil)
    {
        self.group = group
        self.name = name
        self.members = members
        self.membersComplete = membersComplete
    }

    public static let codec = Codec<GroupFormed>.object(
        { GroupFormed(group: $0, name: $1, members: $2, membersComplete: $3) },
        .required("group", \.group, PartyID.codec),
        .required("name", \.name, .text),
        .optional("members", \.members, .list(of: Member.codec), default: []),
        .optional("members-complete", \.membersComplete, .flag)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        if let party = state.parties[group], !party.isGroup {
            return state.refuse(
                event, for: .record, "'\(group)' is a party, not a group",
                hint: "give the group an id of its own, such as lenders")
        }
        var record = state.parties[group] ?? PartyRecord(id: group)
        record.isGroup = true
        record.admissions.append(event)
        record.names.append(.init(event: event, name: name))
        if let membersComplete {
            record.completeness.append(.init(event: event, isComplete: membersComplete))
        }
        state.parties[group] = record
        for member in members {
            state.change(membersOf: group, by: event, .joins(member.party, as: member.role))
        }
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] {
        [NamedParty(group, .newcomer)] + members.map { NamedParty($0.party, .subject) }
    }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> GroupFormed {
        GroupFormed(
            group: group, name: mark, members: members.map { Member(party: $0.party) },
            membersComplete: membersComplete)
    }
}
