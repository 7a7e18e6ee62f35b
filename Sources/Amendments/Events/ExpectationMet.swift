public import Notation
public import Terms

/// What was expected has happened.
public struct ExpectationMet: EventPayload {
    public static let kind = EventKind.expectationMet
    public static let traits: EventTraits = []

    public var expectation: ExpectationID

    public init(expectation: ExpectationID) {
        self.expectation = expectation
    }

    public static let codec = Codec<ExpectationMet>.object(
        { ExpectationMet(expectation: $0) },
        .required("expectation", \.expectation, ExpectationID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.conclude(expectation, .met, by: event)
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

    public func redacted(_ mark: String) -> ExpectationMet { self }
}
