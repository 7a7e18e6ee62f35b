import Amendments
import Ledger
import Terms

/// Two exclusive or sole rights over one ground, given to different parties.
///
/// The same ground cannot be shut for two; whichever was given later is given in breach. Each side is
/// shown with the earlier first.
public struct DoubleExclusive: ConflictRule {
    public let name = RuleName.doubleExclusive
    public let source =
        "film rights avails (blockframes avail.ts): exclusive sales must not overlap"
    public let summary = "two exclusive or sole rights over the same ground, to different parties"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        GrantPair.all(in: context).compactMap { pair in
            guard pair.areBothKnownToShutOut else { return nil }
            return pair.finding(name, pair.proofs.bothShutOut, settledBy: settlement(of: pair))
        }
    }

    /// Of two grants each shuts the other out: one alone that is given up settles nothing for the other. A
    /// covenant that is given up leaves nothing to collide with.
    private func settlement(of pair: GrantPair) -> Settlement {
        var settlement = Settlement.of(pair.proofs)
        switch settlement.resolution {
        case .waiver?, .exception?, .several?: break
        case .declined?, .consent?, .precedence?, .laterAmendment?, nil: return settlement
        }
        guard pair.protected.term.kind != .exclusivity,
            let reversed = pair.proofs.reversed,
            Settlement.releases(of: reversed).resolution == nil
        else { return settlement }
        settlement.resolution = nil
        settlement.doubts.append(
            DimensionProof(
                .waiver, "given up", "not given up", .unknown,
                "the first gave up its exclusivity; the second may still shut the first out"))
        return settlement
    }
}
