public import Notation
public import Terms

/// A source takes back what it reported, or is shown to be wrong.
public struct ReportWithdrawn: EventPayload {
    public static let kind = EventKind.reportWithdrawn
    public static let traits: EventTraits = [.corrects, .takesOut]

    public var event: EventReference
    public var reason: String

    public init(event: EventReference, reason: String) {
        self.event = event
        self.reason = reason
    }

    public static let codec = Codec<ReportWithdrawn>.object(
        { ReportWithdrawn(event: $0, reason: $1) },
        .required("event", \.event, EventReference.codec),
        .required("reason", \.reason, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.withdrawReport(event: self.event, by: event)
    }

    public var reach: EventReach { .report(event) }
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

    public func redacted(_ mark: String) -> ReportWithdrawn {
        ReportWithdrawn(event: event, reason: mark)
    }
}
