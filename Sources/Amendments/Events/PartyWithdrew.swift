public import Notation
public import Terms

/// A party leaves the agreement, which goes on between the others.
public struct PartyWithdrew: EventPayload {
    public static let kind = EventKind.partyWithdrew
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isDroppedWithCondition]

    public var party: PartyID

    public init(party: PartyID) {
        self.party = party
    }

    public static let codec = Codec<PartyWithdrew>.object(
        { PartyWithdrew(party: $0) },
        .required("party", \.party, PartyID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(party, by: event) { $0.withdrawals.append(event) }
    }

    public var reach: EventReach { .everything }
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

    public func redacted(_ mark: String) -> PartyWithdrew { self }
}
