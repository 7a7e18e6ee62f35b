public import Amendments
public import Terms

/// The events that an answer about some days rests on, and what else its answer says.
///
/// The instrument of the highest number is among them: whether the next one is in its order rests on it.
public struct DecisiveEvents: Sendable {
    /// In the order of positions.
    public var events: [RecordedEvent]
    /// How many recordings were not yet disclosed.
    public var undisclosed: Int
    /// Whether they are the whole history, whatever the days: no event is a plain step.
    public var isWhole: Bool

    public init(events: [RecordedEvent], undisclosed: Int, isWhole: Bool) {
        self.events = events
        self.undisclosed = undisclosed
        self.isWhole = isWhole
    }
}

/// A question about some days of an agreement, as far as it decides what must be read.
public struct DecisiveDays: Hashable, Sendable {
    public var days: ClosedRange<Day>
    /// A term of which every day is asked, by the id under which it was added.
    public var wholeTerm: TermID?

    /// Every day: what one reading of an agreement without plain steps answers.
    package static let always = DecisiveDays(Day.first...Day.last)

    public init(_ days: ClosedRange<Day>, wholeTerm: TermID? = nil) {
        self.days = days
        self.wholeTerm = wholeTerm
    }
}
