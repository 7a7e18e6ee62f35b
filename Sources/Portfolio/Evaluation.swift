import Ledger
import Terms

extension TermPredicate {
    /// Whether the term satisfies it, as far as is known.
    public func verdict(on term: HeldTerm) -> Verdict {
        switch self {
        case .all(let parts): .all(parts.lazy.map { $0.verdict(on: term) })
        case .any(let parts): .any(parts.map { $0.verdict(on: term) })
        case .not(let part): part.verdict(on: term).negated
        case .agreement(let id): .of(term.agreement == id)
        case .term(let id): .of(term.id == id || term.identity == id)
        case .kind(let kind): .of(term.kind == kind)
        case .status(let status): term.verdict(onStatus: status)
        case .party(let party): term.verdict(onParty: party)
        case .grade(let comparison, let grade):
            .of(term.fields.values.contains { comparison.holds($0.grade, grade) })
        case .anyField(let answered): term.verdict(onAnyField: answered)
        case .field(let name, let test): test.verdict(on: name, of: term)
        }
    }
}

extension TermPredicate {
    /// What the term waits for that would make it satisfy the predicate, or leave it open; empty where
    /// nothing would.
    func conditionalDoubts(on term: HeldTerm) -> [Doubt] {
        term.afterConditions.compactMap { change, later in
            guard verdict(on: later) != .no else { return nil }
            let value = change.effect.value?.displayText ?? "no longer part of the term"
            let waiting = change.conditions.map(\.text).joined(separator: ", ")
            return Doubt(
                change.effect.field, "conditional: \(value) \(change.bound), \(waiting) pending",
                isConditional: true)
        }
    }
}

extension HeldTerm {
    fileprivate func verdict(onStatus asked: TermStatus) -> Verdict {
        guard status == .indeterminate, asked != .indeterminate else { return .of(status == asked) }
        return .maybe([Doubt(nil, "indeterminate: its dates are too imprecise to say")])
    }

    /// Of the fields that hold parties, in the order of the kind.
    fileprivate func verdict(onParty party: PartyID) -> Verdict {
        .any(
            kind.definition.fields.compactMap { schema in
                guard schema.type == .party || schema.type == .parties else { return nil }
                return FieldTest.compares(.equal, .party(party)).verdict(on: schema.name, of: self)
            })
    }

    fileprivate func verdict(onAnyField answered: Answered) -> Verdict {
        .any(
            kind.definition.fields.map {
                FieldTest.answered(answered).verdict(on: $0.name, of: self)
            })
    }
}

extension FieldTest {
    /// A field of which nothing is said satisfies nothing but `is absent`.
    fileprivate func verdict(on name: FieldName, of term: HeldTerm) -> Verdict {
        guard let schema = term.kind.definition.field(name), let field = term.fields[name] else {
            return .of(self == .answered(.absent))
        }
        switch self {
        case .answered(let answered): return answered.verdict(on: field, called: name)
        case .compares, .contains: break
        }
        let verdicts = Set(field.answers.map { verdict(on: $0, of: schema) })
        guard verdicts.count > 1 || field.isIndeterminate else { return verdicts.first ?? .no }
        if verdicts == [.yes] || verdicts == [.no] { return verdicts.first ?? .no }
        return .maybe([Doubt(name, "indeterminate: \(field.displayText)")])
    }

    private func verdict(on answer: ValueState?, of schema: FieldSchema) -> Verdict {
        func doubt(_ reason: String) -> Verdict { .maybe([Doubt(schema.name, reason)]) }
        switch answer {
        case .stated(let value): return verdict(on: value, to: value, of: schema)
        case .between(let low, let high):
            let verdict = verdict(on: low, to: high, of: schema)
            guard case .maybe = verdict else { return verdict }
            return doubt("\(ValueState.between(low, high).displayText)")
        case .none?, nil: return .no
        case .undisclosed: return doubt("undisclosed")
        case .unknown: return doubt("unknown")
        case .silent: return doubt("silent")
        case .redacted(let mark): return doubt("redacted \(mark)")
        case .sameAs(let term, let field): return doubt("the same as \(term)/\(field)")
        }
    }

    private func verdict(on low: Value, to high: Value, of schema: FieldSchema) -> Verdict {
        let outcome: Outcome
        switch self {
        case .answered: return .no
        case .compares(let comparison, let operand):
            outcome = operand.compared(to: low, high, by: comparison, as: schema.type)
        case .contains(let operand): outcome = operand.isContained(in: low, as: schema.type)
        }
        switch outcome {
        case .known(let truth): return .of(truth)
        case .open(let reason): return .maybe([Doubt(schema.name, reason)])
        }
    }
}

extension Answered {
    fileprivate func verdict(on field: HeldField, called name: FieldName) -> Verdict {
        switch self {
        case .indeterminate: return .of(field.isIndeterminate)
        case .absent: return .of(false)
        case .reported: return .of(field.isReported)
        case .stated, .between, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: break
        }
        let matches = Set(field.answers.map { $0.map { Answered(of: $0) } == self })
        guard matches.count == 1, let match = matches.first else {
            return .maybe([Doubt(name, "indeterminate: \(field.displayText)")])
        }
        return .of(match)
    }

    init(of state: ValueState) {
        self =
            switch state {
            case .stated: .stated
            case .between: .between
            case .redacted: .redacted
            case .undisclosed: .undisclosed
            case .unknown: .unknown
            case .silent: .silent
            case .none: .none
            case .sameAs: .sameAs
            }
    }
}

extension Comparison {
    /// A better grade is the greater one.
    fileprivate func holds(_ grade: SourceGrade, _ asked: SourceGrade) -> Bool {
        switch self {
        case .equal: grade == asked
        case .unequal: grade != asked
        case .less: grade > asked
        case .lessOrEqual: grade >= asked
        case .greater: grade < asked
        case .greaterOrEqual: grade <= asked
        }
    }
}
