import Amendments
import Ledger
import Notation
import Terms
import Transparency

// What many answers share. What has a name of its own in `$defs` says so.

extension Shape where Value == String {
    /// Any text.
    static var text: Shape { Shape(.text) }

    /// One of those words.
    static func word(of words: [String]) -> Shape {
        Shape {
            .enumeration(words)
        } write: {
            .string($0)
        }
    }
}

extension Shape where Value == Bool {
    static var flag: Shape { Shape(.flag) }
}

extension Shape where Value == Int {
    static var integer: Shape { Shape(.integer) }

    /// A whole number of 0 or more.
    static var count: Shape {
        Shape {
            Schema([("type", .string("integer")), ("minimum", .integer(0))])
        } write: {
            .integer($0)
        }
    }
}

extension Shape where Value == Position {
    /// A place in the book, counted from 1.
    static var position: Shape {
        Shape<Int>.count.described(
            "The number of an event in the book, from 1; 0 before the first."
        )
        .named("position").of(\.number)
    }
}

extension Shape where Value == Day {
    static var day: Shape {
        Shape(Day.codec).described("A day, year-month-day.").named("day")
    }
}

extension Shape where Value == CivilDate {
    static var date: Shape {
        Shape(CivilDate.codec).described("A day, a month or a year; ~ about, ? uncertain.")
            .named("date")
    }
}

extension Shape where Value == Instant {
    static var instant: Shape {
        Shape {
            .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z$")
        } write: {
            .string($0.description)
        }.described("An instant in UTC.").named("instant")
    }
}

extension Shape where Value == CalendarDuration {
    static var duration: Shape { Shape(CalendarDuration.codec).named("duration") }
}

extension Shape where Value == DateBound {
    static var bound: Shape { Shape(DateBound.codec) }
}

extension Shape where Value == Money {
    static var money: Shape { Shape(Money.codec).named("money") }
}

extension Shape where Value == Currency {
    static var currency: Shape {
        Shape {
            .pattern("^[A-Z]{3}$")
        } write: {
            .string($0.code)
        }
    }
}

extension Shape where Value == EventReference {
    /// An event as `recording#number`.
    static var event: Shape { Shape(EventReference.codec).named("event") }
}

extension Shape where Value == RecordingKey {
    static var recording: Shape { Shape(RecordingKey.codec).named("recording") }
}

extension Shape where Value == AgreementID {
    static var agreement: Shape { Shape(AgreementID.codec).named("agreement") }
}

extension Shape where Value == TermID {
    static var term: Shape { Shape(TermID.codec).named("term") }
}

extension Shape where Value == PartyID {
    static var party: Shape { Shape(PartyID.codec).named("party") }
}

extension Shape where Value == ConditionID {
    static var condition: Shape { Shape(ConditionID.codec).named("condition") }
}

extension Shape where Value == FieldName {
    static var fieldName: Shape { Shape(FieldName.codec).named("field-name") }
}

extension Shape where Value == TermKind {
    static var termKind: Shape { words.named("term-kind") }
}

extension Shape where Value == EventKind {
    static var eventKind: Shape { words.named("event-kind") }
}

extension Shape where Value == TermStatus {
    static var status: Shape { words.named("status") }
}

extension Shape where Value == SourceGrade {
    static var grade: Shape { words.named("grade") }
}

extension Shape where Value == TreeHash {
    /// A hash of 32 bytes in Base64.
    static var hash: Shape {
        Shape {
            .reference("hash", to: .pattern("^[A-Za-z0-9+/]{43}=$"))
        } write: {
            .string($0.base64)
        }
    }
}

extension Shape
where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    /// A word of a closed list.
    static var words: Shape {
        Shape {
            .enumeration(Value.allCases.map(\.rawValue))
        } write: {
            .string($0.rawValue)
        }
    }
}
