import Ledger
import Terms

/// Parties in words.
enum PartyPhrase {
    /// `succeeded by d, then by c`; nil where the party stands in its own place.
    static func succession(of party: ConformedParty) -> String? {
        guard !party.successors.isEmpty else { return nil }
        return "succeeded by " + party.successors.map(\.text).joined(separator: ", then by ")
    }

    /// Everything to be said of a party beside its name, the certain first.
    static func standing(of party: ConformedParty) -> [String] {
        [succession(of: party)].compactMap(\.self) + (party.hasWithdrawn ? ["withdrew"] : [])
            + [members(of: party)].compactMap(\.self) + party.open.map(text(of:))
    }

    /// `members: a (agent), b, perhaps c`, `members: at least a` where others may be in it; nil for no group.
    private static func members(of party: ConformedParty) -> String? {
        party.members.map { members in
            let names = members.filter { $0.standing != .left }.map { member in
                (member.standing == .perhaps ? "perhaps " : "") + member.party.text
                    + (member.role.map { " (\($0))" } ?? "")
            }
            let known = names.joined(separator: ", ")
            guard party.mayHaveOthers else {
                return "members: " + (names.isEmpty ? "none" : known)
            }
            return "members: " + (names.isEmpty ? "not stated" : "at least \(known)")
        }
    }

    /// `conditional: succeeded by c upon closing, pending`, or `succeeded by c in 2020-06, the day is not known`.
    static func text(of change: OpenPartyChange) -> String {
        let what = effect(change.effect)
        switch change.state {
        case .conditional(let bound, let conditions):
            return "conditional: \(what) \(ConditionalPhrase.when(bound, conditions))"
        case .within(let first, let last):
            return "indeterminate: \(what) \(DayPhrase.window(first, last))"
        }
    }

    private static func effect(_ effect: OpenPartyChange.Effect) -> String {
        switch effect {
        case .admitted: "becomes a party"
        case .renamed(let name): "renamed \(name)"
        case .succeeded(let successor): "succeeded by \(successor)"
        case .withdrew: "withdrew"
        case .joined(let member): "\(member) joins"
        case .left(let member): "\(member) leaves"
        }
    }
}
