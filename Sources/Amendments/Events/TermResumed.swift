public import Notation
public import Terms

/// A suspended term has effect again.
public struct TermResumed: EventPayload {
    public static let kind = EventKind.termResumed
    public static let traits: EventTraits = [.changesTerms]

    public var term: TermID

    public init(term: TermID) {
        self.term = term
    }

    public static let codec = Codec<TermResumed>.object(
        { TermResumed(term: $0) },
        .required("term", \.term, TermID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(term, by: event) {
            $0.pauses.append(Pause(event: event, suspends: false, lasts: nil))
        }
    }

    public var reach: EventReach { .status(of: term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> TermResumed { self }
}
