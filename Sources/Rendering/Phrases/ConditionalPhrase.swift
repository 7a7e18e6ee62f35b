import Amendments
import Ledger
import Portfolio
import Terms

/// Agreed changes that wait for a condition, in words.
enum ConditionalPhrase {
    /// `60% of sales upon ipo, pending`.
    static func text(of change: ConditionalChange) -> String {
        text(of: WaitingChange(change))
    }

    static func text(of change: WaitingChange) -> String {
        var text = "\(effect(change.effect)) \(when(change.bound, change.conditions))"
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
        case .added: "begins anew"
        case .removed: "removed"
        case .suspended: "suspended"
        case .resumed: "resumed"
        case .agreementEnded: "ended with the agreement"
        case .moved(let id): "its id becomes \(id)"
        case .waived(let party, let extent): "right waived by \(party): \(extent)"
        case .departed(let party): "\(party) leaves the agreement"
        case .notRenewed: "not renewed"
        }
    }

    /// `upon ipo, pending`, or `the first of: on 2030-01-01, upon ipo; ipo pending`.
    static func when(_ bound: DateBound, _ conditions: [ConditionID]) -> String {
        if case .upon = bound { return "\(bound), pending" }
        return "\(bound); \(conditions.map(\.text).joined(separator: ", ")) pending"
    }
}
