import Amendments
public import Ledger
import Terms

extension Footprint {
    /// Makes the footprint of a term of a conformed copy; nil for a kind that grants, binds and promises
    /// nothing to anybody.
    public init?(_ term: ConformedTerm, in copy: ConformedCopy) {
        guard let roles = Roles(term.kind) else { return nil }
        let reader = FieldReader(term: term)
        agreement = copy.agreement
        kind = term.kind
        grantor = reader.party(roles.grantor, in: copy)
        grantee = reader.party(roles.grantee, in: copy)
        act = roles.act ?? reader.act()
        products = reader.tags(term.kind == .hostingProvider ? .workloads : .products)
        fields = reader.tags(.fields)
        territories = reader.tags(.territories)
        channels =
            term.kind == .firstAvailability ? reader.channelInWords() : reader.tags(.channels)
        customers = reader.tags(.customers)
        exclusivity = reader.exclusivity()
        interval =
            term.status == .indeterminate
            ? .unknown(
                said: "perhaps in force", why: "its dates are too imprecise to say whether it holds"
            )
            : .known(term.status == .inForce)
        subject = reader.words()
    }
}

/// Which fields of a kind say who gives and who gets, and what is done.
private struct Roles {
    let grantor: FieldName
    let grantee: FieldName
    /// nil where the term tells it in words.
    let act: Act?

    init?(_ kind: TermKind) {
        switch kind {
        case .licenseGrant: self.init(.grantor, .grantee, .use)
        case .distribution: self.init(.grantor, .distributor, .distribute)
        case .hostingProvider, .primaryProvider: self.init(.customer, .provider, .host)
        case .exclusivity, .nonCompete: self.init(.obligor, .beneficiary, nil)
        case .firstAvailability: self.init(.obligor, .beneficiary, .distribute)
        case .firstRefusal, .firstOffer, .firstNegotiation: self.init(.grantor, .holder, nil)
        case .minimumCommitment, .volumeCommitment: self.init(.obligor, .beneficiary, .buy)
        case .mostFavoured: self.init(.obligor, .beneficiary, .any)
        case .option: self.init(.grantor, .holder, nil)
        case .revenueShare, .royalty, .fee: self.init(.payer, .payee, .any)
        case .equityStake: self.init(.issuer, .holder, .any)
        case .assignmentRestriction, .auditRight, .cap, .changeOfControl, .confidentiality,
            .disputeForum, .floor, .governingLaw, .investment, .ipOwnership, .liabilityCap,
            .precedence,
            .nonSolicit, .other, .postTermination, .publicity, .sunset, .termAndRenewal,
            .terminationRight:
            return nil
        }
    }

    init(_ grantor: FieldName, _ grantee: FieldName, _ act: Act?) {
        self.grantor = grantor
        self.grantee = grantee
        self.act = act
    }
}
