public import Terms

/// An event that ends every term of the agreement but the surviving ones.
public struct AgreementEnding: Hashable, Sendable {
    public let event: RecordedEvent
    public let surviving: Set<TermID>
    /// For how long, of those that go on for a time only.
    public var runOff: [TermID: CalendarDuration] = [:]
    /// The agreement that takes its place, when it was superseded.
    public let successor: AgreementID?
}

/// An instrument that states the complete text: every term agreed before it and not in it ends.
public struct AgreementRestatement: Hashable, Sendable {
    public let event: RecordedEvent
    /// The terms that it states, by the id under which each was first added.
    public let kept: Set<TermID>
}
