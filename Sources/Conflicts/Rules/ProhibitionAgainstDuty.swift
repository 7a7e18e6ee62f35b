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

    public func meetings(in scene: Scene) -> [Meeting] {
        let duties =
            scene.bound(by: Scene.dutyKinds).map { ($0, demand(ofBound: $0)) }
            + scene.supplied.map { ($0, Self.supply) }
        guard !duties.isEmpty else { return [] }
        return scene.exclusiveGrants.flatMap { exclusive in
            duties.compactMap { meeting(of: exclusive, with: $0, demand: $1, in: scene) }
        }
    }

    private func meeting(
        of exclusive: Holding, with duty: Holding, demand: DimensionProof?, in scene: Scene
    ) -> Meeting? {
        guard scene.isNew(exclusive, duty), let proofs = scene.proofs(exclusive, duty),
            !proofs.areApart
        else { return nil }
        var settlement = Settlement.of(proofs)
        settlement.release(fromSecondOf: proofs)
        var meeting = Meeting(
            name, proofs,
            proofs.ground + [demand].compactMap(\.self) + [proofs.shutsOut],
            settledBy: settlement, partyInRisk: scene.party)
        if !isWorthALook(proofs) { meeting?.isFaint = true }
        return meeting
    }

    /// Whether a term demands of whom it binds that it deal; nil where it does.
    private func demand(ofBound holding: Holding) -> DimensionProof? {
        let why: String? =
            switch holding.term.kind {
            case .primaryProvider, .firstAvailability: "a rank before others is no duty to deal"
            case .volumeCommitment: "whether a quantity is taken or supplied, only words say"
            case _: nil
            }
        return why.map {
            DimensionProof(.support, "reserved", holding.term.kind.rawValue, .unknown, $0)
        }
    }

    private static let supply = DimensionProof(
        .support, "reserved", "to supply what is bought", .unknown,
        "the buyer is bound to buy; whether the supplier is bound to supply, only words say")

    /// What is bought is stated in words alone: pairs whose words have nothing in common are left aside.
    private func isWorthALook(_ proofs: Proofs) -> Bool {
        let isDeal = Scene.commitmentKinds.contains(proofs.its.kind)
        return !isDeal || proofs.act.result == .yes || proofs.isWorthALook
    }
}
