import Amendments
import Ledger
import Notation
import Terms

// What many answers share, each under a name of its own in `$defs`.
extension Schema {
    /// A whole number of 0 or more.
    static let count = Schema([("type", .string("integer")), ("minimum", .integer(0))])

    /// A place in the book, counted from 1.
    static let position = reference(
        "position",
        to: Schema([("type", .string("integer")), ("minimum", .integer(0))])
            .described("The number of an event in the book, from 1; 0 before the first."))

    static let day = reference("day", to: Day.codec.schema.described("A day, year-month-day."))

    static let date = reference(
        "date",
        to: CivilDate.codec.schema.described("A day, a month or a year; ~ about, ? uncertain."))

    static let instant = reference(
        "instant",
        to: .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z$")
            .described("An instant in UTC."))

    static let duration = reference("duration", to: CalendarDuration.codec.schema)

    static let bound = DateBound.codec.schema

    /// An event as `recording#number`.
    static let event = reference("event", to: EventReference.codec.schema)

    static let recording = reference("recording", to: RecordingKey.codec.schema)
    static let agreement = reference("agreement", to: AgreementID.codec.schema)
    static let term = reference("term", to: TermID.codec.schema)
    static let party = reference("party", to: PartyID.codec.schema)
    static let condition = reference("condition", to: ConditionID.codec.schema)
    static let fieldName = reference("field-name", to: FieldName.codec.schema)

    static let termKind = words("term-kind", TermKind.self)
    static let eventKind = words("event-kind", EventKind.self)
    static let status = words("status", TermStatus.self)
    static let grade = words("grade", SourceGrade.self)

    /// A hash of 32 bytes in Base64.
    static let hash = reference("hash", to: .pattern("^[A-Za-z0-9+/]{43}=$"))

    static func list(_ element: Schema) -> Schema { array(of: element) }

    /// The words of a closed list under a name of their own.
    static func words<Word>(_ name: String, _: Word.Type) -> Schema
    where Word: CaseIterable & RawRepresentable, Word.RawValue == String {
        reference(name, to: words(Word.self))
    }

    static func words<Word>(_: Word.Type) -> Schema
    where Word: CaseIterable & RawRepresentable, Word.RawValue == String {
        enumeration(Word.allCases.map(\.rawValue))
    }
}
