public import Notation
public import Terms

/// A party goes on under another name; nothing else changes.
public struct PartyRenamed: EventPayload {
    public static let kind = EventKind.partyRenamed
    public static let traits: EventTraits = [.changesTerms]

    public var party: PartyID
    public var name: String

    public init(party: PartyID, name: String) {
        self.party = party
        self.name = name
    }

    public static let codec = Codec<PartyRenamed>.object(
        { PartyRenamed(party: $0, name: $1) },
        .required("party", \.party, PartyID.codec),
        .required("name", \.name, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(party, by: event) { $0.names.append(.init(event: event, name: name)) }
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [NamedParty(party, .subject)] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> PartyRenamed { PartyRenamed(party: party, name: mark) }
}
