public import Terms

extension EventPayload {
    /// This payload with every value and free text it gave taken out; what it acts on stays, so that the
    /// answer is "redacted" and not an older value.
    public func redacted(by redaction: EventReference) -> any EventPayload {
        let mark = "redacted by \(redaction)"
        return redactedTerms(mark) ?? redactedDeeds(mark) ?? redactedRecord(mark, by: redaction)
            ?? self
    }

    /// What sets the fields of terms, or asserts them.
    private func redactedTerms(_ mark: String) -> (any EventPayload)? {
        switch self {
        case let payload as TermAdded: return payload.redacted(mark)
        case var payload as AgreementRestated:
            payload.terms = payload.terms.map { $0.redacted(mark) }
            return payload
        case var payload as TermAmended:
            payload.set = payload.set.redacted(mark)
            payload.was = nil
            return payload
        case var payload as AgreementExtended:
            payload.ends = .redacted(mark)
            return payload
        case var payload as AgreementRenewed:
            payload.ends = .redacted(mark)
            return payload
        case var payload as ValueReported:
            payload.value = .redacted(mark)
            return payload
        case var payload as TermInterpreted:
            payload.reading = mark
            payload.readings = []
            return payload
        default: return nil
        }
    }

    /// What was said of conditions, rights and hopes, in words or in money.
    private func redactedDeeds(_ mark: String) -> (any EventPayload)? {
        switch self {
        case var payload as ConditionDefined:
            payload.text = mark
            payload.decidedBy = []
            payload.readings = []
            return payload
        case var payload as ExpectationStated:
            payload.text = mark
            payload.by = nil
            return payload
        case var payload as RightWaived:
            payload.extent = mark
            return payload
        case var payload as NoticeGiven:
            payload.takesEffect = nil
            return payload
        case var payload as AmountAccrued:
            payload.amount = Money(ExactDecimal(0), payload.amount.currency)
            return payload
        case var payload as PartyAdmitted:
            payload.name = mark
            payload.role = nil
            return payload
        case var payload as PartyRenamed:
            payload.name = mark
            return payload
        case var payload as PartySucceeded:
            payload.name = mark
            return payload
        default: return nil
        }
    }

    /// What was said of the record, and the grounds given for what was done.
    private func redactedRecord(
        _ mark: String, by redaction: EventReference
    ) -> (any EventPayload)? {
        switch self {
        case var payload as EventCorrected:
            var event = payload.replacement.event
            event.payload = event.payload.redacted(by: redaction)
            event.clause = nil
            event.note = nil
            payload.replacement = EventCorrected.Replacement(event)
            payload.reason = mark
            return payload
        case var payload as EventRescinded:
            payload.reason = mark
            return payload
        case var payload as ReportWithdrawn:
            payload.reason = mark
            return payload
        case var payload as TermRemoved:
            payload.ground = nil
            return payload
        case var payload as TermSuspended:
            payload.ground = nil
            return payload
        case var payload as AgreementTerminated:
            payload.ground = nil
            return payload
        case var payload as DisputeRaised:
            payload.forum = nil
            return payload
        default: return nil
        }
    }
}

extension TermAdded {
    fileprivate func redacted(_ mark: String) -> TermAdded {
        TermAdded(term: term, kind: termKind, set: set.redacted(mark))
    }
}
