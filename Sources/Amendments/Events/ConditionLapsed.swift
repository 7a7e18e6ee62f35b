public import Notation
public import Terms

/// What a condition names can no longer happen.
public struct ConditionLapsed: EventPayload {
    public static let kind = EventKind.conditionLapsed

    public var condition: ConditionID

    public init(condition: ConditionID) {
        self.condition = condition
    }

    public static let codec = Codec<ConditionLapsed>.object(
        { ConditionLapsed(condition: $0) },
        .required("condition", \.condition, ConditionID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(condition, .lapsed, by: event)
    }
}
