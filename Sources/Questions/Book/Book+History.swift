import Amendments
public import EventStore
public import Ledger
public import Terms

extension Book {
    /// The chain of instruments behind a term, or one of its fields.
    public func explanation(
        of agreement: AgreementID, term id: TermID, field: FieldName?, from vantage: Vantage
    ) async throws(DeedbookError) -> Explanation {
        let view = try await view(
            of: agreement, from: vantage,
            deciding: DecisiveDays(vantage.on...vantage.on, wholeTerm: id))
        let copy = view.copy()
        guard let timeline = view.reading.term(id),
            let term = copy.term(timeline.record.identity)
        else {
            throw try await absence(
                ofTerm: id, of: agreement, from: vantage, copy.terms.map(\.id))
        }
        var names = timeline.fieldNames
        if let field {
            guard names.contains(field) else { throw .unknownField(field, term.kind) }
            names = [field]
        }
        return Explanation(of: timeline, standing: term, fields: names, in: copy)
    }

    /// One term, or all of them, over all days.
    public func timeline(
        of agreement: AgreementID, term id: TermID?, from vantage: Vantage
    ) async throws(DeedbookError) -> [TermHistory] {
        let days = id.map { DecisiveDays(vantage.on...vantage.on, wholeTerm: $0) }
        let reading = try await view(of: agreement, from: vantage, deciding: days).reading
        guard let id else { return reading.terms.map { $0.history(on: vantage.on) } }
        guard let timeline = reading.term(id) else {
            throw try await absence(
                ofTerm: id, of: agreement, from: vantage, reading.terms.map(\.record.identity))
        }
        return [timeline.history(on: vantage.on)]
    }
}
