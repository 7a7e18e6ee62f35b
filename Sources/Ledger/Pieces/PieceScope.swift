import Amendments
import Terms

/// What of an agreement's pieces some events may change.
struct PieceScope {
    /// Every subject of every term.
    private var isEverything = false
    /// Every subject of these terms, by identity.
    private var terms: Set<TermID> = []
    /// Some subjects of a term, by identity.
    private var subjects: [TermID: Set<TermPiece.Subject>] = [:]

    func identities(in state: AgreementState) -> Set<TermID> {
        isEverything ? Set(state.terms.keys) : terms.union(subjects.keys)
    }

    /// Nil for every subject of the term.
    func subjects(of identity: TermID) -> Set<TermPiece.Subject>? {
        isEverything || terms.contains(identity) ? nil : subjects[identity]
    }

    mutating func addEverything() { isEverything = true }

    /// Adds a term; one under which the agreement itself can end reaches every other.
    mutating func add(identity: TermID, in state: AgreementState) {
        if state.terms[identity]?.kind.endsAgreements ?? false { return addEverything() }
        terms.insert(identity)
    }

    /// Adds the subject of one field, and those that are read from it.
    mutating func add(_ name: FieldName, of record: TermRecord) {
        if record.kind.endsAgreements { return addEverything() }
        // Whether a term has begun decides what is shown of all its fields.
        if name == .starts {
            terms.insert(record.identity)
            return
        }
        let isOfSurvival = name.decidesSurvival(of: record.kind)
        var touched: Set<TermPiece.Subject> = [.field(name), .reports(name), .places(name)]
        let completion = record.kind.definition.completion
        let isEnd = name == .ends || name == completion?.field
        if isEnd || isOfSurvival || completion.hearsLaterWords || !record.termsOfDays.isEmpty {
            touched.insert(.status)
        }
        for schema in record.kind.definition.fields
        where schema.limitedBy == name || schema.inRunOff == name
            || schema.inRunOff != nil && isOfSurvival
        {
            touched.formUnion([.field(schema.name), .reports(schema.name)])
        }
        subjects[record.identity, default: []].formUnion(touched)
    }

    /// Adds what of a term is read from the days of others that it names.
    mutating func add(referring record: TermRecord) {
        if record.kind.endsAgreements { return addEverything() }
        let limited = record.kind.definition.fields.filter { $0.limitedBy != nil }
        subjects[record.identity, default: []].formUnion(
            [.status] + limited.flatMap { [.field($0.name), .reports($0.name)] })
    }

    /// Whether it has a day of that term, by which others may state theirs.
    func hasDays(of record: TermRecord) -> Bool {
        guard has(record.identity) else { return false }
        return subjects(of: record.identity)?.contains { subject in
            switch subject {
            case .status: true
            case .field(let name): record.kind.definition.field(name)?.type == .bound
            case .waiting, .reports, .places: false
            }
        } ?? true
    }

    private func has(_ identity: TermID) -> Bool {
        isEverything || terms.contains(identity) || subjects[identity] != nil
    }

    /// Adds what one event changes, except through conditions.
    ///
    /// - Parameter state: the agreement with the event applied.
    /// - Returns: false for an event that acts on others, whose history must be read anew.
    mutating func add(_ event: RecordedEvent, in state: AgreementState) -> Bool {
        switch event.event.payload.reach {
        case .record: return false
        case .everything: addEverything()
        case .term(let term): add(term, in: state)
        case .status(let term): addStatus(of: term, in: state)
        case .fields(let names, let term):
            for name in names { add(name, of: term, in: state) }
        case .notice(let term):
            // A notice under any other term changes nothing of what holds.
            if state.term(term)?.kind.endsAgreements ?? false { addEverything() }
        case .report: addReports(withdrawnBy: event, in: state)
        // The keeper knows which terms name a condition.
        case .condition, .nothing: break
        }
        return true
    }

    private mutating func add(_ term: TermID, in state: AgreementState) {
        if let identity = state.identity(of: term) { add(identity: identity, in: state) }
    }

    private mutating func add(_ name: FieldName, of term: TermID, in state: AgreementState) {
        if let record = state.term(term) { add(name, of: record) }
    }

    private mutating func addStatus(of term: TermID, in state: AgreementState) {
        guard let record = state.term(term) else { return }
        if record.kind.endsAgreements { return addEverything() }
        subjects[record.identity, default: []].insert(.status)
    }

    /// The event names a report, not its term.
    private mutating func addReports(withdrawnBy event: RecordedEvent, in state: AgreementState) {
        for record in state.terms.values {
            for (name, reports) in record.reports
            where reports.contains(where: { $0.withdrawal?.position == event.position }) {
                add(name, of: record)
            }
        }
    }
}

extension FieldName {
    /// Whether the field says how long a term of that kind outlives its agreement.
    func decidesSurvival(of kind: TermKind) -> Bool {
        if self == .survival || self == .runOff { return true }
        return switch kind.definition.survival {
        case .none: false
        case .always(let field), .stated(let field): self == field
        }
    }
}

extension KindCompletion? {
    /// Whether what is agreed of a term after its last day says something of whether it is over.
    var hearsLaterWords: Bool {
        switch self {
        case .closes?: true
        case .matures?, nil: false
        }
    }
}
