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
        public let by: [PartyID]
        public let against: [PartyID]
        public let about: [TermID]
        public let stage: Stage
        public let forum: String?
    }

    public struct Resolution: Hashable, Sendable {
        public let event: RecordedEvent
        public let manner: Manner
        public let released: Truth
    }

    /// How far it has gone.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        case threatened, filed
    }

    /// How it ended.
    public enum Manner: String, CaseIterable, Hashable, Sendable {
        case settled, withdrawn, decided, mooted
    }
}

/// Something that was announced to happen; never in force.
public struct ExpectationRecord: Sendable {
    public let id: ExpectationID
    public var statements: [Statement] = []
    /// What became of it, in the order recorded.
    public var outcomes: [Outcome] = []

    public init(id: ExpectationID) { self.id = id }

    public struct Statement: Hashable, Sendable {
        public let event: RecordedEvent
        public let text: String
        public let by: String?
        public let window: DateBound
    }

    public struct Outcome: Hashable, Sendable {
        public let event: RecordedEvent
        public let manner: Manner
    }

    /// What became of something that was expected.
    public enum Manner: String, CaseIterable, Hashable, Sendable {
        case met, missed
    }
}

extension AgreementState {
    /// Notes what became of an expectation; one that no one stated is a violation.
    mutating func conclude(
        _ id: ExpectationID, _ manner: ExpectationRecord.Manner, by event: RecordedEvent
    ) {
        if expectations[id] == nil {
            refuse(
                event, for: .named(id.text), "unknown expectation '\(id)'",
                hint: "state it first with expectation-stated")
        }
        expectations[id]?.outcomes.append(.init(event: event, manner: manner))
    }
}
