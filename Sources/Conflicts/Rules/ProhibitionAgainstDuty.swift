import Amendments
import Ledger
import Terms

/// A duty to do with one party what an exclusive right reserves to another.
///
/// Obligation and prohibition of one act by one bearer contradict each other; where the acts differ but
/// one carries the other, they do so by implication. A rank before others is no duty to deal, and a commitment to
/// buy binds the buyer: with such a rank, or from the side of the supplier, a finding is possible, never certain.
public struct ProhibitionAgainstDuty: ConflictRule {
    public let name = RuleName.prohibitionAgainstDuty
    public let source =
        "norm conflicts in contracts: Aires et al. 2017 (AI & Law 25:397); Pace 2020, different acts"
    public let summary = "a duty towards one party to do what is reserved to another"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        let duties =
            context.bound(by: PartyContext.dutyKinds).map { ($0, demand(ofBound: $0)) }
            + context.supplied.map { ($0, Self.supply) }
        guard !duties.isEmpty else { return [] }
        return context.exclusiveGrants.flatMap { exclusive in
            duties.compactMap { finding(of: exclusive, with: $0, demand: $1, in: context) }
        }
    }

    private func finding(
        of exclusive: TermPeriod, with duty: TermPeriod, demand: DimensionProof?,
        in context: PartyContext
    ) -> Finding? {
        guard context.isNew(exclusive, duty), let proofs = context.proofs(exclusive, duty),
            !proofs.areApart
        else { return nil }
        var settlement = Settlement.of(proofs)
        settlement.release(fromSecondOf: proofs)
        var finding = Finding(
            name, proofs,
            proofs.ground + [demand].compactMap(\.self) + [proofs.shutsOut],
            settledBy: settlement, partyInRisk: context.party)
        if !isWorthALook(proofs) { finding?.isFaint = true }
        return finding
    }

    /// Whether a term demands of whom it binds that it deal; nil where it does.
    private func demand(ofBound termPeriod: TermPeriod) -> DimensionProof? {
        let why: String? =
            switch termPeriod.term.kind {
            case .primaryProvider, .firstAvailability: "a rank before others is no duty to deal"
            case .volumeCommitment: "whether a quantity is taken or supplied, only words say"
            case _: nil
            }
        return why.map {
            DimensionProof(.support, "reserved", termPeriod.term.kind.rawValue, .unknown, $0)
        }
    }

    private static let supply = DimensionProof(
        .support, "reserved", "to supply what is bought", .unknown,
        "the buyer is bound to buy; whether the supplier is bound to supply, only words say")

    /// What is bought is stated in words alone: pairs whose words have nothing in common are left aside.
    private func isWorthALook(_ proofs: Proofs) -> Bool {
        let isDeal = PartyContext.commitmentKinds.contains(proofs.its.kind)
        return !isDeal || proofs.act.result == .yes || proofs.isWorthALook
    }
}
