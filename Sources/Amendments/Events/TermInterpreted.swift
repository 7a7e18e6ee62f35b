public import Notation
public import Terms

/// Someone chooses a reading of a term; its text and the competing readings stay. Without anybody who chose it, each
/// competing reading is what the field may say.
public struct TermInterpreted: EventPayload {
    public static let kind = EventKind.termInterpreted
    public static let traits: EventTraits = []

    public var term: TermID
    public var field: FieldName
    /// The reading chosen.
    public var reading: String
    public var by: [PartyID]
    /// The readings it competes with.
    public var readings: [String]

    public init(
        term: TermID,
        field: FieldName,
        reading: String,
        by: [PartyID] = [],
        readings: [String] = []
    ) {
        self.term = term
        self.field = field
        self.reading = reading
        self.by = by
        self.readings = readings
    }

    public static let codec = Codec<TermInterpreted>.object(
        { TermInterpreted(term: $0, field: $1, reading: $2, by: $3, readings: $4) },
        .required("term", \.term, TermID.codec),
        .required("field", \.field, FieldName.codec),
        .required("reading", \.reading, .text),
        .optional("by", \.by, .list(of: PartyID.codec), default: []),
        .optional("readings", \.readings, .list(of: .text), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check([field], of: term, by: event)
        state.remark(
            .interpreted(field, reading: reading, by: by, competing: readings), on: term, by: event)
    }

    /// Readings of which no one chose one leave open what the field says, until one is chosen.
    public var reach: EventReach { by.isEmpty && readings.isEmpty ? .nothing : .term(term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { by.map { NamedParty($0, .actor) } }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> TermInterpreted {
        // That no one chose among readings stays, though not what they are.
        TermInterpreted(
            term: term, field: field, reading: mark, by: [],
            readings: by.isEmpty ? readings.map { _ in mark } : [])
    }
}
