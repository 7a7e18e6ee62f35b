public import Notation
public import Terms

/// A person or company becomes a party to the agreement, or one that had left becomes one again.
public struct PartyAdmitted: EventPayload {
    public static let kind = EventKind.partyAdmitted
    public static let traits: EventTraits = [.changesTerms]

    public var party: PartyID
    public var name: String
    public var role: String?

    public init(party: PartyID, name: String, role: String? = nil) {
        self.party = party
        self.name = name
        self.role = role
    }

    public static let codec = Codec<PartyAdmitted>.object(
        { PartyAdmitted(party: $0, name: $1, role: $2) },
        .required("party", \.party, PartyID.codec),
        .required("name", \.name, .text),
        .optional("role", \.role, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        var record = state.parties[party] ?? PartyRecord(id: party)
        record.role = role ?? record.role
        record.admissions.append(event)
        record.names.append(.init(event: event, name: name))
        state.parties[party] = record
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [NamedParty(party, .newcomer)] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> PartyAdmitted {
        PartyAdmitted(party: party, name: mark, role: nil)
    }
}
