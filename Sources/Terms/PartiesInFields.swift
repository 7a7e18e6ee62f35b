import Notation

// Which parties a value as written may name: rather too many than too few, for the kind of its term is not known.
extension RawFields {
    /// The parties that some field may name.
    public var parties: [PartyID] {
        names.flatMap { name in self[name].map { RawValue($0).parties(in: name) } ?? [] }
    }
}

extension RawValue {
    /// The parties that the value may name, where it is of that field: in one that names parties in some kind of
    /// term, every text that may be a party's id.
    public func parties(in name: FieldName) -> [PartyID] {
        FieldName.namingParties.contains(name) ? node.parties : []
    }
}

extension FieldName {
    /// The fields that name parties in some kind of term.
    fileprivate static let namingParties = Set(
        TermKind.allCases.flatMap(\.definition.fields).filter(\.namesParties).map(\.name))
}

extension FieldSchema {
    /// Whether it holds a party, or several.
    package var namesParties: Bool { type == .party || type == .parties }
}

extension Node {
    fileprivate var parties: [PartyID] {
        switch content {
        case .plain(let text), .string(let text): [PartyID(text)].compactMap(\.self)
        case .integer, .boolean, .null: []
        case .list(let items): items.flatMap(\.parties)
        case .object(let members): members.flatMap(\.value.parties)
        }
    }
}
