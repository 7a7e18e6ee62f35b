import Amendments
import Ledger
import Terms

/// The grantor of an exclusive right does itself what it gave to another alone.
///
/// *Exclusive* keeps even the grantor out, *sole* does not, whatever else it leaves out. A right that the
/// holder itself gives back is no conflict: it is consent. The grantor's own use is written as a grant of the
/// party to itself; a right that it holds from someone else is another's property, and need not be used.
public struct GrantorsOwnUse: ConflictRule {
    public let name = RuleName.grantorsOwnUse
    public let source = "the ladder of exclusivity: exclusive excludes the grantor, sole does not"
    public let summary = "the grantor of an exclusive (not sole) right holds a right to do the same"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        let own = context.termPeriods.filter {
            PartyContext.grantKinds.contains($0.term.kind)
                && $0.isGranted(to: context.party) == .yes
        }
        return context.exclusiveGrants.flatMap { exclusive in
            own.compactMap { finding(of: exclusive, with: $0, in: context) }
        }
    }

    private func finding(of exclusive: TermPeriod, with own: TermPeriod, in context: PartyContext)
        -> Finding?
    {
        guard context.isNew(exclusive, own), !exclusive.isSameTerm(as: own),
            let proofs = context.proofs(exclusive, own),
            exclusive.isGranted(by: context.party) == .yes
        else { return nil }
        if let holder = proofs.mine.grantee.content, own.isGranted(by: holder.now) != .no {
            return nil
        }
        let isItsOwn = own.isGranted(by: context.party) == .yes
        // A right held from someone else before is what the exclusive one was made from.
        if !isItsOwn, own.liveSince <= exclusive.liveSince { return nil }
        let shutsOut = proofs.exclusivity(ofFirst: proofs.mine.exclusivity) { word in
            switch word {
            case .exclusive: .yes
            case .sole, .nonExclusive: .no
            case .coExclusive: .unknown
            }
        }
        let itself = DimensionProof(
            .grantee, Proofs.text(proofs.mine.grantee), context.party.text, .yes,
            "the grantor itself")
        var finding = Finding(
            name, proofs,
            [itself] + proofs.matter + [support(of: proofs, isItsOwn: isItsOwn), shutsOut],
            settledBy: Settlement.of(proofs), partyInRisk: context.party)
        if !isItsOwn, !proofs.isWorthALook { finding?.isFaint = true }
        return finding
    }

    private func support(of proofs: Proofs, isItsOwn: Bool) -> DimensionProof {
        DimensionProof(
            .support, "given by \(Proofs.text(proofs.mine.grantor))",
            "given by \(Proofs.text(proofs.its.grantor))", isItsOwn ? .yes : .unknown,
            isItsOwn
                ? "the grantor's own use"
                : "whether what the one owns is what the other gave, no instrument says")
    }
}
