/// The rules by which terms conflict, each in a file of its own.
public enum RuleName: String, CaseIterable, Hashable, Sendable {
    case doubleExclusive = "double-exclusive"
    case encumberedExclusive = "encumbered-exclusive"
    case laterGrantUnderExclusive = "later-grant-under-exclusive"
    case grantorsOwnUse = "grantors-own-use"
    case processBypassed = "process-bypassed"
    case headRightExceeded = "head-right-exceeded"
    case prohibitionAgainstDuty = "prohibition-against-duty"
    case holdback
    case covenantBroken = "covenant-broken"
    case capacityExceeded = "capacity-exceeded"
    case consentMissing = "consent-missing"
    case mostFavouredTrigger = "most-favoured-trigger"
    case capReached = "cap-reached"
    case twoLiveValues = "two-live-values"
    case orphan
    case gap
    case notRead = "not-read"

    /// What a finding of the rule is.
    public enum Nature: String, CaseIterable, Hashable, Sendable {
        /// Two terms cannot both be kept.
        case conflict
        /// One term now demands something; nothing is broken.
        case trigger
        /// The record does not say, or says two things: it needs a look, and is no conflict.
        case gap
    }

    public var nature: Nature {
        switch self {
        case .doubleExclusive, .encumberedExclusive, .laterGrantUnderExclusive, .grantorsOwnUse,
            .processBypassed, .headRightExceeded, .prohibitionAgainstDuty, .holdback,
            .covenantBroken, .capacityExceeded:
            .conflict
        case .consentMissing, .mostFavouredTrigger, .capReached: .trigger
        case .twoLiveValues, .orphan, .gap, .notRead: .gap
        }
    }

    /// The rule behind the name.
    public var rule: any ConflictRule {
        switch self {
        case .doubleExclusive: DoubleExclusive()
        case .encumberedExclusive: EncumberedExclusive()
        case .laterGrantUnderExclusive: LaterGrantUnderExclusive()
        case .grantorsOwnUse: GrantorsOwnUse()
        case .processBypassed: ProcessBypassed()
        case .headRightExceeded: HeadRightExceeded()
        case .prohibitionAgainstDuty: ProhibitionAgainstDuty()
        case .holdback: Holdback()
        case .covenantBroken: CovenantBroken()
        case .capacityExceeded: CapacityExceeded()
        case .consentMissing: ConsentMissing()
        case .mostFavouredTrigger: MostFavouredTrigger()
        case .capReached: CapReached()
        case .twoLiveValues: TwoLiveValues()
        case .orphan: Orphan()
        case .gap: Gap()
        case .notRead: NotRead()
        }
    }
}
