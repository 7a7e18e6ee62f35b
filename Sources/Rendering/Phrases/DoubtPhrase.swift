import Ledger
import Terms

/// That something is in one of several states, in words.
enum DoubtPhrase {
    /// `; indeterminate: in 2020-06`, the days of which what was said holds from one; empty where it surely does.
    static func text(_ day: PossibleDay?) -> String {
        day.map { "; \(TermStatus.indeterminate.rawValue): \(DayPhrase.possible($0))" } ?? ""
    }

    /// `indeterminate: pending or satisfied; the day is only known to lie between 2020-06-01 and 2020-06-30`.
    static func text(_ state: String, _ doubt: StateDoubt?) -> String {
        guard let doubt else { return state }
        return
            "\(state): \(doubt.states.joined(separator: " or ")); the day is only known to lie between "
            + "\(doubt.first) and \(doubt.last)"
    }
}
