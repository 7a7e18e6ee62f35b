public import Notation
public import Terms

/// What a condition names has happened.
///
/// Where the condition is the exception of a term, the event may say for what it came about, in names, and
/// when it is over again; an exception settles no more than that.
public struct ConditionSatisfied: EventPayload {
    public static let kind = EventKind.conditionSatisfied
    public static let traits: EventTraits = [.changesTerms]

    public var condition: ConditionID
    /// Who decided that it did.
    public var by: String?
    /// For what it came about.
    public var scope: ScopeExtent
    /// When what came about is over again; nil until something ends it.
    public var lasts: DateBound?

    public init(
        condition: ConditionID, by: String? = nil, scope: ScopeExtent = ScopeExtent(),
        lasts: DateBound? = nil
    ) {
        self.condition = condition
        self.by = by
        self.scope = scope
        self.lasts = lasts
    }

    public static let codec = Codec<ConditionSatisfied>.object(
        {
            ConditionSatisfied(
                condition: $0, by: $1,
                scope: ScopeExtent(
                    products: $2, fields: $3, territories: $4, channels: $5, customers: $6),
                lasts: $7)
        },
        .required("condition", \.condition, ConditionID.codec),
        .optional("by", \.by, .text),
        .optional("products", \.scope.products, TagSet.codec),
        .optional("fields", \.scope.fields, TagSet.codec),
        .optional("territories", \.scope.territories, TagSet.codec),
        .optional("channels", \.scope.channels, TagSet.codec),
        .optional("customers", \.scope.customers, TagSet.codec),
        .optional("lasts", \.lasts, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(condition, .satisfied, by: event, decidedBy: by)
    }

    public var reach: EventReach { .condition(condition) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { Conclusion(condition, .satisfied) }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { "which satisfied condition \(condition)" }

    public func redacted(_ mark: String) -> ConditionSatisfied {
        ConditionSatisfied(condition: condition, lasts: lasts)
    }
}
