import Amendments
import Ledger
import Terms

/// An exclusive right given over ground where someone else already held a right that lives on.
///
/// An exclusive right may be given on top of earlier ones only as far as it carves them out; otherwise
/// it promises what was no longer free.
public struct EncumberedExclusive: ConflictRule {
    public let name = RuleName.encumberedExclusive
    public let source =
        "licensing practice: an exclusive licence is subject to earlier licences unless they end"
    public let summary = "an exclusive right over an earlier live grant that it does not carve out"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        GrantPair.all(in: context).compactMap { pair in
            guard !pair.areBothKnownToShutOut, pair.isOtherEarlier else { return nil }
            return pair.finding(name, pair.proofs.shutsOut)
        }
    }
}
