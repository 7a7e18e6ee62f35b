public import Notation
public import Terms

/// The parties change fields of a term, from a day on or for a time.
///
/// - A *standing* amendment (no `lasts`) holds until the next step of the same field; scheduled later
///   steps stay, unless it is `onward`.
/// - A *temporary* one lies over what governs and gives it back when it ends.
/// - One from a day after the term had ended is refused, unless it extends the term or names with `despite` what
///   had ended it.
/// - `was` is checked against what governs just before; a difference refuses the recording.
public struct TermAmended: EventPayload {
    public static let kind = EventKind.termAmended
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isOfLivingTerms]

    public var term: TermID
    public var was: RawFields?
    public var set: RawFields
    /// When a temporary amendment ends.
    public var lasts: DateBound?
    public var onward: Onward?
    /// The events that had ended the term when it was amended all the same.
    public var despite: [EventReference]

    public init(
        term: TermID,
        was: RawFields? = nil,
        set: RawFields,
        lasts: DateBound? = nil,
        onward: Onward? = nil,
        despite: [EventReference] = []
    ) {
        self.term = term
        self.was = was
        self.set = set
        self.lasts = lasts
        self.onward = onward
        self.despite = despite
    }

    public static let codec = Codec<TermAmended>.object(
        { TermAmended(term: $0, was: $1, set: $2, lasts: $3, onward: $4, despite: $5) },
        .required("term", \.term, TermID.codec),
        .optional("was", \.was, RawFields.codec),
        .required("set", \.set, RawFields.codec),
        .optional("lasts", \.lasts, DateBound.codec),
        .optional("onward", \.onward, Onward.codec),
        .optional("despite", \.despite, .list(of: EventReference.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        guard let record = state.term(term) else {
            return state.change(term, by: event) { _ in }
        }
        let values = state.typed(set, for: record.kind, requireAll: false, by: event)
        if set.isEmpty {
            return state.refuse(
                event, for: .itself, "the amendment sets nothing",
                hint: "name the fields it changes in `set`")
        }
        if lasts != nil, onward != nil {
            return state.refuse(
                event, for: .itself, "an amendment cannot be temporary and onward",
                hint: "keep `lasts` or `onward`")
        }
        let fields = Dictionary(values.entries) { first, _ in first }
        // What is wrong with `was` is reported where it is compared with what governs.
        var ignored = Problems()
        let before = was?.typed(for: record.kind, requireAll: false, &ignored) ?? FieldValues()
        state.change(term, by: event) {
            $0.assert(fields, by: event, lasts: lasts, wipes: onward?.wipes, was: before)
        }
    }

    public var reach: EventReach { .fields(set.names, of: term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) + set.readableBounds }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [GivenFields(set, to: term, of: nil)] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { nil }

    /// Its days and what it wipes stay: without them another value would govern.
    public func redacted(_ mark: String) -> TermAmended {
        TermAmended(
            term: term, was: nil, set: set.redacted(mark), lasts: lasts, onward: onward,
            despite: despite)
    }
}

extension TermAmended {
    /// Makes a standing amendment wipe every later step and window of its fields.
    ///
    /// `wipes` names them all, so that no one wipes a scheduled step without knowing.
    public struct Onward: Hashable, Sendable {
        public var wipes: [EventReference]

        public init(wipes: [EventReference]) { self.wipes = wipes }

        static let codec = Codec<Onward>.object(
            { Onward(wipes: $0) },
            .required("wipes", \.wipes, .list(of: EventReference.codec))
        )
    }
}
