import Amendments
import Ledger
import Terms

/// Two grants of one party, at least one of which excludes others or may do so.
struct GrantPair {
    /// The one that excludes others, and the other; of two that do, the earlier first.
    let proofs: Proofs
    let party: PartyID

    var protected: TermPeriod { proofs.first }
    var other: TermPeriod { proofs.second }

    /// Every pair around the party that is new and not plainly apart, once.
    static func all(in context: PartyContext) -> [GrantPair] {
        // What the party does itself is no grant to a third: see `GrantorsOwnUse`.
        let grants = context.grants.filter { $0.isGranted(to: context.party) != .yes }
        let restrictive = grants.indices.filter {
            grants[$0].termScope?.exclusivity != .known(.nonExclusive)
        }
        let fresh = grants.indices.filter { grants[$0].days.from == context.day }
        let mayShutOut = Set(restrictive)
        return restrictive.flatMap { one in
            let others = grants[one].days.from == context.day ? Array(grants.indices) : fresh
            return others.compactMap { two -> GrantPair? in
                guard one != two, !grants[one].isSameTerm(as: grants[two]) else { return nil }
                // Of two that both may exclude others, each pair is found once, from its protected side.
                if mayShutOut.contains(two), !isProtected(grants[one], over: grants[two]) {
                    return nil
                }
                guard let proofs = context.proofs(grants[one], grants[two]), !proofs.areApart else {
                    return nil
                }
                return GrantPair(proofs: proofs, party: context.party)
            }
        }
    }

    /// Which of two is protected: one that surely excludes others before one that may, else the earlier.
    private static func isProtected(_ one: TermPeriod, over two: TermPeriod) -> Bool {
        let (left, right) = (isKnown(one), isKnown(two))
        if left != right { return left }
        return (one.exclusiveSince, one.agreement, one.term.identity)
            < (two.exclusiveSince, two.agreement, two.term.identity)
    }

    private static func isKnown(_ termPeriod: TermPeriod) -> Bool {
        switch termPeriod.termScope?.exclusivity {
        case .known(let word)?: word.shutsOut == .yes
        case .unknown?, nil: false
        }
    }

    var areBothKnownToShutOut: Bool { Self.isKnown(protected) && Self.isKnown(other) }

    /// Whether the other grant was made before the protected one excluded others.
    var isOtherEarlier: Bool { other.liveSince < protected.exclusiveSince }

    func finding(
        _ rule: RuleName, _ exclusivity: DimensionProof, settledBy settlement: Settlement? = nil
    ) -> Finding? {
        Finding(
            rule, proofs, proofs.ground + [exclusivity],
            settledBy: settlement ?? Settlement.of(proofs), partyInRisk: party)
    }
}
