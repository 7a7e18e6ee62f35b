public import Notation
public import Terms

/// Another person takes the place of a party, by merger, assignment or novation.
public struct PartySucceeded: EventPayload {
    public static let kind = EventKind.partySucceeded
    public static let traits: EventTraits = [.changesTerms, .isDroppedWithCondition]

    public var party: PartyID
    public var successor: PartyID
    /// The successor's name.
    public var name: String

    public init(party: PartyID, successor: PartyID, name: String) {
        self.party = party
        self.successor = successor
        self.name = name
    }

    public static let codec = Codec<PartySucceeded>.object(
        { PartySucceeded(party: $0, successor: $1, name: $2) },
        .required("party", \.party, PartyID.codec),
        .required("successor", \.successor, PartyID.codec),
        .required("name", \.name, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        guard successor != party else {
            return state.refuse(
                event, for: .itself, "party '\(party)' cannot be succeeded by itself",
                hint: "use party-renamed where only the name changes")
        }
        state.change(party, by: event) {
            $0.successions.append(.init(event: event, successor: successor))
        }
        var record = state.parties[successor] ?? PartyRecord(id: successor)
        record.admissions.append(event)
        record.names.append(.init(event: event, name: name))
        state.parties[successor] = record
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] {
        [NamedParty(party, .subject), NamedParty(successor, .newcomer)]
    }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> PartySucceeded {
        PartySucceeded(party: party, successor: successor, name: mark)
    }
}
