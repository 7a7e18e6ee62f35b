public import Terms

extension EventPayload {
    /// This payload with every value it gave taken out; what it acts on stays, so that the answer is
    /// "redacted" and not an older value.
    public func redacted(by redaction: EventReference) -> any EventPayload {
        let mark = "redacted by \(redaction)"
        switch self {
        case var payload as TermAdded:
            payload.set = payload.set.redacted(mark)
            return payload
        case var payload as TermAmended:
            payload.set = payload.set.redacted(mark)
            payload.was = nil
            return payload
        case var payload as ValueReported:
            payload.value = .redacted(mark)
            return payload
        case var payload as ConditionDefined:
            payload.text = mark
            payload.readings = []
            return payload
        case var payload as ExpectationStated:
            payload.text = mark
            return payload
        case var payload as RightWaived:
            payload.extent = mark
            return payload
        case var payload as TermInterpreted:
            payload.reading = mark
            payload.readings = []
            return payload
        default: return self
        }
    }
}
