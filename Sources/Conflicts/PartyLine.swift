import Ledger
public import Terms

/// Who stands in the place of a party on one day, and whose place that was before.
///
/// A succession is recorded in one agreement. Whether it reaches rights under another, nothing says: so a
/// party and its successor are neither one nor two. Nor are a group and its member, which is bound through the group
/// for a part that the record does not know.
public struct PartyLine: Hashable, Sendable {
    public let now: PartyID
    /// Those it stands in for, the first first; empty where none was succeeded.
    public let former: [PartyID]
    /// False where an imprecise day leaves open whether the last succession has taken effect.
    let isSure: Bool
    /// Of a group, who is in it, or may be.
    public let members: [PartyID]
    /// Whether others may be in it whom the record does not name.
    let mayHaveOthers: Bool

    /// - Parameter place: who came into the place of the party, or is in the group; nil where it stands in it itself.
    init(_ party: PartyID, _ place: PartyPlace?) {
        now = place?.holder ?? party
        former = place?.formerHolders ?? []
        isSure = place?.isCertain ?? true
        members = place?.members ?? []
        mayHaveOthers = place?.mayHaveOthers ?? false
    }

    /// Everyone in it.
    public var all: [PartyID] { former + [now] + members }

    /// Whether it is that party; unknown where it took that party's place, or may not have, and for a member of a
    /// group.
    func matches(_ party: PartyID) -> Truth {
        if now == party { return isSure ? .yes : .unknown }
        return all.contains(party) || mayHaveOthers ? .unknown : .no
    }

    /// Whether both are one person; unknown where one took the place of the other in one agreement, or is a member of
    /// the other.
    func isSame(as other: PartyLine) -> Truth {
        if now == other.now, isSure, other.isSure { return .yes }
        if mayHaveOthers || other.mayHaveOthers { return .unknown }
        return Set(all).isDisjoint(with: other.all) ? .no : .unknown
    }

    /// Why it is not known whether both are one.
    func doubt(against other: PartyLine) -> String {
        if mayHaveOthers || other.mayHaveOthers, Set(all).isDisjoint(with: other.all) {
            return "one is a group of which not every member is known"
        }
        let isThroughGroup =
            !Set(members).isDisjoint(with: other.all) || !Set(other.members).isDisjoint(with: all)
        return isThroughGroup
            ? "one is a group that the other is in, or both are groups with one member; for how much it is bound"
                + " through the group, none says"
            : "one took the place of the other in one agreement; whether in both, none says"
    }

    /// Such as `z (for a)`.
    var displayText: String {
        former.isEmpty ? now.text : "\(now) (for \(former.map(\.text).joined(separator: ", ")))"
    }
}
