import Amendments
import Ledger
import Terms

/// A right given to a third party over ground that an earlier right shuts.
///
/// A later deal with a third party never overrides an earlier one: it conflicts with it.
public struct LaterGrantUnderExclusive: ConflictRule {
    public let name = RuleName.laterGrantUnderExclusive
    public let source = "film rights avails; no rule of the later law across agreements"
    public let summary = "a later grant to a third party of what an exclusive right covers"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        GrantPair.all(in: context).compactMap { pair in
            guard !pair.areBothKnownToShutOut, !pair.isOtherEarlier else { return nil }
            return pair.finding(name, pair.proofs.shutsOut)
        }
    }
}
