public import Notation
public import Terms

/// Whoever a condition protects gives it up: what waited for it begins, what it would end goes on.
public struct ConditionWaived: EventPayload {
    public static let kind = EventKind.conditionWaived

    public var condition: ConditionID
    public var by: String?

    public init(condition: ConditionID, by: String? = nil) {
        self.condition = condition
        self.by = by
    }

    public static let codec = Codec<ConditionWaived>.object(
        { ConditionWaived(condition: $0, by: $1) },
        .required("condition", \.condition, ConditionID.codec),
        .optional("by", \.by, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(condition, .waived, by: event, decidedBy: by)
    }
}
