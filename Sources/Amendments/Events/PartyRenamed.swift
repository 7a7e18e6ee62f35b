public import Notation
public import Terms

/// A party goes on under another name; nothing else changes.
public struct PartyRenamed: EventPayload {
    public static let kind = EventKind.partyRenamed

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
}
