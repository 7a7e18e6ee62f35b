public import Notation
public import Terms

/// A party leaves the agreement, which goes on between the others.
public struct PartyWithdrew: EventPayload {
    public static let kind = EventKind.partyWithdrew

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
}
