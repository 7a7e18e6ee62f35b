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

    public func meetings(in scene: Scene) -> [Meeting] {
        GrantPair.all(in: scene).compactMap { pair in
            guard pair.areBothKnownToShutOut,
                let proofs = Proofs(pair.protected, pair.other)
            else { return nil }
            return pair.meeting(name, proofs.ground + [proofs.bothShutOut], proofs.exception)
        }
    }
}
