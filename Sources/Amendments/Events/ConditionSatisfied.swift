public import Notation
public import Terms

/// What a condition names has happened.
public struct ConditionSatisfied: EventPayload {
    public static let kind = EventKind.conditionSatisfied
    public static let traits: EventTraits = [.changesTerms]

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

    public var reach: EventReach { .condition(condition) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { Conclusion(condition, .satisfied) }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "which satisfied condition \(condition)" }

    public func redacted(_ mark: String) -> ConditionSatisfied {
        ConditionSatisfied(condition: condition, by: nil)
    }
}
