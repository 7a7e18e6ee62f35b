public import Terms

/// Everything that was said of one dispute.
public struct DisputeRecord: Sendable {
    public let id: DisputeID
    /// Its stages in the order recorded: threatened, filed.
    public var raisings: [Raising] = []
    public var resolutions: [Resolution] = []

    public init(id: DisputeID) { self.id = id }

    public struct Raising: Hashable, Sendable {
        public let event: RecordedEvent
        public let payload: DisputeRaised
    }

    public struct Resolution: Hashable, Sendable {
        public let event: RecordedEvent
        public let manner: DisputeResolved.Manner
        public let released: Truth
    }
}

/// Something that was announced to happen; never in force.
public struct ExpectationRecord: Sendable {
    public let id: ExpectationID
    public var statements: [Statement] = []
    public var fulfilments: [RecordedEvent] = []

    public init(id: ExpectationID) { self.id = id }

    public struct Statement: Hashable, Sendable {
        public let event: RecordedEvent
        public let text: String
        public let by: String?
        public let window: DateBound
    }
}
