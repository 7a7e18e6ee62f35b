public import Terms

extension TermPredicate {
    /// An id that stands in a predicate, and what it is of.
    public enum ID: Hashable, Sendable {
        case agreement(AgreementID)
        case party(PartyID)
        case term(TermID)
    }

    /// The ids that it compares with, whether or not anything is called so.
    ///
    /// What is compared with a field is an id where every field of that name takes one.
    public var ids: Set<ID> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.ids) }
        case .not(let part): part.ids
        case .agreement(let id): [.agreement(id)]
        case .term(let id): [.term(id)]
        case .party(let id): [.party(id)]
        case .field(let name, .compares(_, let operand)), .field(let name, .contains(let operand)):
            Self.id(operand.text, in: FieldCatalogue.types(of: name)).map { [$0] } ?? []
        case .field(_, .answered), .kind, .status, .grade, .anyField, .words: []
        }
    }

    private static func id(_ text: String, in types: [FieldType]) -> ID? {
        if types.allSatisfy({ $0 == .party || $0 == .parties }) {
            return PartyID(text).map(ID.party)
        }
        return types.allSatisfy { $0 == .term } ? TermID(text).map(ID.term) : nil
    }
}
