import Ledger
import Notation
import Terms

/// A day that may be known only to lie between two, in JSON.
enum PossibleDayJSON {
    static let members = Members<PossibleDay>.all(
        .nullable("day", .day, \.exact).described("Null: the day is not known exactly."),
        .member("first", .day, \.first), .member("last", .day, \.last))
}
