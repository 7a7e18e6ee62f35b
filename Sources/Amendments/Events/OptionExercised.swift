public import Notation
public import Terms

/// The holder of an option or a right of first refusal uses it.
public struct OptionExercised: EventPayload {
    public static let kind = EventKind.optionExercised
    public static let traits: EventTraits = [.changesTerms]

    public var term: TermID
    public var by: PartyID

    public init(term: TermID, by: PartyID) {
        self.term = term
        self.by = by
    }

    public static let codec = Codec<OptionExercised>.object(
        { OptionExercised(term: $0, by: $1) },
        .required("term", \.term, TermID.codec),
        .required("by", \.by, PartyID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(term, isOneOf: TermKind.exercised, by: event)
        state.remark(.optionExercised(by: by), on: term, by: event)
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [NamedParty(by, .actor)] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> OptionExercised {
        OptionExercised(term: term, by: .redacted)
    }
}

extension TermKind {
    /// The kinds of right that their holder uses or declines.
    static let exercised: [TermKind] = [
        .option, .warrant, .firstRefusal, .firstOffer, .firstNegotiation,
    ]
}
