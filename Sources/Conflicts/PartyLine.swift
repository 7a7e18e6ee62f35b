import Ledger
public import Terms

/// Who stands in the place of a party on one day, and whose place that was before.
///
/// A succession is recorded in one agreement. Whether it reaches rights under another, nothing says: so a
/// party and its successor are neither one nor two.
public struct PartyLine: Hashable, Sendable {
    public let now: PartyID
    /// Those it stands in for, the first first; empty where none was succeeded.
    public let former: [PartyID]
    /// False where an imprecise day leaves open whether the last succession has taken effect.
    let isSure: Bool

    /// - Parameter place: who came into the place of the party; nil where it stands in it itself.
    init(_ party: PartyID, _ place: PartyPlace?) {
        now = place?.holder ?? party
        former = place.map { [$0.party] + $0.successors.dropLast() } ?? []
        isSure = place?.isCertain ?? true
    }

    /// Everyone in it.
    public var all: [PartyID] { former + [now] }

    /// Whether it is that party; unknown where it took that party's place, or may not have.
    func matches(_ party: PartyID) -> Truth {
        if now == party { return isSure ? .yes : .unknown }
        return former.contains(party) ? .unknown : .no
    }

    /// Whether both are one person; unknown where one took the place of the other in one agreement.
    func isSame(as other: PartyLine) -> Truth {
        if now == other.now, isSure, other.isSure { return .yes }
        return Set(all).isDisjoint(with: other.all) ? .no : .unknown
    }

    /// Such as `z (for a)`.
    var displayText: String {
        former.isEmpty ? now.text : "\(now) (for \(former.map(\.text).joined(separator: ", ")))"
    }
}
