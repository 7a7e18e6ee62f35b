public import Notation
public import Terms

/// The record is wrong: the event reads as the replacement from the day it always held.
///
/// What the parties changed is `term-amended`. The correction flows into every day the event governs.
public struct EventCorrected: EventPayload {
    public static let kind = EventKind.eventCorrected
    public static let traits: EventTraits = [.corrects, .actsOnRecord]

    public var event: EventReference
    /// The whole event as it should have been; of the same kind.
    public var replacement: Replacement
    public var reason: String

    public init(event: EventReference, replacement: Replacement, reason: String) {
        self.event = event
        self.replacement = replacement
        self.reason = reason
    }

    public static let codec = Codec<EventCorrected>.object(
        { EventCorrected(event: $0, replacement: $1, reason: $2) },
        .required("event", \.event, EventReference.codec),
        .required("replacement", \.replacement, Replacement.codec),
        .required("reason", \.reason, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        // A record event acts on its target before the fold.
    }

    public var reach: EventReach { .record(.event(event)) }
    public var recordAct: RecordAct? { .corrects(event, into: replacement.event) }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    // What the replacement cites are sources of the recording that it corrects.
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> EventCorrected {
        EventCorrected(
            event: event, replacement: Replacement(replacement.event.redacted(mark)), reason: mark)
    }
}

extension EventCorrected {
    /// The event as it should have been.
    public struct Replacement: Hashable, Sendable {
        public var event: Event

        public init(_ event: Event) { self.event = event }

        static let codec = Codec<Replacement>.recursive("event") {
            Event.codec.map({ event, _, _ in Replacement(event) }, { $0.event })
        }
    }
}
