public import Notation
public import Terms

/// There is an instrument, and no one who records it has read it.
///
/// From its effective day on it may have changed the terms that are named, or any term where none is; later complete
/// texts of the parties end that. What is recorded of the same instrument (`id`) once it was read takes its place.
public struct InstrumentNoted: EventPayload {
    public static let kind = EventKind.instrumentNoted
    public static let traits: EventTraits = []

    /// The terms that it may change; empty for any term of the agreement.
    public var terms: [TermID]
    /// What is known of it all the same, in words.
    public var about: String?

    public init(terms: [TermID] = [], about: String? = nil) {
        self.terms = terms
        self.about = about
    }

    public static let codec = Codec<InstrumentNoted>.object(
        { InstrumentNoted(terms: $0, about: $1) },
        .optional("terms", \.terms, .list(of: TermID.codec), default: []),
        .optional("about", \.about, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        for term in terms { state.change(term, by: event) { _ in } }
        let known = terms.compactMap { state.identity(of: $0) }
        state.unread.append(UnreadInstrument(event: event, terms: Set(known)))
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { terms }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> InstrumentNoted {
        InstrumentNoted(terms: terms, about: nil)
    }
}
