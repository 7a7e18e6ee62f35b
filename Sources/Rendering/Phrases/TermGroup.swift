import Terms

/// What sort of thing terms are about: the headings under which many of them are read.
enum TermGroup: String, CaseIterable, Hashable, Sendable {
    case rights = "Rights granted"
    case distribution = "Supply and distribution"
    case money = "Money"
    case equity = "Equity and investment"
    case priority = "First rights and best terms"
    case restraints = "Restraints"
    case course = "Course of the agreement"
    case others = "Other terms"

    /// The group of a kind.
    init(of kind: TermKind) {
        self =
            switch kind {
            case .licenseGrant, .exclusivity, .ipOwnership, .sunset: .rights
            case .distribution, .hostingProvider, .primaryProvider, .firstAvailability, .supply,
                .serviceLevel:
                .distribution
            case .revenueShare, .royalty, .fee, .cap, .floor, .minimumCommitment, .volumeCommitment,
                .liabilityCap, .creditFacility, .margin, .milestone, .escrow, .indemnity:
                .money
            case .equityStake, .investment, .option, .sale, .warrant, .antiDilution, .governance:
                .equity
            case .firstRefusal, .firstOffer, .firstNegotiation, .mostFavoured: .priority
            case .nonCompete, .nonSolicit, .confidentiality, .publicity, .changeOfControl,
                .assignmentRestriction, .covenant:
                .restraints
            case .termAndRenewal, .terminationRight, .postTermination, .auditRight,
                .governingLaw, .disputeForum, .precedence:
                .course
            case .other: .others
            }
    }
}
