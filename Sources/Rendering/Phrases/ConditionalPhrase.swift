import Amendments
import Ledger
import Portfolio
import Terms

/// Agreed changes that wait for a condition, in words.
enum ConditionalPhrase {
    /// `60% of sales upon ipo, pending`.
    static func text(of change: ConditionalChange) -> String {
        text(of: HeldChange(change))
    }

    static func text(of change: HeldChange) -> String {
        var text = "\(effect(change.effect)) \(when(change))"
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

    private static func effect(_ effect: ConditionalChange.Effect) -> String {
        switch effect {
        case .sets(_, let value): value?.displayText ?? "no longer part of the term"
        case .reverts(_, let value):
            value.map { "\($0.displayText) again" } ?? "no such field again"
        case .removed: "removed"
        case .suspended: "suspended"
        case .resumed: "resumed"
        case .agreementEnded: "ended with the agreement"
        }
    }

    /// `upon ipo, pending`, or `the first of: on 2030-01-01, upon ipo; ipo pending`.
    private static func when(_ change: HeldChange) -> String {
        if case .upon = change.bound { return "\(change.bound), pending" }
        return "\(change.bound); \(change.conditions.map(\.text).joined(separator: ", ")) pending"
    }
}
