import Ledger
import Notation
import Terms

/// A day that may be known only to lie between two, in JSON.
enum PossibleDayJSON {
    static func members(_ day: PossibleDay) -> [(String, Node)] {
        [
            ("day", .optional(day.exact)), ("first", .string(day.first.description)),
            ("last", .string(day.last.description)),
        ]
    }

    static let schemas: [(String, Schema)] = [
        ("day", .day.nullable.described("Null: the day is not known exactly.")),
        ("first", .day), ("last", .day),
    ]
}
