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
    private static let deals: Set<TermKind> = PartyContext.grantKinds.union([
        .minimumCommitment, .volumeCommitment, .option, .supply, .sale, .warrant,
    ])

    public func findings(in context: PartyContext) -> [Finding] {
        let first = context.bound(by: Self.asking.union([.firstAvailability]))
        guard !first.isEmpty else { return [] }
        let deals = context.bound(by: Self.deals)
        return first.flatMap { right in
            deals.compactMap { finding(of: right, with: $0, in: context) }
        }
    }

    private func finding(of right: TermPeriod, with deal: TermPeriod, in context: PartyContext)
        -> Finding?
    {
        guard context.isNew(right, deal), deal.liveSince >= right.presentSince,
            let proofs = context.proofs(right, deal)
        else {
            return nil
        }
        let isLaunch = right.term.kind == .firstAvailability
        guard !isLaunch || deal.term.kind == .distribution else { return nil }
        let subject = isLaunch ? [proofs.act, proofs.scope(.products)] : [proofs.subject]
        var settlement = Settlement.of(proofs)
        settlement.settle(declined(right, before: deal))
        var finding = Finding(
            name, proofs,
            [proofs.grantor, proofs.grantee] + subject + [proofs.interval]
                + [process(of: right, before: deal)],
            settledBy: settlement, partyInRisk: context.party)
        if isLaunch {
            finding?.notes.append("nothing on record says where it was launched first")
        } else if !proofs.isWorthALook {
            finding?.isFaint = true
        }
        return finding
    }

    private func process(of right: TermPeriod, before deal: TermPeriod) -> DimensionProof {
        let holder = right.termScope.map { Proofs.text($0.grantee) } ?? "the holder"
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
    private func declined(_ right: TermPeriod, before deal: TermPeriod) -> Resolution? {
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
