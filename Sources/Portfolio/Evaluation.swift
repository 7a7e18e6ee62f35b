package import Ledger
import Terms

extension TermPredicate {
    /// Whether what is agreed of the term satisfies it, as far as is known.
    ///
    /// A report never makes it certain, and takes nothing from what is: where what is agreed does not satisfy
    /// the predicate, and it would if reports held, the term may satisfy it, for these reports.
    ///
    /// - Parameter bounds: how its agreement reads dates and conditions; nil where that is not known, which leaves
    ///   open what rests on it.
    package func verdict(on term: KnownTerm, bounds: BoundReader? = nil) -> Verdict {
        let agreed = verdict(on: term, with: Evidence(countsReports: false, bounds: bounds))
        guard agreed == .no, term.fields.values.contains(where: { !$0.reports.isEmpty }) else {
            return agreed
        }
        return verdict(on: term, with: Evidence(countsReports: true, bounds: bounds))
    }

    /// What counts as an answer, and how dates in it are read.
    fileprivate struct Evidence {
        let countsReports: Bool
        let bounds: BoundReader?
    }

    private func verdict(on term: KnownTerm, with evidence: Evidence) -> Verdict {
        switch self {
        case .all(let parts): .all(parts.lazy.map { $0.verdict(on: term, with: evidence) })
        case .any(let parts): .any(parts.map { $0.verdict(on: term, with: evidence) })
        case .not(let part): part.verdict(on: term, with: evidence).negated
        case .agreement(let id): .of(term.agreement == id)
        case .term(let id): .of(term.id == id || term.identity == id)
        case .kind(let kind): .of(term.kind == kind)
        case .status(let status): term.verdict(onStatus: status)
        case .party(let party): term.verdict(onParty: party, with: evidence)
        case .grade(let comparison, let grade):
            term.verdict(onGrade: grade, comparison, with: evidence)
        case .anyField(let answered): term.verdict(onAnyField: answered, with: evidence)
        case .field(let name, let test): test.verdict(on: name, of: term, with: evidence)
        case .words(let words): term.verdict(onWords: words, with: evidence)
        }
    }
}

extension TermPredicate {
    /// What the term waits for that would make it satisfy the predicate, or leave it open; empty where
    /// nothing would.
    func conditionalDoubts(on term: KnownTerm, bounds: BoundReader?) -> [Doubt] {
        term.afterConditions.compactMap { change, later in
            guard verdict(on: later, bounds: bounds) != .no else { return nil }
            let waiting = change.conditions.map(\.text).joined(separator: ", ")
            return Doubt(
                change.effect.field,
                "conditional: \(change.effect.words) \(change.bound), \(waiting) pending",
                isConditional: true)
        }
    }
}

extension KnownTerm {
    fileprivate func verdict(onStatus asked: TermStatus) -> Verdict {
        guard status == .indeterminate, asked != .indeterminate else { return .of(status == asked) }
        return .maybe([Doubt(nil, "indeterminate: its dates are too imprecise to say")])
    }

    /// Of the fields that hold parties, in the order of the kind.
    fileprivate func verdict(
        onParty party: PartyID, with evidence: TermPredicate.Evidence
    ) -> Verdict {
        .any(
            kind.definition.fields.compactMap { schema in
                guard schema.type == .party || schema.type == .parties else { return nil }
                return FieldTest.compares(.equal, .party(party))
                    .verdict(on: schema.name, of: self, with: evidence)
            })
    }

    fileprivate func verdict(
        onWords words: SearchWords, with evidence: TermPredicate.Evidence
    ) -> Verdict {
        if says(words) { return .yes }
        let doubts = evidence.countsReports ? reports(words) : []
        return doubts.isEmpty ? .no : .maybe(doubts)
    }

    fileprivate func verdict(
        onAnyField answered: Answered, with evidence: TermPredicate.Evidence
    ) -> Verdict {
        .any(
            kind.definition.fields.map {
                FieldTest.answered(answered).verdict(on: $0.name, of: self, with: evidence)
            })
    }

    fileprivate func verdict(
        onGrade grade: SourceGrade, _ comparison: Comparison,
        with evidence: TermPredicate.Evidence
    ) -> Verdict {
        if fields.values.contains(where: { !$0.isReported && comparison.holds($0.grade, grade) }) {
            return .yes
        }
        guard evidence.countsReports else { return .no }
        let doubts = kind.definition.fields.flatMap { schema in
            (fields[schema.name]?.reports ?? []).filter { comparison.holds($0.grade, grade) }
                .map { Doubt(schema.name, reporting: $0) }
        }
        return doubts.isEmpty ? .no : .maybe(doubts)
    }
}

extension Doubt {
    fileprivate init(_ field: FieldName, reporting report: ReportedValue) {
        self.init(field, "reported, not agreed: \(report.displayText)")
    }
}

extension FieldTest {
    /// The party that is asked for, where one is.
    private var askedParty: PartyID? {
        switch self {
        case .compares(_, let operand), .contains(let operand): PartyID(operand.text)
        case .answered: nil
        }
    }

    /// A field of which nothing is agreed satisfies nothing but `is absent`.
    fileprivate func verdict(
        on name: FieldName, of term: KnownTerm, with evidence: TermPredicate.Evidence
    ) -> Verdict {
        guard let schema = term.kind.definition.field(name), let field = term.fields[name] else {
            return .of(self == .answered(.absent))
        }
        if case .answered(let answered) = self { return answered.verdict(on: field, called: name) }
        let agreed = field.isReported ? .no : agreedVerdict(on: field, by: schema, evidence.bounds)
        guard evidence.countsReports else { return agreed }
        let differing = field.reports.filter { report in
            let verdict = verdict(on: report.value, of: schema, evidence.bounds)
            return verdict != agreed && !(verdict.isMaybe && agreed.isMaybe)
        }
        guard !differing.isEmpty else { return agreed }
        let doubts = differing.map { Doubt(name, reporting: $0) }
        guard case .maybe(let own) = agreed else { return .maybe(doubts) }
        return .maybe(own + doubts)
    }

    private func agreedVerdict(
        on field: KnownField, by schema: FieldSchema, _ bounds: BoundReader?
    ) -> Verdict {
        let verdicts = Set(
            field.answers.map { verdict(on: $0, of: schema, in: field, bounds) })
        guard verdicts.count > 1 || field.isIndeterminate else { return verdicts.first ?? .no }
        if verdicts == [.yes] || verdicts == [.no] { return verdicts.first ?? .no }
        return .maybe([Doubt(schema.name, "indeterminate: \(field.displayText)")])
    }

    /// - Parameter field: says who has come into the place of parties: every name of a place finds it.
    private func verdict(
        on answer: ValueState?, of schema: FieldSchema, in field: KnownField,
        _ bounds: BoundReader?
    ) -> Verdict {
        guard let answer, let named = field.naming(answer, asked: askedParty) else {
            return verdict(on: answer, of: schema, bounds)
        }
        let certain = verdict(on: named.certain, of: schema, bounds)
        let possible = verdict(on: named.possible, of: schema, bounds)
        guard certain != possible else { return certain }
        return .maybe([Doubt(schema.name, field.places.text(of: answer))])
    }

    private func verdict(
        on answer: ValueState?, of schema: FieldSchema, _ bounds: BoundReader?
    ) -> Verdict {
        func doubt(_ reason: String) -> Verdict { .maybe([Doubt(schema.name, reason)]) }
        switch answer {
        case .stated(let value): return verdict(on: value, to: value, of: schema, bounds)
        case .between(let low, let high):
            let verdict = verdict(on: low, to: high, of: schema, bounds)
            guard case .maybe = verdict else { return verdict }
            return doubt("\(ValueState.between(low, high).displayText)")
        case .about(let approximation):
            guard let ends = approximation.ends else { return doubt(approximation.displayText) }
            let verdict = verdict(on: ends.low, to: ends.high, of: schema, bounds)
            guard case .maybe = verdict else { return verdict }
            return doubt(approximation.displayText)
        case .none?, nil: return .no
        case .undisclosed: return doubt("undisclosed")
        case .unknown: return doubt("unknown")
        case .silent: return doubt("silent")
        case .redacted(let mark): return doubt("redacted \(mark)")
        case .sameAs(let term, let field): return doubt("the same as \(term)/\(field)")
        }
    }

    private func verdict(
        on low: Value, to high: Value, of schema: FieldSchema, _ bounds: BoundReader?
    ) -> Verdict {
        let outcome: Outcome
        switch self {
        case .answered: return .no
        case .compares(let comparison, let operand):
            if let date = [low, high].lazy.compactMap(\.doubtfulDate).first {
                return .maybe([Doubt(schema.name, "the date \(date) is not certain")])
            }
            outcome = operand.compared(to: low, high, by: comparison) {
                $0.extent(in: schema.name, bounds)
            }
        case .contains(let operand): outcome = operand.isContained(in: low, as: schema.type)
        }
        switch outcome {
        case .known(let truth): return .of(truth)
        case .open(let reason): return .maybe([Doubt(schema.name, reason)])
        }
    }
}

extension Value {
    /// A date of it that is stated as approximate or uncertain.
    fileprivate var doubtfulDate: CivilDate? {
        switch self {
        case .bound(let bound): bound.doubtfulDate
        case .date(let date): date.qualifier == .none ? nil : date
        case .text, .choice, .flag, .count, .money, .rate, .indexation, .formula, .schedule, .tiers,
            .unitPrice, .duration, .businessDays, .yearly, .party, .parties, .tags, .term,
            .condition:
            nil
        }
    }
}

extension KnownField {
    /// The parties of a value with every name of their places: those that are certain, and those that may be;
    /// nil where it names none whose place has another name.
    ///
    /// - Parameter asked: a party that may be in a group of which not every member is known.
    fileprivate func naming(
        _ state: ValueState, asked: PartyID?
    ) -> (certain: ValueState, possible: ValueState)? {
        let parties = state.parties
        guard parties.contains(where: { places.place(of: $0) != nil || formerNames[$0] != nil })
        else { return nil }
        let certain = parties.flatMap { party in
            (places.place(of: party)?.certainNames ?? [party]) + (formerNames[party] ?? [])
        }
        let possible =
            certain
            + parties.compactMap { places.place(of: $0) }.flatMap { place in
                place.successors + place.members
                    + (place.mayHaveOthers ? [asked].compactMap(\.self) : [])
            }
        return (.stated(.parties(certain)), .stated(.parties(possible)))
    }
}

extension Answered {
    fileprivate func verdict(on field: KnownField, called name: FieldName) -> Verdict {
        switch self {
        case .indeterminate: return .of(field.isIndeterminate)
        case .absent: return .of(field.isReported)
        case .reported: return .of(!field.reports.isEmpty)
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            break
        }
        if field.isReported { return .no }
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
            case .about: .about
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
