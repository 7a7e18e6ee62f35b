import Amendments
import Ledger
import Terms

extension KnownTerm {
    /// The term as it would be had each of its conditional changes taken effect, one at a time.
    var afterConditions: [(change: PendingChange, term: KnownTerm)] {
        conditional.map { change in
            var term = self
            if let name = change.effect.field {
                term.fields[name] = change.effect.value.map { KnownField($0, by: change) }
            }
            term.status = change.effect.status ?? status
            term.id = change.effect.id ?? id
            return (change, term)
        }
    }
}

extension KnownField {
    fileprivate init(_ value: ValueState, by change: PendingChange) {
        self.init()
        answers = [value]
        grade = change.grade
        governing = change.governing
    }
}
