public import Notation
public import Terms

/// What a condition names can no longer happen.
public struct ConditionLapsed: EventPayload {
    public static let kind = EventKind.conditionLapsed
    public static let traits: EventTraits = [.changesTerms]

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

    public var reach: EventReach { .condition(condition) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { Conclusion(condition, .lapsed) }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "by which condition \(condition) lapsed" }

    public func redacted(_ mark: String) -> ConditionLapsed { self }
}
