import EventStore
import Ledger
import Portfolio
import Terms

extension ConformedCopy {
    /// The copy with some of its terms, the conditions that these name and the disputes about them; with all of it
    /// for no terms. Expectations are of no term, so they are left out with the others.
    ///
    /// - Parameter ids: present or former ids.
    /// - Throws: `unknownTerm` or `hiddenTerm` for one that is not there.
    func narrowed(
        to ids: [TermID], in book: Book, from vantage: Vantage
    ) async throws(DeedbookError) -> ConformedCopy {
        guard !ids.isEmpty else { return self }
        for id in ids where term(id) == nil {
            throw try await book.absence(
                ofTerm: id, of: agreement, from: vantage, terms.map(\.id))
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
