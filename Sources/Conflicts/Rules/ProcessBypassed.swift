import Amendments
import Ledger
import Terms

/// A deal with a third party while another had to be asked, offered to, negotiated with or served first.
///
/// Fires for what began while the right was live, without a refusal on record before. That no refusal is
/// on record proves nothing: parties rarely publish one, so the finding is possible, never certain.
public struct ProcessBypassed: ConflictRule {
    public let name = RuleName.processBypassed
    public let source =
        "rights of first refusal, offer and negotiation: a power and a duty of process"
    public let summary =
        "a deal with a third party with no record that the holder of a first right was asked"

    public let isPairwise = true

    public init() {}

    private static let asking: Set<TermKind> = [.firstRefusal, .firstOffer, .firstNegotiation]
    private static let deals: Set<TermKind> = Scene.grantKinds.union([
        .minimumCommitment, .volumeCommitment, .option, .supply, .sale, .warrant,
    ])

    public func meetings(in scene: Scene) -> [Meeting] {
        let first = scene.bound(by: Self.asking.union([.firstAvailability]))
        guard !first.isEmpty else { return [] }
        let deals = scene.bound(by: Self.deals)
        return first.flatMap { right in
            deals.compactMap { meeting(of: right, with: $0, in: scene) }
        }
    }

    private func meeting(of right: Holding, with deal: Holding, in scene: Scene) -> Meeting? {
        guard scene.isNew(right, deal), deal.liveSince >= right.presentSince,
            let proofs = scene.proofs(right, deal)
        else {
            return nil
        }
        let isLaunch = right.term.kind == .firstAvailability
        guard !isLaunch || deal.term.kind == .distribution else { return nil }
        let subject = isLaunch ? [proofs.act, proofs.scope(.products)] : [proofs.subject]
        var settlement = Settlement.of(proofs)
        settlement.settle(declined(right, before: deal))
        var meeting = Meeting(
            name, proofs,
            [proofs.grantor, proofs.grantee] + subject + [proofs.interval]
                + [process(of: right, before: deal)],
            settledBy: settlement, partyInRisk: scene.party)
        if isLaunch {
            meeting?.notes.append("nothing on record says where it was launched first")
        } else if !proofs.isWorthALook {
            meeting?.isFaint = true
        }
        return meeting
    }

    private func process(of right: Holding, before deal: Holding) -> DimensionProof {
        let holder = right.footprint.map { Proofs.text($0.grantee) } ?? "the holder"
        let notices = right.term.remarks.filter { remark in
            if case .noticeGiven = remark.content { return true }
            return false
        }
        let why =
            notices.isEmpty
            ? "no offer to \(holder) and no refusal is on record; it may have been made unseen"
            : "notice was given, but no refusal is on record"
        return DimensionProof(
            .process, "\(holder) comes first", "began \(deal.liveSince)", .unknown, why)
    }

    /// A refusal of the holder by the day the deal began; the holding of that day is not at hand, so the event's
    /// own exact days are compared.
    private func declined(_ right: Holding, before deal: Holding) -> Resolution? {
        for remark in right.term.remarks {
            guard case .optionDeclined(let party) = remark.content,
                let day = remark.event.effective.possibleDays?.through, day <= deal.liveSince,
                right.isGranted(to: party) == .yes
            else { continue }
            return .declined(by: party, remark.event)
        }
        return nil
    }
}
