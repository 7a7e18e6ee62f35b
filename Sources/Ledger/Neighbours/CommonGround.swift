public import Amendments
import Notation
public import Terms

/// What an agreement may have in common with others, so that they can meet in a conflict.
public enum CommonGround: Hashable, Sendable {
    /// It names the party, in whatever it says.
    case party(PartyID)
    /// It says what names mean: that holds for every agreement.
    case vocabulary
}

extension RecordedEvent {
    /// What the event may add to what its agreement has in common with others, from whatever vantage.
    public var commonGround: Set<CommonGround> { event.payload.commonGround }
}

extension EventPayload {
    /// Rather too much than too little: in a field that names parties in one kind of term, every text counts as one.
    fileprivate var commonGround: Set<CommonGround> {
        var found = Set(namedParties.map { CommonGround.party($0.party) })
        for given in givenFields {
            for name in given.set.names where FieldName.namingParties.contains(name) {
                found.formUnion(given.set[name]?.parties.map { .party($0) } ?? [])
            }
        }
        if traits.contains(.definesNames) { found.insert(.vocabulary) }
        if case .corrects(_, let replacement)? = recordAct {
            found.formUnion(replacement.payload.commonGround)
        }
        return found
    }
}

extension FieldName {
    /// The fields that name parties in some kind of term.
    fileprivate static let namingParties = Set(
        TermKind.allCases.flatMap(\.definition.fields).filter(\.namesParties).map(\.name))
}

extension Node {
    /// Every text in it that may be a party's id.
    fileprivate var parties: [PartyID] {
        switch content {
        case .plain(let text), .string(let text): [PartyID(text)].compactMap(\.self)
        case .integer, .boolean, .null: []
        case .list(let items): items.flatMap(\.parties)
        case .object(let members): members.flatMap(\.value.parties)
        }
    }
}
