import Amendments
import Ledger
import Terms

/// The grantor of an exclusive right does itself what it gave to another alone.
///
/// *Exclusive* keeps even the grantor out, *sole* does not. A right that the holder itself gives back
/// is no conflict: it is consent.
public struct GrantorsOwnUse: ConflictRule {
    public let name = RuleName.grantorsOwnUse
    public let source = "the ladder of exclusivity: exclusive excludes the grantor, sole does not"
    public let summary = "the grantor of an exclusive (not sole) right holds a right to do the same"

    public let isPairwise = true

    public init() {}

    public func meetings(in scene: Scene) -> [Meeting] {
        let own = scene.holdings.filter {
            Scene.grantKinds.contains($0.term.kind) && $0.isGranted(to: scene.party) == .overlap
        }
        return scene.exclusiveGrants.flatMap { exclusive in
            own.compactMap { meeting(of: exclusive, with: $0, in: scene) }
        }
    }

    private func meeting(of exclusive: Holding, with own: Holding, in scene: Scene) -> Meeting? {
        guard scene.isNew(exclusive, own), !exclusive.isSameTerm(as: own),
            let proofs = Proofs(exclusive, own),
            exclusive.isGranted(by: scene.party) == .overlap
        else { return nil }
        if let holder = proofs.mine.grantee.content, own.isGranted(by: holder) != .disjoint {
            return nil
        }
        // A right held from somebody else before is what the exclusive one was made from.
        if own.isGranted(by: scene.party) != .overlap, own.liveSince <= exclusive.liveSince {
            return nil
        }
        let proof = proofs.exclusivity(ofFirst: proofs.mine.exclusivity) { word in
            switch word {
            case .exclusive: .overlap
            case .sole, .nonExclusive: .disjoint
            case .coExclusive: .unknown
            }
        }
        let itself = DimensionProof(
            .grantee, Proofs.text(proofs.mine.grantee), scene.party.text, .overlap,
            "the grantor itself")
        let meeting = Meeting(
            rule: name, sides: [exclusive, own],
            proofs: [itself, proofs.act] + proofs.scopes + [proofs.interval, proof]
                + [proofs.exception].compactMap(\.self),
            resolution: Settlement.of(exclusive, against: own), partyInRisk: scene.party)
        return meeting.certainty == nil ? nil : meeting
    }
}
