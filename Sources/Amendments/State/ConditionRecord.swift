public import Terms

/// Everything that was said of one condition.
public struct ConditionRecord: Sendable {
    public let id: ConditionID
    /// Its wordings, each from its event on.
    public var definitions: [Definition] = []
    /// What became of it.
    public var outcomes: [Outcome] = []

    public init(id: ConditionID) { self.id = id }

    public struct Definition: Hashable, Sendable {
        public let event: RecordedEvent
        public let text: String
        public let decidedBy: [String]
        public let readings: [ConditionReading]
    }

    public struct Outcome: Hashable, Sendable {
        public let event: RecordedEvent
        public let manner: Manner
        public let by: String?
    }

    /// The four ends of a condition.
    public enum Manner: String, CaseIterable, Hashable, Sendable {
        /// What it names happened.
        case satisfied
        /// It can no longer happen.
        case lapsed
        /// The party that it protects gave it up.
        case waived
        /// The parties took it out of the agreement.
        case removed
    }
}

extension AgreementState {
    /// Changes the condition that `event` names; a condition no one defined is a violation.
    mutating func change(
        _ id: ConditionID, by event: RecordedEvent, _ body: (inout ConditionRecord) -> Void
    ) {
        guard conditions[id] != nil else {
            refuse(
                event, for: .named(id.text), "unknown condition '\(id)'",
                hint: conditions.isEmpty
                    ? "define it first with condition-defined"
                    : "conditions: \(conditions.keys.sorted().map(\.text).firstFew)")
            return
        }
        if var condition = conditions.removeValue(forKey: id) {
            body(&condition)
            conditions[id] = condition
        }
    }

    /// Notes how the condition ended.
    mutating func conclude(
        _ id: ConditionID, _ manner: ConditionRecord.Manner, by event: RecordedEvent,
        decidedBy: String? = nil
    ) {
        change(id, by: event) {
            $0.outcomes.append(.init(event: event, manner: manner, by: decidedBy))
        }
    }
}
