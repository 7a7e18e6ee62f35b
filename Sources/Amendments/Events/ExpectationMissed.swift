public import Notation
public import Terms

/// What was expected did not happen in its time, or will not. It may still be met later.
public struct ExpectationMissed: EventPayload {
    public static let kind = EventKind.expectationMissed
    public static let traits: EventTraits = []

    public var expectation: ExpectationID
    public var reason: String?

    public init(expectation: ExpectationID, reason: String? = nil) {
        self.expectation = expectation
        self.reason = reason
    }

    public static let codec = Codec<ExpectationMissed>.object(
        { ExpectationMissed(expectation: $0, reason: $1) },
        .required("expectation", \.expectation, ExpectationID.codec),
        .optional("reason", \.reason, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(expectation, .missed, by: event)
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> ExpectationMissed {
        ExpectationMissed(expectation: expectation, reason: nil)
    }
}
