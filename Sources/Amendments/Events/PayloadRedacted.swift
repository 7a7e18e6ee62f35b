public import Notation
public import Terms

/// What an event says is taken out of the book for good, by a law or an order; that it was recorded stays.
///
/// From then on the book answers "redacted" from every vantage, also from earlier ones.
public struct PayloadRedacted: EventPayload {
    public static let kind = EventKind.payloadRedacted
    public static let traits: EventTraits = [.actsOnRecord]

    public var event: EventReference
    /// The law or order that demands it.
    public var authority: String

    public init(event: EventReference, authority: String) {
        self.event = event
        self.authority = authority
    }

    public static let codec = Codec<PayloadRedacted>.object(
        { PayloadRedacted(event: $0, authority: $1) },
        .required("event", \.event, EventReference.codec),
        .required("authority", \.authority, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        // A record event acts on its target before the fold.
    }

    public var reach: EventReach { .record(.event(event)) }
    public var recordAct: RecordAct? { .redacts(event) }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> PayloadRedacted {
        PayloadRedacted(event: event, authority: mark)
    }
}
