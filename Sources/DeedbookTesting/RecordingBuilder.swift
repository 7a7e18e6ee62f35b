public import Amendments
import Notation
public import Terms

/// Makes a recording in one line, for tests that are about events and not about sources.
///
/// - Parameters:
///   - key: the recording's key.
///   - agreement: the agreement its events belong to.
///   - kind: what sort of document it is.
///   - number: the instrument's own number.
///   - signed: the day of signing.
///   - effective: when its events hold.
///   - disclosed: when it became public; the effective day where that is a plain day.
///   - grade: the grade of its only source.
///   - events: what it says.
public func recorded(
    _ key: RecordingKey, agreement: AgreementID = "story", kind: InstrumentKind = .amendment,
    number: Int? = nil, signed: CivilDate? = nil, effective: DateBound, disclosed: CivilDate? = nil,
    grade: SourceGrade = .executedText, _ events: Event...
) -> Recording {
    Recording(
        key: key, agreement: agreement,
        instrument: Instrument(
            kind: kind, title: key.text, number: number, signed: signed.map { .day($0) },
            effective: effective),
        disclosed: disclosed ?? effective.dates.first ?? "2020-01-01",
        sources: [Source(id: "source", grade: grade, publisher: "the parties")], events: events)
}

/// Makes the fields of a term from text, as a recording writes them.
public func fields(_ values: KeyValuePairs<FieldName, String>) -> RawFields {
    RawFields(Dictionary(values.map { ($0.key, Node.string($0.value)) }) { _, last in last })
}
