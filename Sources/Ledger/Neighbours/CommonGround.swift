public import Amendments
public import Terms

/// What an agreement may have in common with others, so that they can meet in a conflict.
public enum CommonGround: Hashable, Sendable {
    /// It names the party, in whatever it says.
    case party(PartyID)
    /// It says what names mean: that holds for every agreement.
    case vocabulary
}

extension RecordedEvent {
    /// What the event may add to what its agreement has in common with others, from whatever vantage: rather too
    /// much than too little.
    public var commonGround: Set<CommonGround> { event.payload.commonGround }
}

extension EventPayload {
    fileprivate var commonGround: Set<CommonGround> {
        let parties = namedParties.map(\.party) + givenFields.flatMap(\.set.parties)
        var found = Set(parties.map { CommonGround.party($0) })
        if traits.contains(.definesNames) { found.insert(.vocabulary) }
        if case .corrects(_, let replacement)? = recordAct {
            found.formUnion(replacement.payload.commonGround)
        }
        return found
    }
}
