import Amendments
import Ledger
import Terms

/// Something granted or done that a holdback or a covenant not to compete forbids.
public struct Holdback: ConflictRule {
    public let name = RuleName.holdback
    public let source = "film rights avails: holdbacks collide on duration, territory and media"
    public let summary = "a grant to, or by, a party that bound itself to stay out of that ground"

    public let isPairwise = true

    public init() {}

    public func meetings(in scene: Scene) -> [Meeting] {
        let covenants = scene.bound(by: [.nonCompete])
        guard !covenants.isEmpty else { return [] }
        let deals = scene.holdings.filter { Scene.grantKinds.contains($0.term.kind) }
        return covenants.flatMap { covenant in
            deals.compactMap { meeting(of: covenant, with: $0, in: scene) }
        }
    }

    private func meeting(of covenant: Holding, with deal: Holding, in scene: Scene) -> Meeting? {
        guard scene.isNew(covenant, deal), let proofs = Proofs(covenant, deal),
            let protected = proofs.mine.grantee.content,
            proofs.mine.isNarrowed
                || SharedWords.areShared(proofs.mine.subject, proofs.its.subject)
        else { return nil }
        // Dealings with the very party that the covenant protects are no competition with it.
        if proofs.its.grantor == .known(protected) || proofs.its.grantee == .known(protected) {
            return nil
        }
        let bearer = deal.isGranted(by: scene.party).or(deal.isGranted(to: scene.party))
        guard bearer != .disjoint else { return nil }
        let who = DimensionProof(
            .grantor, scene.party.text,
            "\(Proofs.text(proofs.its.grantor)) to \(Proofs.text(proofs.its.grantee))", bearer,
            bearer == .overlap ? "the party that is bound" : "who takes part is not known")
        let meeting = Meeting(
            rule: name, sides: [covenant, deal],
            proofs: [who, proofs.act] + proofs.scopes + [proofs.interval],
            resolution: Settlement.of(covenant, against: deal), partyInRisk: scene.party)
        return meeting.certainty == nil ? nil : meeting
    }
}

extension Overlap {
    /// Either is enough.
    fileprivate func or(_ other: Overlap) -> Overlap {
        if self == .overlap || other == .overlap { return .overlap }
        return self == .unknown || other == .unknown ? .unknown : .disjoint
    }
}
