public import Notation
public import Terms

/// A term stops having effect while it still exists.
public struct TermSuspended: EventPayload {
    public static let kind = EventKind.termSuspended
    public static let traits: EventTraits = [.changesTerms, .isDroppedWithCondition]

    public var term: TermID
    public var ground: String?
    /// When it ends again; nil until something ends it.
    public var lasts: DateBound?

    public init(term: TermID, ground: String? = nil, lasts: DateBound? = nil) {
        self.term = term
        self.ground = ground
        self.lasts = lasts
    }

    public static let codec = Codec<TermSuspended>.object(
        { TermSuspended(term: $0, ground: $1, lasts: $2) },
        .required("term", \.term, TermID.codec),
        .optional("ground", \.ground, .text),
        .optional("lasts", \.lasts, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(term, by: event) {
            $0.pauses.append(Pause(event: event, suspends: true, lasts: lasts))
        }
    }

    public var reach: EventReach { .status(of: term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> TermSuspended {
        TermSuspended(term: term, ground: nil, lasts: lasts)
    }
}
