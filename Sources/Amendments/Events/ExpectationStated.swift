public import Notation
public import Terms

/// Someone announces that something will happen, "in the coming weeks". It is never in force.
public struct ExpectationStated: EventPayload {
    public static let kind = EventKind.expectationStated
    public static let traits: EventTraits = [.isExpectation]

    public var expectation: ExpectationID
    public var text: String
    public var by: String?
    /// When it is expected.
    public var window: DateBound

    public init(expectation: ExpectationID, text: String, by: String? = nil, window: DateBound) {
        self.expectation = expectation
        self.text = text
        self.by = by
        self.window = window
    }

    public static let codec = Codec<ExpectationStated>.object(
        { ExpectationStated(expectation: $0, text: $1, by: $2, window: $3) },
        .required("expectation", \.expectation, ExpectationID.codec),
        .required("text", \.text, .text),
        .optional("by", \.by, .text),
        .required("window", \.window, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        var record = state.expectations[expectation] ?? ExpectationRecord(id: expectation)
        record.statements.append(.init(event: event, text: text, by: by, window: window))
        state.expectations[expectation] = record
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [window] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> ExpectationStated {
        ExpectationStated(expectation: expectation, text: mark, by: nil, window: window)
    }
}
