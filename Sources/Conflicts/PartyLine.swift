public import Terms

/// Who stands in the place of a party on one day, and whose place that was before.
///
/// A succession is recorded in one agreement. Whether it reaches rights under another, nothing says: so a
/// party and its successor are neither one nor two.
public struct PartyLine: Hashable, Sendable {
    public let now: PartyID
    /// Those it stands in for, the first first; empty where nobody was succeeded.
    public let former: [PartyID]

    public init(_ now: PartyID, former: [PartyID] = []) {
        self.now = now
        self.former = former
    }

    /// Everyone in it.
    public var all: [PartyID] { former + [now] }

    /// Whether it is that party; unknown where it took that party's place.
    func matches(_ party: PartyID) -> Overlap {
        if now == party { return .overlap }
        return former.contains(party) ? .unknown : .disjoint
    }

    /// Whether both are one person; unknown where one took the place of the other in one agreement.
    func isSame(as other: PartyLine) -> Overlap {
        if now == other.now { return .overlap }
        return Set(all).isDisjoint(with: other.all) ? .disjoint : .unknown
    }

    /// Such as `z (for a)`.
    var displayText: String {
        former.isEmpty ? now.text : "\(now) (for \(former.map(\.text).joined(separator: ", ")))"
    }
}
