public import Terms

extension Event {
    /// What is left of it once its payload is taken out: what it acts on and when, and nothing that it says.
    public func redacted(by redaction: EventReference) -> Event {
        redacted("redacted by \(redaction)")
    }

    func redacted(_ mark: String) -> Event {
        var event = self
        event.payload = payload.redacted(mark)
        event.clause = nil
        event.note = nil
        return event
    }
}

extension PartyID {
    /// Stands for a party that a redacted event named.
    package static let redacted: PartyID = "redacted"
}

extension Money {
    /// Stands for an amount that a redacted event gave: nothing, of the code that ISO 4217 has for no currency.
    static let redacted: Money = {
        guard let none = Money("XXX 0") else {
            preconditionFailure("XXX is on the list of ISO 4217")
        }
        return none
    }()
}
