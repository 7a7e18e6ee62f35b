public import Notation
public import Terms

/// The parties take a condition out of the agreement.
///
/// Every term that names it is re-based: the condition falls out of its bounds, and what is left governs.
/// A term with nothing left is an orphan, and reported as one.
public struct ConditionRemoved: EventPayload {
    public static let kind = EventKind.conditionRemoved

    public var condition: ConditionID

    public init(condition: ConditionID) {
        self.condition = condition
    }

    public static let codec = Codec<ConditionRemoved>.object(
        { ConditionRemoved(condition: $0) },
        .required("condition", \.condition, ConditionID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(condition, .removed, by: event)
    }
}
