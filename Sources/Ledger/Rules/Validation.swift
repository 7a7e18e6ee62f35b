package import Amendments
import Notation
package import Terms

/// The rules that a history must keep as a whole, checked before anything is added to it.
///
/// A back-dated event that makes a later one invalid breaks the rule at the later one; the violation
/// then names both.
package enum Validation {
    /// - Parameters:
    ///   - history: every event of the agreement, the new ones last.
    ///   - count: how many of them are in the book already.
    package static func violations(
        of agreement: AgreementID, history: [RecordedEvent], from count: Int
    ) -> [Violation] {
        let new = history.dropFirst(count)
        let fresh = Set(new.map(\.reference))
        var invalidity = InvalidityCause(agreement, history: history, from: count)
        return violations(of: agreement, history: history, among: new).compactMap { violation in
            fresh.contains(violation.event) ? violation : invalidity.attributed(violation)
        }
    }

    /// What is broken in the whole history.
    ///
    /// - Parameter events: those whose terms are looked at; nil for every term.
    static func violations(
        of agreement: AgreementID, history: [RecordedEvent],
        among events: ArraySlice<RecordedEvent>?
    ) -> [Violation] {
        let reading = AgreementReading(
            agreement, history: history, from: Vantage(on: .first))
        let terms = events.map { touchedTerms(by: $0, in: reading) } ?? reading.terms
        return reading.violations + broken(in: reading, among: terms)
            + unrecorded(reading, history: history)
            + (events.map { refusals(of: $0, in: reading) } ?? [])
    }

    private static func unrecorded(
        _ reading: AgreementReading, history: [RecordedEvent]
    ) -> [Violation] {
        guard reading.state.title == nil, let first = history.first else { return [] }
        return [
            Violation(
                message: "unknown agreement '\(reading.state.id)'",
                hint: "its first event is agreement-recorded",
                ground: .named(reading.state.id.text), event: first.reference,
                mark: first.event.mark)
        ]
    }

    private static func touchedTerms(
        by events: ArraySlice<RecordedEvent>, in reading: AgreementReading
    ) -> [TermTimeline] {
        guard !reorders(events, in: reading),
            let identities = identities(touchedBy: events, in: reading.state)
        else { return reading.terms }
        return reading.terms.filter { identities.contains($0.record.identity) }
    }

    /// The terms whose timelines the new events can change, and those they speak of; nil for all of them, when a
    /// condition, the agreement, a term under which it can end, or the record itself is touched.
    static func identities(
        touchedBy events: some Sequence<RecordedEvent>, in state: AgreementState
    ) -> Set<TermID>? {
        var identities: Set<TermID> = []
        for event in events {
            switch event.event.payload.reach {
            case .nothing, .term, .fields, .status, .notice:
                let named = event.event.payload.namedTerms
                if named.contains(where: { state.term($0)?.kind.endsAgreements ?? false }) {
                    return nil
                }
                identities.formUnion(named.compactMap { state.identity(of: $0) })
            case .report, .condition, .record, .everything: return nil
            }
        }
        return identities
    }

    /// Whether the number of a new instrument puts an earlier one in another place.
    private static func reorders(
        _ events: ArraySlice<RecordedEvent>, in reading: AgreementReading
    ) -> Bool {
        let new = Set(events.map(\.recording.key))
        var order = InstrumentOrder(of: reading.state.instruments.filter { !new.contains($0.key) })
        return reading.state.instruments.contains { new.contains($0.key) && order.add($0) }
    }

    private static func broken(
        in reading: AgreementReading, among terms: [TermTimeline]
    ) -> [Violation] {
        let speaking = eventsOfLivingTerms(in: reading)
        return terms.flatMap { term in
            TermRules(term: term, reading: reading, events: speaking[term.record.identity] ?? [])
                .violations
        } + broken(by: reading.events, in: reading)
    }

    /// What is broken by what events say.
    static func broken(
        by events: [RecordedEvent], in reading: AgreementReading
    ) -> [Violation] {
        BoundRules.violations(in: reading, of: events)
            + ReferenceRules.violations(in: reading, of: events)
            + PaymentRules.violations(in: reading, of: events)
    }

    /// What is not recorded any more, whatever was recorded before.
    static func refusals(
        of new: some Collection<RecordedEvent>, in reading: AgreementReading
    ) -> [Violation] {
        ListRules.violations(in: reading, of: new) + AmountRules.violations(in: reading, of: new)
            + AlternativeRules.violations(in: reading, of: new)
            + StartRules.violations(of: new, in: reading)
            + FormulaRules.violations(in: reading, of: new)
    }

    /// The events that can only speak of a term during its life, by the term's identity.
    private static func eventsOfLivingTerms(
        in reading: AgreementReading
    ) -> [TermID: [RecordedEvent]] {
        var speaking: [TermID: [RecordedEvent]] = [:]
        for event in reading.events
        where event.event.payload.traits.contains(.isOfLivingTerms) {
            for identity in Set(
                event.event.payload.namedTerms.compactMap { reading.state.identity(of: $0) })
            { speaking[identity, default: []].append(event) }
        }
        return speaking
    }
}
