import Amendments
import Ledger
import Terms

/// A duty to do with one party what an exclusive right reserves to another.
///
/// Obligation and prohibition of one act by one bearer contradict each other; where the acts differ but
/// one carries the other, they do so by implication.
public struct ProhibitionAgainstDuty: ConflictRule {
    public let name = RuleName.prohibitionAgainstDuty
    public let source =
        "norm conflicts in contracts: Aires et al. 2017 (AI & Law 25:397); Pace 2020, different acts"
    public let summary = "a duty towards one party to do what is reserved to another"

    public let isPairwise = true

    public init() {}

    public func meetings(in scene: Scene) -> [Meeting] {
        let duties = scene.bound(by: Scene.dutyKinds)
        guard !duties.isEmpty else { return [] }
        return scene.exclusiveGrants.flatMap { exclusive in
            duties.compactMap { duty -> Meeting? in
                guard scene.isNew(exclusive, duty), let proofs = Proofs(exclusive, duty),
                    isWorthALook(proofs)
                else { return nil }
                let meeting = Meeting(
                    rule: name, sides: [exclusive, duty],
                    proofs: proofs.ground + [proofs.shutsOut]
                        + [proofs.exception].compactMap(\.self),
                    resolution: Settlement.of(exclusive, against: duty), partyInRisk: scene.party)
                return meeting.certainty == nil ? nil : meeting
            }
        }
    }

    /// What is bought is told in words alone: pairs whose words have nothing in common are left aside.
    private func isWorthALook(_ proofs: Proofs) -> Bool {
        proofs.its.act != .buy || proofs.mine.act == .buy
            || SharedWords.areShared(proofs.mine.subject, proofs.its.subject)
    }
}
