import Amendments
import Terms

// What the parties had agreed up to an event, in their own order: by that an event is judged, and not by
// what came after it.
extension AgreementReading {
    /// The timeline of a term as the parties had agreed it.
    ///
    /// - Parameter isIncluded: whether the event itself counts.
    func timeline(
        of identity: TermID, upTo event: RecordedEvent, included isIncluded: Bool
    ) -> TermTimeline? {
        let limit = order.key(of: event)
        let known = Past { other in
            let key = order.key(of: other)
            return isIncluded ? key <= limit : key < limit
        }
        guard let record = state.terms[identity].flatMap(known.part) else { return nil }
        let past = bounds.limited(to: known)
        func find(_ id: TermID) -> TermRecord? { state.term(id).flatMap(known.part) }
        let agreement = AgreementLife(
            of: state.terms.values.lazy.filter(\.kind.endsAgreements).compactMap(known.part),
            find: find, endings: state.endings.filter { known.holds($0.event) },
            restatements: state.restatements.filter { known.holds($0.event) }, places: places,
            order: order,
            bounds: past)
        return TermTimeline(
            record, agreement: agreement, places: places, order: order, bounds: past,
            referred: ReferredTerms(
                by: [record], find: find, agreement: agreement, places: places, order: order,
                bounds: past))
    }

    /// How bounds read by what had become of conditions when an event was agreed.
    func bounds(upTo event: RecordedEvent) -> BoundReader {
        let limit = order.key(of: event)
        return bounds.limited(to: Past { order.key(of: $0) <= limit })
    }
}
