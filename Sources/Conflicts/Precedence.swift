public import Amendments
import Ledger
public import Terms

/// A clause of an agreement by which one of its terms prevails over another.
public struct Precedence: Hashable, Sendable {
    public let prevails: TermID
    public let yields: TermID
    public let event: RecordedEvent

    /// Every clause that surely holds; terms are named by their first ids.
    static func all(in copy: ConformedCopy) -> [Precedence] {
        copy.terms.compactMap { term in
            guard term.kind == .precedence, term.status == .inForce,
                let prevails = named(.prevails, in: term, of: copy),
                let yields = named(.yields, in: term, of: copy)
            else { return nil }
            return Precedence(
                prevails: prevails.id, yields: yields.id, event: yields.event)
        }
    }

    private static func named(
        _ name: FieldName, in term: ConformedTerm, of copy: ConformedCopy
    ) -> (id: TermID, event: RecordedEvent)? {
        guard let field = term.field(name), !field.isIndeterminate, !field.isContested,
            !field.isReported, case .stated(.term(let id)) = field.value
        else { return nil }
        return (copy.term(id)?.identity ?? id, field.governing)
    }
}
