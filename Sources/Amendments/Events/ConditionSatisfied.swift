public import Notation
public import Terms

/// What a condition names has happened.
public struct ConditionSatisfied: EventPayload {
    public static let kind = EventKind.conditionSatisfied

    public var condition: ConditionID
    /// Who decided that it did.
    public var by: String?

    public init(condition: ConditionID, by: String? = nil) {
        self.condition = condition
        self.by = by
    }

    public static let codec = Codec<ConditionSatisfied>.object(
        { ConditionSatisfied(condition: $0, by: $1) },
        .required("condition", \.condition, ConditionID.codec),
        .optional("by", \.by, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(condition, .satisfied, by: event, decidedBy: by)
    }
}
