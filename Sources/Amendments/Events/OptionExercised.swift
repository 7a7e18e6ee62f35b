public import Notation
public import Terms

/// The holder of an option or a right of first refusal uses it.
///
/// One that is used in whole is discharged by it. One that is used in part stays, and so does one of which no one says
/// how much was used.
public struct OptionExercised: EventPayload {
    public static let kind = EventKind.optionExercised
    public static let traits: EventTraits = [.changesTerms]

    public var term: TermID
    public var by: PartyID
    /// How much of it is used; nil where that is not stated.
    public var extent: ExerciseExtent?

    public init(term: TermID, by: PartyID, extent: ExerciseExtent? = nil) {
        self.term = term
        self.by = by
        self.extent = extent
    }

    public static let codec = Codec<OptionExercised>.object(
        { OptionExercised(term: $0, by: $1, extent: $2) },
        .required("term", \.term, TermID.codec),
        .required("by", \.by, PartyID.codec),
        .optional("extent", \.extent, .choice("how much of it is used"))
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(term, isOneOf: TermKind.exercised, by: event)
        state.remark(.optionExercised(by: by, extent: extent), on: term, by: event)
        if extent == .whole, state.identity(of: term) != nil {
            state.change(term, by: event) { $0.removals.append(event) }
        }
    }

    /// What was used in part is not simply over when the rest can no longer be used.
    public var reach: EventReach { .status(of: term) }
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

    /// The extent stays: without it an option that is used up would read as in force.
    public func redacted(_ mark: String) -> OptionExercised {
        OptionExercised(term: term, by: .redacted, extent: extent)
    }
}

extension TermKind {
    /// The kinds of right that their holder uses or declines.
    static let exercised: [TermKind] = [
        .option, .warrant, .firstRefusal, .firstOffer, .firstNegotiation,
    ]
}
