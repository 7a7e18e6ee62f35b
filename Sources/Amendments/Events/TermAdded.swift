public import Notation
public import Terms

/// A term enters the agreement with its fields. Only this event makes a term outside its life.
///
/// Its fields hold from the earlier of its effective day and its `starts`; left out, `starts` is the
/// effective day. Adding an id again starts a new life of the same term: it is a complete set of fields.
public struct TermAdded: EventPayload {
    public static let kind = EventKind.termAdded
    public static let traits: EventTraits = [.changesTerms]

    public var term: TermID
    public var termKind: TermKind
    public var set: RawFields

    public init(term: TermID, kind: TermKind, set: RawFields) {
        self.term = term
        self.termKind = kind
        self.set = set
    }

    public static let codec = Codec<TermAdded>.object(
        { TermAdded(term: $0, kind: $1, set: $2) },
        .required("term", \.term, TermID.codec),
        .required("kind", \.termKind, TermKind.codec),
        .required("set", \.set, RawFields.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        apply(to: &state, by: event, beginsWith: nil)
    }

    /// - Parameter begins: when the text holds that this is part of; nil where it is the term's own, which
    ///   holds from the earlier of its `starts` and its effective day.
    func apply(
        to state: inout AgreementState, by event: RecordedEvent, beginsWith begins: DateBound?
    ) {
        let values = state.typed(set, for: termKind, requireAll: true, by: event)
        var record = state.term(term) ?? TermRecord(identity: term, kind: termKind)
        guard record.kind == termKind else {
            return state.refuse(
                event, for: .record,
                "term '\(term)' is a \(record.kind.rawValue), not a \(termKind.rawValue)",
                hint: "a term keeps its kind; give the new one an id of its own")
        }
        record.additions.append(event)
        record.begin(values, by: event, on: begins)
        state.insert(record)
    }

    public var reach: EventReach { .term(term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] {
        self.set.typed(for: termKind).entries.compactMap { $0.1.bound }
    }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [GivenFields(set, to: term, of: termKind)] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> TermAdded {
        TermAdded(term: term, kind: termKind, set: set.redacted(mark))
    }
}

extension TermRecord {
    /// Asserts the complete set of fields with which a life of the term begins.
    fileprivate mutating func begin(
        _ values: FieldValues, by event: RecordedEvent, on given: DateBound?
    ) {
        let starts = values[.starts] ?? .stated(.bound(event.effective))
        var begins = event.effective
        if let given {
            begins = given
        } else if case .stated(.bound(let bound))? = values[.starts] {
            begins = .firstOf([begins, bound])
        }
        for (field, value) in values.entries where field != .starts {
            append(field, Assertion(event: event, value: value, begins: begins))
        }
        append(.starts, Assertion(event: event, value: starts, begins: begins))
    }

    /// Asserts some fields from the event's effective day.
    mutating func assert(
        _ values: [FieldName: ValueState], by event: RecordedEvent, lasts: DateBound? = nil,
        wipes: [EventReference]? = nil, was: FieldValues = FieldValues()
    ) {
        for (field, value) in values.sorted(by: { $0.key < $1.key }) {
            append(
                field,
                Assertion(
                    event: event, value: value, begins: event.effective, lasts: lasts,
                    wipes: wipes, was: was[field]))
        }
    }

    private mutating func append(_ field: FieldName, _ assertion: Assertion) {
        assertions[field, default: []].append(assertion)
    }
}
