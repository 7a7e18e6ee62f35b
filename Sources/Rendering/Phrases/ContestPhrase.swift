import Ledger

/// That a value is contested, in words.
enum ContestPhrase {
    static func text(of field: ConformedField) -> String {
        field.isReported
            ? "contested: another report of the same grade says otherwise"
            : "contested: a report of equal or better grade says otherwise"
    }
}
