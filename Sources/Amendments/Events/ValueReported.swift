public import Notation
public import Terms

/// A source asserts a value, of a term's field or of an instrument.
///
/// It never changes the term: it stands beside the agreed value with its grade, whatever that is, from its
/// effective day until the parties next set that field.
public struct ValueReported: EventPayload {
    public static let kind = EventKind.valueReported
    public static let traits: EventTraits = []

    public var subject: Subject
    public var field: FieldName
    public var value: RawValue
    public var lasts: DateBound?

    /// What the value is of.
    public enum Subject: Hashable, Sendable {
        case term(TermID)
        /// The instrument of a recording.
        case instrument(RecordingKey)
    }

    public init(subject: Subject, field: FieldName, value: RawValue, lasts: DateBound? = nil) {
        self.subject = subject
        self.field = field
        self.value = value
        self.lasts = lasts
    }

    public static let codec = Codec<Members>.object(
        { Members(term: $0, instrument: $1, field: $2, value: $3, lasts: $4) },
        .optional("term", \.term, TermID.codec),
        .optional("instrument", \.instrument, RecordingKey.codec),
        .required("field", \.field, FieldName.codec),
        .required("value", \.value, RawValue.codec),
        .optional("lasts", \.lasts, DateBound.codec)
    ).map(
        { members, mark, problems in
            switch (members.term, members.instrument) {
            case (let term?, nil):
                return members.understood(as: members.field.codecs, &problems)
                    .payload(.term(term))
            case (nil, let key?):
                let type = instrumentFields[members.field]
                return members.understood(
                    as: type.map { [ValueState.codec(for: $0)] } ?? [], &problems
                )
                .payload(.instrument(key))
            case (nil, nil), (.some, .some):
                problems.report(
                    "a report is of one term or of one instrument",
                    hint: "give `term` or `instrument`", at: mark)
                return nil
            }
        }, { Members($0) })

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        switch subject {
        case .term(let id):
            guard let record = state.term(id) else {
                return state.change(id, by: event) { _ in }
            }
            let fields = RawFields([field: value.node])
            let values = state.typed(fields, for: record.kind, requireAll: false, by: event)
            guard let value = values[field] else { return }
            state.change(id, by: event) {
                $0.reports[field, default: []].append(
                    Report(event: event, value: value, lasts: lasts))
            }
        case .instrument(let key):
            guard let type = Self.instrumentFields[field] else {
                return state.refuse(
                    event, for: .itself, "'\(field)' is not a field of an instrument",
                    hint: "allowed: "
                        + Self.instrumentFields.keys.sorted().map(\.rawValue)
                        .joined(separator: ", "))
            }
            guard let value = state.typed(value, as: type, by: event) else { return }
            state.instrumentReports[key, default: [:]][field, default: []].append(
                Report(event: event, value: value, lasts: lasts))
        }
    }

    public var reach: EventReach {
        switch subject {
        case .term(let term): .fields([field], of: term)
        case .instrument: .nothing
        }
    }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] {
        switch subject {
        case .term(let term): [term]
        case .instrument: []
        }
    }
    public var namedParties: [NamedParty] {
        value.parties(in: field).map { NamedParty($0, .reported) }
    }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> ValueReported {
        ValueReported(subject: subject, field: field, value: .redacted(mark), lasts: lasts)
    }

    /// What may be reported of an instrument.
    static let instrumentFields: [FieldName: FieldType] = [
        "announced": .date, "signed": .date, "effective": .date, "description": .text,
    ]

    /// The members as written, before the rule that exactly one subject is given.
    public struct Members: Hashable, Sendable {
        let term: TermID?
        let instrument: RecordingKey?
        let field: FieldName
        let value: RawValue
        let lasts: DateBound?

        /// With a value that was written in someone's own way in its canonical form.
        func understood(as codecs: [Codec<ValueState>], _ problems: inout Problems) -> Members {
            let understood = problems.within("value") { (problems: inout Problems) -> RawValue in
                value.understood(as: codecs, &problems)
            }
            return Members(
                term: term, instrument: instrument, field: field, value: understood, lasts: lasts)
        }

        func payload(_ subject: Subject) -> ValueReported {
            ValueReported(subject: subject, field: field, value: value, lasts: lasts)
        }
    }
}

extension ValueReported.Members {
    init(_ payload: ValueReported) {
        switch payload.subject {
        case .term(let id):
            self.init(
                term: id, instrument: nil, field: payload.field, value: payload.value,
                lasts: payload.lasts)
        case .instrument(let key):
            self.init(
                term: nil, instrument: key, field: payload.field, value: payload.value,
                lasts: payload.lasts)
        }
    }
}
