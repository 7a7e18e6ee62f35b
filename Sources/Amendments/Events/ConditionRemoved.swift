public import Notation
public import Terms

/// The parties take a condition out of the agreement.
///
/// Every term that names it is recalculated: the condition falls out of its bounds, and what is left governs.
/// A term with nothing left is an orphan, and reported as one.
public struct ConditionRemoved: EventPayload {
    public static let kind = EventKind.conditionRemoved
    public static let traits: EventTraits = [.changesTerms]

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

    public var reach: EventReach { .condition(condition) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { Conclusion(condition, .removed) }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "which removed condition \(condition)" }

    public func redacted(_ mark: String) -> ConditionRemoved { self }
}
