import Amendments
import Ledger
import Terms

extension HeldTerm {
    /// The term as it would be had each of its conditional changes taken effect, one at a time.
    var afterConditions: [(change: WaitingChange, term: HeldTerm)] {
        conditional.map { change in
            var term = self
            if let name = change.effect.field {
                term.fields[name] = change.effect.value.map { HeldField($0, by: change) }
            }
            term.status = change.effect.status ?? status
            term.id = change.effect.id ?? id
            return (change, term)
        }
    }
}

extension HeldField {
    fileprivate init(_ value: ValueState, by change: WaitingChange) {
        self.init()
        answers = [value]
        grade = change.grade
        governing = change.governing
    }
}
