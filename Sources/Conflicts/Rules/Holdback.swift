import Amendments
import Ledger
import Terms

/// Something granted or done that a holdback or a covenant not to compete forbids.
///
/// To give a right, or to hold one, is not yet to do what the covenant forbids: a finding is possible, never
/// certain. A promise to deal with one party only is written as `exclusivity`, which can be certain.
public struct Holdback: ConflictRule {
    public let name = RuleName.holdback
    public let source = "film rights avails: holdbacks collide on duration, territory and media"
    public let summary = "a grant to, or by, a party that undertook to stay out of that field"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        let covenants = context.bound(by: [.nonCompete])
        guard !covenants.isEmpty else { return [] }
        let deals = context.termPeriods.filter { PartyContext.grantKinds.contains($0.term.kind) }
        return covenants.flatMap { covenant in
            deals.compactMap { finding(of: covenant, with: $0, in: context) }
        }
    }

    private func finding(of covenant: TermPeriod, with deal: TermPeriod, in context: PartyContext)
        -> Finding?
    {
        guard context.isNew(covenant, deal), let proofs = context.proofs(covenant, deal) else {
            return nil
        }
        // Dealings with the very party that the covenant protects are no competition with it.
        if let protected = proofs.mine.grantee.content?.now,
            deal.isGranted(by: protected) == .yes || deal.isGranted(to: protected) == .yes
        {
            return nil
        }
        let bearer = deal.isGranted(by: context.party).or(deal.isGranted(to: context.party))
        guard bearer != .no else { return nil }
        let who = DimensionProof(
            .grantor, context.party.text,
            "\(Proofs.text(proofs.its.grantor)) to \(Proofs.text(proofs.its.grantee))", .unknown,
            bearer == .yes
                ? "a right given or held is not yet used" : "who takes part is not known")
        var finding = Finding(
            name, proofs, [who] + proofs.matter,
            settledBy: Settlement.of(proofs), partyInRisk: context.party)
        if bearer == .unknown || !proofs.isWorthALook { finding?.isFaint = true }
        return finding
    }
}
