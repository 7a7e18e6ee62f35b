import Amendments
import Notation
import Terms

/// What a formula and a schedule name by themselves: fields of their own term, and conditions.
///
/// Only what is being recorded is held against this. Terms that a formula names may come in another recording of the
/// same set: those are looked for in all of it together (`UndefinedNames`).
enum FormulaRules {
    static func violations(
        in reading: AgreementReading, of new: some Sequence<RecordedEvent>
    ) -> [Violation] {
        new.flatMap { event in
            event.givenValues(in: reading.state).flatMap {
                violations(of: $0, by: event, in: reading.state)
            }
        }
    }

    private static func violations(
        of given: GivenValue, by event: RecordedEvent, in state: AgreementState
    ) -> [Violation] {
        switch given.value {
        case .stated(.formula(let formula)):
            return formula.fields.compactMap { term, field in
                term == nil
                    ? unknown(field, of: given.kind, in: formula, by: event, mark: given.mark)
                    : nil
            }
        case .stated(.schedule(let schedule)):
            // Those of an amendment are found among its bounds.
            let found = Set(event.spoken.namedBounds.flatMap(\.conditions))
            return Set(schedule.bounds.flatMap(\.conditions)).subtracting(found).sorted()
                .compactMap { unknown($0, in: state, by: event, mark: given.mark) }
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            return []
        }
    }

    /// That a formula names a field which the kind of its term has not; nil where it has.
    static func unknown(
        _ field: FieldName, of kind: TermKind, in formula: Formula, by event: RecordedEvent,
        mark: Mark?
    ) -> Violation? {
        guard kind.definition.field(field) == nil else { return nil }
        let allowed = kind.definition.fields.map(\.name.rawValue)
        return Violation(
            message: "the formula '\(formula)' names '\(field)', an unknown field of "
                + kind.withArticle,
            hint: Spelling.hint(
                for: field.rawValue, among: allowed,
                else: "fields: \(allowed.joined(separator: ", ")); a figure of a file stands in "
                    + "[brackets]"),
            ground: .itself, event: event.reference, mark: mark)
    }

    private static func unknown(
        _ condition: ConditionID, in state: AgreementState, by event: RecordedEvent, mark: Mark?
    ) -> Violation? {
        guard state.conditions[condition] == nil else { return nil }
        return Violation(
            message: "unknown condition '\(condition)' in a schedule: its instalment would never "
                + "fall due",
            hint: Spelling.hint(
                for: condition.text, among: state.conditions.keys.map(\.text),
                else: "define it with condition-defined"),
            ground: .named(condition.text), event: event.reference, mark: mark)
    }
}
