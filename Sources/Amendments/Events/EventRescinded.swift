public import Notation
public import Terms

/// The record is wrong: the event should never have been recorded, and reads as if it never was.
///
/// That something agreed has ended is `term-removed` or `agreement-terminated`.
public struct EventRescinded: EventPayload {
    public static let kind = EventKind.eventRescinded
    public static let traits: EventTraits = [.corrects, .actsOnRecord]

    public var event: EventReference
    public var reason: String

    public init(event: EventReference, reason: String) {
        self.event = event
        self.reason = reason
    }

    public static let codec = Codec<EventRescinded>.object(
        { EventRescinded(event: $0, reason: $1) },
        .required("event", \.event, EventReference.codec),
        .required("reason", \.reason, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        // A record event acts on its target before the fold.
    }

    public var reach: EventReach { .record(.event(event)) }
    public var recordAct: RecordAct? { .rescinds(event) }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> EventRescinded {
        EventRescinded(event: event, reason: mark)
    }
}
