import Amendments
import Ledger
import Terms

extension TermScope {
    /// Makes the footprint of a term of a conformed copy; nil for a kind that grants, binds and promises
    /// nothing to anybody.
    init?(_ term: ConformedTerm, in copy: ConformedCopy, of reading: AgreementReading) {
        guard let roles = Roles(term.kind) else { return nil }
        let reader = FieldReader(term: term)
        let timeline = reading.term(term.identity)
        agreement = copy.agreement
        kind = term.kind
        grantor = reader.party(roles.grantor)
        grantee = reader.party(roles.grantee)
        acts = roles.acts.map { .known($0) } ?? reader.acts()
        products = reader.tags(term.kind == .hostingProvider ? .workloads : .products)
        subjects = reader.subjects(products: products)
        fields = reader.tags(.fields)
        territories = reader.tags(.territories)
        channels = reader.channels()
        customers = reader.tags(.customers)
        exclusivity = reader.exclusivity(in: copy)
        counterExclusivity = reader.purchaseExclusivity(in: copy)
        interval = reader.interval(in: copy, of: timeline)
        limits = reader.limits()
        doubt = reader.doubt(on: copy.vantage.on, in: timeline)
        words = reader.words()
    }
}

extension TermScope {
    /// The same deal from the side of whom it is given to: what one buys, the other sells, and how far each binds
    /// itself to the other alone is its own.
    var otherSide: TermScope {
        var side = self
        (side.grantor, side.grantee) = (grantee, grantor)
        (side.exclusivity, side.counterExclusivity) = (counterExclusivity, exclusivity)
        if acts == .known(.only(["buy"])) {
            side.acts = .known(.only(["sell"]))
        } else if acts == .known(.only(["sell"])) {
            side.acts = .known(.only(["buy"]))
        }
        return side
    }
}

/// Which fields of a kind say who gives and who gets, and what is done.
private struct Roles {
    let grantor: FieldName
    let grantee: FieldName
    /// nil where the term itself says so.
    let acts: TagSet?

    init?(_ kind: TermKind) {
        switch kind {
        case .licenseGrant: self.init(.grantor, .grantee, .only(["use"]))
        case .distribution: self.init(.grantor, .distributor, .only(["distribute"]))
        case .hostingProvider, .primaryProvider: self.init(.customer, .provider, .only(["host"]))
        case .exclusivity, .nonCompete: self.init(.obligor, .beneficiary, nil)
        case .firstAvailability: self.init(.obligor, .beneficiary, .only(["distribute"]))
        case .firstRefusal, .firstOffer, .firstNegotiation: self.init(.grantor, .holder, nil)
        case .minimumCommitment, .volumeCommitment:
            self.init(.obligor, .beneficiary, .only(["buy"]))
        case .mostFavoured: self.init(.obligor, .beneficiary, .all)
        case .option: self.init(.grantor, .holder, nil)
        case .revenueShare, .royalty, .fee: self.init(.payer, .payee, .all)
        case .equityStake: self.init(.issuer, .holder, .all)
        case .supply: self.init(.supplier, .buyer, .only(["sell"]))
        case .sale: self.init(.seller, .buyer, .only(["sell"]))
        case .warrant: self.init(.issuer, .holder, .only(["issue"]))
        case .creditFacility: self.init(.borrower, .lender, .only(["borrow"]))
        case .covenant: self.init(.obligor, .beneficiary, nil)
        case .governance: self.init(.issuer, .holder, nil)
        case .antiDilution, .assignmentRestriction, .auditRight, .cap, .changeOfControl,
            .confidentiality, .disputeForum, .escrow, .floor, .governingLaw, .indemnity,
            .investment, .ipOwnership, .liabilityCap, .margin, .milestone, .nonSolicit, .other,
            .postTermination, .precedence, .publicity, .serviceLevel, .sunset, .termAndRenewal,
            .terminationRight:
            return nil
        }
    }

    init(_ grantor: FieldName, _ grantee: FieldName, _ acts: TagSet?) {
        self.grantor = grantor
        self.grantee = grantee
        self.acts = acts
    }
}
