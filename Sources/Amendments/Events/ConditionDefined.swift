public import Notation
public import Terms

/// A condition gets its wording: what must happen, who decides that it did, and how it may be read.
///
/// Defined again, it is redefined from that day on; what became of it before stays.
public struct ConditionDefined: EventPayload {
    public static let kind = EventKind.conditionDefined
    public static let traits: EventTraits = [.changesTerms]

    public var condition: ConditionID
    public var text: String
    public var decidedBy: [String]
    public var readings: [ConditionReading]

    public init(
        condition: ConditionID,
        text: String,
        decidedBy: [String] = [],
        readings: [ConditionReading] = []
    ) {
        self.condition = condition
        self.text = text
        self.decidedBy = decidedBy
        self.readings = readings
    }

    public static let codec = Codec<ConditionDefined>.object(
        { ConditionDefined(condition: $0, text: $1, decidedBy: $2, readings: $3) },
        .required("condition", \.condition, ConditionID.codec),
        .required("text", \.text, .text),
        .optional("decided-by", \.decidedBy, .list(of: .text), default: []),
        .optional("readings", \.readings, .list(of: ConditionReading.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        var record = state.conditions[condition] ?? ConditionRecord(id: condition)
        record.definitions.append(
            .init(event: event, text: text, decidedBy: decidedBy, readings: readings))
        state.conditions[condition] = record
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { readings.flatMap(\.cites) }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> ConditionDefined {
        ConditionDefined(condition: condition, text: mark, decidedBy: [], readings: [])
    }
}
