import Amendments
import Ledger
import Terms

/// A duty to do with one party what an exclusive right reserves to another.
///
/// Obligation and prohibition of one act by one bearer contradict each other; where the acts differ but
/// one carries the other, they do so by implication. A rank before others is no duty to deal: with such a
/// term a finding is possible, never certain.
public struct ProhibitionAgainstDuty: ConflictRule {
    public let name = RuleName.prohibitionAgainstDuty
    public let source =
        "norm conflicts in contracts: Aires et al. 2017 (AI & Law 25:397); Pace 2020, different acts"
    public let summary = "a duty towards one party to do what is reserved to another"

    public let isPairwise = true

    public init() {}

    private static let ranks: Set<TermKind> = [.primaryProvider, .firstAvailability]

    public func meetings(in scene: Scene) -> [Meeting] {
        let duties = scene.bound(by: Scene.dutyKinds)
        guard !duties.isEmpty else { return [] }
        return scene.exclusiveGrants.flatMap { exclusive in
            duties.compactMap { duty -> Meeting? in
                guard scene.isNew(exclusive, duty), let proofs = scene.proofs(exclusive, duty),
                    !proofs.areApart
                else { return nil }
                var meeting = Meeting(
                    name, proofs,
                    proofs.ground + demand(of: duty) + [proofs.shutsOut] + proofs.exceptions,
                    settledBy: Settlement.of(proofs), partyInRisk: scene.party)
                if !isWorthALook(proofs) { meeting?.isFaint = true }
                return meeting
            }
        }
    }

    /// Whether the term demands that anything be done.
    private func demand(of holding: Holding) -> [DimensionProof] {
        guard Self.ranks.contains(holding.term.kind) else { return [] }
        return [
            DimensionProof(
                .support, "reserved", holding.term.kind.rawValue, .unknown,
                "a rank before others is no duty to deal")
        ]
    }

    /// What is bought is stated in words alone: pairs whose words have nothing in common are left aside.
    private func isWorthALook(_ proofs: Proofs) -> Bool {
        let isBought = proofs.its.acts == .known(.only(["buy"]))
        return !isBought || proofs.act.result == .overlap || proofs.isWorthALook
    }
}
