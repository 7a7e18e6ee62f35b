import Amendments
import Ledger
import Terms

/// A deal that a covenant given to someone else forbids, or that needs someone's consent: a loan on security under a
/// negative pledge, new debt, a disposal.
///
/// Covenants have baskets and permitted exceptions, and consents are rarely published, so a finding is possible, never
/// certain. What was there before the covenant is left aside: it is what the covenant was given upon.
public struct CovenantBroken: ConflictRule {
    public let name = RuleName.covenantBroken
    public let source =
        "negative covenants of LMA and LSTA loans: negative pledge, indebtedness, disposals"
    public let summary = "a later deal that a covenant or a right of consent stands against"

    public let isPairwise = true

    public init() {}

    public func findings(in context: PartyContext) -> [Finding] {
        let restraints = context.bound(by: [.covenant, .governance])
        guard !restraints.isEmpty else { return [] }
        let deals = context.bound(by: [.creditFacility, .sale, .warrant])
        return restraints.flatMap { restraint in
            deals.compactMap { finding(of: restraint, with: $0, in: context) }
        }
    }

    private func finding(of restraint: TermPeriod, with deal: TermPeriod, in context: PartyContext)
        -> Finding?
    {
        guard context.isNew(restraint, deal), restraint.agreement != deal.agreement,
            deal.liveSince >= restraint.presentSince,
            let proofs = context.proofs(restraint, deal), proofs.grantee.result != .no,
            let act = Self.act(of: proofs)
        else { return nil }
        var finding = Finding(
            name, proofs,
            [proofs.grantor, proofs.grantee, act, proofs.interval, proofs.limits]
                + [proofs.consent, Self.permitted(by: restraint), proofs.evidence],
            settledBy: Settlement.of(proofs), partyInRisk: context.party)
        if act.isNotStated { finding?.isFaint = true }
        return finding
    }

    /// Whether the deal is what the restraint is about; nil for a restraint that forbids no deal.
    private static func act(of proofs: Proofs) -> DimensionProof? {
        let (restraint, deal) = (proofs.first, proofs.second.term)
        let word = FieldReader(term: restraint.term)
            .value(restraint.term.kind == .covenant ? .covenant : .right)?.content?.displayText
        switch word {
        case "negative-pledge": return deal.kind == .creditFacility ? secured(deal) : nil
        case "indebtedness": return deal.kind == .creditFacility ? met("new debt", deal) : nil
        case "disposals": return deal.kind == .sale ? met("a disposal", deal) : nil
        case "consent", "veto": return proofs.act
        default: return nil
        }
    }

    private static func met(_ what: String, _ deal: ConformedTerm) -> DimensionProof {
        DimensionProof(.act, what, deal.kind.rawValue, .yes, "the covenant is about \(what)")
    }

    private static func secured(_ deal: ConformedTerm) -> DimensionProof {
        let reader = FieldReader(term: deal)
        let (said, result, why): (String, Truth, String) =
            switch reader.value(.security) {
            case .known(let value)?: (value.displayText, .yes, "it is secured")
            case .unknown(let said, let why)?: (said, .unknown, why)
            case nil where deal.field(.security) != nil: ("none", .no, "it is not secured")
            case nil: (FieldReader.notStated, .unknown, FieldReader.notStated)
            }
        return DimensionProof(.act, "no security", said, result, why)
    }

    /// A consent on record is named: whether it covers the deal, only its words say.
    private static func permitted(by restraint: TermPeriod) -> DimensionProof {
        let given = restraint.term.remarks.compactMap(\.consentInWords)
        let why =
            switch (restraint.term.kind, given.isEmpty) {
            case (_, false): "whether the consent on record covers it, only its words say"
            case (.covenant, true): "what is permitted all the same, only its words say"
            case (_, true): "no consent is on record; it may have been given unseen"
            }
        return DimensionProof(
            .process, restraint.term.kind.rawValue, given.joined(separator: "; "), .unknown, why)
    }
}
