/// Every kind of event there is. The raw value is stored for ever and never renamed.
///
/// To add one: a file under `Events/`, and the two lines here that the compiler asks for.
public enum EventKind: String, CaseIterable, Hashable, Sendable {
    // agreement
    case agreementRecorded = "agreement-recorded"
    case partyAdmitted = "party-admitted"
    case partyRenamed = "party-renamed"
    case partySucceeded = "party-succeeded"
    case partyWithdrew = "party-withdrew"
    case groupFormed = "group-formed"
    case memberJoined = "member-joined"
    case memberLeft = "member-left"
    case agreementRestated = "agreement-restated"
    case agreementRenewed = "agreement-renewed"
    case agreementExtended = "agreement-extended"
    case agreementTerminated = "agreement-terminated"
    case agreementSuperseded = "agreement-superseded"
    // terms
    case termAdded = "term-added"
    case termAmended = "term-amended"
    case termRemoved = "term-removed"
    case termDischarged = "term-discharged"
    case termMoved = "term-moved"
    case termSuspended = "term-suspended"
    case termResumed = "term-resumed"
    case termReaffirmed = "term-reaffirmed"
    case termUnaddressed = "term-unaddressed"
    case termInterpreted = "term-interpreted"
    case rightWaived = "right-waived"
    // conditions
    case conditionDefined = "condition-defined"
    case conditionSatisfied = "condition-satisfied"
    case conditionLapsed = "condition-lapsed"
    case conditionWaived = "condition-waived"
    case conditionRemoved = "condition-removed"
    // rights used
    case noticeGiven = "notice-given"
    case optionExercised = "option-exercised"
    case optionDeclined = "option-declined"
    case amountAccrued = "amount-accrued"
    case consentGiven = "consent-given"
    // knowledge
    case valueReported = "value-reported"
    case reportWithdrawn = "report-withdrawn"
    case expectationStated = "expectation-stated"
    case expectationMet = "expectation-met"
    case expectationMissed = "expectation-missed"
    case instrumentNoted = "instrument-noted"
    case documentAttached = "document-attached"
    // disputes
    case disputeRaised = "dispute-raised"
    case disputeResolved = "dispute-resolved"
    // vocabularies
    case scopeDefined = "scope-defined"
    // calendars
    case calendarDefined = "calendar-defined"
    // the record itself
    case eventCorrected = "event-corrected"
    case eventRescinded = "event-rescinded"
    case effectiveDateMoved = "effective-date-moved"
    case payloadRedacted = "payload-redacted"

    /// The kind as a noun in a sentence: `a term-added`, `an event-corrected`.
    public var withArticle: String {
        let isVowel = rawValue.first.map { "aeiou".contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(rawValue)"
    }

    /// The payload type that reads and writes this kind.
    public var payloadType: any EventPayload.Type {
        switch self {
        case .agreementRecorded: AgreementRecorded.self
        case .partyAdmitted: PartyAdmitted.self
        case .partyRenamed: PartyRenamed.self
        case .partySucceeded: PartySucceeded.self
        case .partyWithdrew: PartyWithdrew.self
        case .groupFormed: GroupFormed.self
        case .memberJoined: MemberJoined.self
        case .memberLeft: MemberLeft.self
        case .agreementRestated: AgreementRestated.self
        case .agreementRenewed: AgreementRenewed.self
        case .agreementExtended: AgreementExtended.self
        case .agreementTerminated: AgreementTerminated.self
        case .agreementSuperseded: AgreementSuperseded.self
        case .termAdded: TermAdded.self
        case .termAmended: TermAmended.self
        case .termRemoved: TermRemoved.self
        case .termDischarged: TermDischarged.self
        case .termMoved: TermMoved.self
        case .termSuspended: TermSuspended.self
        case .termResumed: TermResumed.self
        case .termReaffirmed: TermReaffirmed.self
        case .termUnaddressed: TermUnaddressed.self
        case .termInterpreted: TermInterpreted.self
        case .rightWaived: RightWaived.self
        case .conditionDefined: ConditionDefined.self
        case .conditionSatisfied: ConditionSatisfied.self
        case .conditionLapsed: ConditionLapsed.self
        case .conditionWaived: ConditionWaived.self
        case .conditionRemoved: ConditionRemoved.self
        case .noticeGiven: NoticeGiven.self
        case .optionExercised: OptionExercised.self
        case .optionDeclined: OptionDeclined.self
        case .amountAccrued: AmountAccrued.self
        case .consentGiven: ConsentGiven.self
        case .valueReported: ValueReported.self
        case .reportWithdrawn: ReportWithdrawn.self
        case .expectationStated: ExpectationStated.self
        case .expectationMet: ExpectationMet.self
        case .expectationMissed: ExpectationMissed.self
        case .instrumentNoted: InstrumentNoted.self
        case .documentAttached: DocumentAttached.self
        case .disputeRaised: DisputeRaised.self
        case .disputeResolved: DisputeResolved.self
        case .scopeDefined: ScopeDefined.self
        case .calendarDefined: CalendarDefined.self
        case .eventCorrected: EventCorrected.self
        case .eventRescinded: EventRescinded.self
        case .effectiveDateMoved: EffectiveDateMoved.self
        case .payloadRedacted: PayloadRedacted.self
        }
    }
}
