import EventStore
import Ledger
import Terms

extension ConformedCopy {
    /// The copy with some of its terms, the conditions that these name and the disputes about them; with all of it
    /// for no terms. Expectations are of no term, so they are left out with the others.
    ///
    /// - Parameter ids: present or former ids.
    /// - Throws: `unknownTerm` for one that is not there.
    func narrowed(to ids: [TermID]) throws(DeedbookError) -> ConformedCopy {
        guard !ids.isEmpty else { return self }
        for id in ids where term(id) == nil {
            throw .unknownTerm(id, nearest: id.nearest(among: terms.map(\.id)))
        }
        let asked = terms.filter { ids.contains($0.id) || ids.contains($0.identity) }
        let named = Set(asked.flatMap(\.fields).flatMap(\.value.namedConditions))
        var narrowed = self
        narrowed.terms = asked
        narrowed.conditions = conditions.filter { named.contains($0.id) }
        narrowed.disputes = disputes.filter { dispute in
            dispute.about.contains { id in asked.contains { $0.id == id || $0.identity == id } }
        }
        narrowed.expectations = []
        return narrowed
    }
}

extension ValueState {
    fileprivate var namedConditions: Set<ConditionID> {
        switch self {
        case .stated(.bound(let bound)): bound.conditions
        case .stated(.condition(let id)): [id]
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            []
        }
    }
}
