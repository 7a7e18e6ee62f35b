import Amendments
import Notation
import Terms

/// One value that an event gives to a field of a term, as the term's kind reads it.
struct GivenValue {
    let kind: TermKind
    let name: FieldName
    let value: ValueState
    /// Where it is written; else where the event is.
    let mark: Mark?
}

extension RecordedEvent {
    /// Every value that it gives, as it is spoken; none to a term whose kind is not known.
    func givenValues(in state: AgreementState) -> [GivenValue] {
        spoken.givenFields.flatMap { given -> [GivenValue] in
            guard let kind = given.kind ?? state.term(given.term)?.kind else { return [] }
            return given.set.typed(for: kind).entries.map { name, value in
                GivenValue(
                    kind: kind, name: name, value: value,
                    mark: given.set.mark(of: name) ?? event.mark)
            }
        }
    }
}
