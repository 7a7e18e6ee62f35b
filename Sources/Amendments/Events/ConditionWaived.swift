public import Notation
public import Terms

/// The party that a condition protects gives it up: what waited for it begins, what it would end goes on.
public struct ConditionWaived: EventPayload {
    public static let kind = EventKind.conditionWaived
    public static let traits: EventTraits = [.changesTerms]

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

    public var reach: EventReach { .condition(condition) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { Conclusion(condition, .waived) }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "which waived condition \(condition)" }

    public func redacted(_ mark: String) -> ConditionWaived {
        ConditionWaived(condition: condition, by: nil)
    }
}
