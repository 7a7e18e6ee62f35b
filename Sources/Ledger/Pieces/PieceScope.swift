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

    mutating func add(_ identity: TermID) { terms.insert(identity) }

    /// Adds the subject of one field, and those that are read from it.
    mutating func add(_ name: FieldName, of record: TermRecord) {
        // Whether a term has begun decides what is shown of all its fields.
        if name == .starts { return add(record.identity) }
        var touched: Set<TermPiece.Subject> = [.field(name), .reports(name), .places(name)]
        if name == .ends { touched.insert(.status) }
        for schema in record.kind.definition.fields where schema.limitedBy == name {
            touched.formUnion([.field(schema.name), .reports(schema.name)])
        }
        subjects[record.identity, default: []].formUnion(touched)
    }

    /// Adds what one event changes, except through conditions.
    ///
    /// - Parameter state: the agreement with the event applied.
    /// - Returns: false for an event that acts on others, whose history must be read anew.
    mutating func add(_ event: RecordedEvent, in state: AgreementState) -> Bool {
        switch event.event.kind {
        case .eventCorrected, .eventRescinded, .effectiveDateMoved, .payloadRedacted: return false
        case .agreementRecorded, .agreementRestated, .agreementTerminated, .agreementSuperseded,
            .partySucceeded:
            addEverything()
        // A party that became one again stands in its own place from then on.
        case .partyAdmitted:
            if state.parties.values.contains(where: { !$0.successions.isEmpty }) { addEverything() }
        case .termAdded, .termMoved, .termAmended, .termRemoved, .termSuspended, .termResumed,
            .agreementRenewed, .agreementExtended, .valueReported, .reportWithdrawn:
            addTerm(of: event, in: state)
        // They change what conditions came to, of which the keeper knows who names them.
        case .conditionSatisfied, .conditionLapsed, .conditionWaived, .conditionRemoved: break
        case .partyRenamed, .partyWithdrew, .termReaffirmed,
            .termUnaddressed, .termInterpreted, .rightWaived, .conditionDefined, .noticeGiven,
            .optionExercised, .optionDeclined, .amountAccrued, .expectationStated,
            .expectationMet, .disputeRaised, .disputeResolved:
            break
        }
        return true
    }

    private mutating func addTerm(of event: RecordedEvent, in state: AgreementState) {
        switch event.event.payload {
        case let payload as TermAmended:
            guard let record = state.term(payload.term) else { return }
            for name in payload.set.names { add(name, of: record) }
        case let payload as TermAdded: add(payload.term, in: state)
        case let payload as TermMoved: add(payload.term, in: state)
        case let payload as TermRemoved: addStatus(of: payload.term, in: state)
        case let payload as TermSuspended: addStatus(of: payload.term, in: state)
        case let payload as TermResumed: addStatus(of: payload.term, in: state)
        case let payload as AgreementRenewed: add(.ends, of: payload.term, in: state)
        case let payload as AgreementExtended: add(.ends, of: payload.term, in: state)
        case let payload as ValueReported:
            guard case .term(let term) = payload.subject else { return }
            add(payload.field, of: term, in: state)
        case is ReportWithdrawn: addReports(withdrawnBy: event, in: state)
        case _: addEverything()
        }
    }

    private mutating func add(_ term: TermID, in state: AgreementState) {
        if let identity = state.identity(of: term) { add(identity) }
    }

    private mutating func add(_ name: FieldName, of term: TermID, in state: AgreementState) {
        if let record = state.term(term) { add(name, of: record) }
    }

    private mutating func addStatus(of term: TermID, in state: AgreementState) {
        if let identity = state.identity(of: term) {
            subjects[identity, default: []].insert(.status)
        }
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
