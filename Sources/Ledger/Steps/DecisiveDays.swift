public import Amendments
public import Terms

/// The events that an answer about some days rests on, and what else its answer says.
public struct DecisiveEvents: Sendable {
    /// In the order of positions.
    public var events: [RecordedEvent]
    /// How many recordings were not yet disclosed.
    public var undisclosed: Int

    public init(events: [RecordedEvent], undisclosed: Int) {
        self.events = events
        self.undisclosed = undisclosed
    }
}

/// A question about some days of an agreement, as far as it decides what must be read.
public struct DecisiveDays: Hashable, Sendable {
    public var days: ClosedRange<Day>
    /// A term of which every day is asked, by the id under which it was added.
    public var wholeTerm: TermID?

    public init(_ days: ClosedRange<Day>, wholeTerm: TermID? = nil) {
        self.days = days
        self.wholeTerm = wholeTerm
    }
}
