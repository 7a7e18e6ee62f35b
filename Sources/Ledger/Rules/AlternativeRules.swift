import Amendments
import Notation
import Terms

/// Fields of which a term says one at most: a rate and a price of each unit would be two payments.
///
/// Only what is being recorded is held against this.
enum AlternativeRules {
    static func violations(
        in reading: AgreementReading, of new: some Sequence<RecordedEvent>
    ) -> [Violation] {
        new.flatMap { event in
            event.spoken.givenFields.flatMap { given -> [Violation] in
                guard let kind = given.kind ?? reading.state.term(given.term)?.kind else {
                    return []
                }
                return kind.definition.alternatives.compactMap {
                    violation(among: $0, of: given, kind, by: event, in: reading)
                }
            }
        }
    }

    private static func violation(
        among names: [FieldName], of given: GivenFields, _ kind: TermKind,
        by event: RecordedEvent, in reading: AgreementReading
    ) -> Violation? {
        let set = given.set.typed(for: kind)
        guard let name = names.first(where: { set[$0].map { $0 != .none } ?? false }) else {
            return nil
        }
        let rivals = names.filter { $0 != name }
        if let other = rivals.first(where: { set[$0].map { $0 != .none } ?? false }) {
            return violation(name, other, of: given, "write one of them", .itself, event)
        }
        // A term that is added says all that it is.
        guard given.kind == nil, let day = reading.bounds.start(of: event)?.first,
            let term = reading.term(given.term),
            let other = rivals.first(where: { set[$0] == nil && term.states($0, on: day) })
        else { return nil }
        return violation(
            name, other, of: given, "end it in the same event: set { \(other): none }", .days,
            event)
    }

    private static func violation(
        _ name: FieldName, _ other: FieldName, of given: GivenFields, _ hint: String,
        _ ground: Violation.Ground, _ event: RecordedEvent
    ) -> Violation {
        Violation(
            message:
                "'\(given.term)' has both \(name) and \(other): they say two payments, and one "
                + "is meant",
            hint: hint, ground: ground, event: event.reference,
            mark: given.set.mark(of: name) ?? event.event.mark)
    }
}

extension TermTimeline {
    /// Whether a field surely says something on a day.
    fileprivate func states(_ name: FieldName, on day: Day) -> Bool {
        let candidates = cells[name]?.at(day) ?? []
        return !candidates.isEmpty
            && candidates.allSatisfy { assertion in
                assertion?.value.map { $0 != .none } ?? false
            }
    }
}
