import Amendments
import Ledger
import Portfolio
import Terms

/// Agreed changes that wait for a condition, in words.
enum ConditionalPhrase {
    /// `60% of sales upon ipo, pending`.
    static func text(of change: ConditionalChange) -> String {
        text(of: PendingChange(change))
    }

    static func text(of change: PendingChange) -> String {
        var text = "\(change.effect.words) \(when(change.bound, change.conditions))"
        if let lasts = change.lasts { text += ", and then only \(lasts)" }
        return text
    }

    /// The change with the instrument that agreed it.
    static func line(of change: ConditionalChange) -> String {
        "conditional: \(text(of: change)), \(InstrumentPhrase.title(of: change.event))"
    }

    /// What it is of, to stand where fields have their names.
    static func label(of change: ConditionalChange) -> String {
        change.effect.field?.rawValue ?? "the term"
    }

    /// `upon ipo, pending`, or `the first of: on 2030-01-01, upon ipo; ipo pending`.
    static func when(_ bound: DateBound, _ conditions: [ConditionID]) -> String {
        if case .upon = bound { return "\(bound), pending" }
        return "\(bound); \(conditions.map(\.text).joined(separator: ", ")) pending"
    }
}
