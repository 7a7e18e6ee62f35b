public import Notation

/// The kinds of term there are: a closed list, one file each under `Kinds`.
public enum TermKind: String, Hashable, Sendable, CaseIterable {
    case licenseGrant = "license-grant"
    case exclusivity
    case distribution
    case hostingProvider = "hosting-provider"
    case primaryProvider = "primary-provider"
    case firstAvailability = "first-availability"
    case revenueShare = "revenue-share"
    case royalty
    case fee
    case cap
    case floor
    case minimumCommitment = "minimum-commitment"
    case volumeCommitment = "volume-commitment"
    case firstRefusal = "first-refusal"
    case firstOffer = "first-offer"
    case firstNegotiation = "first-negotiation"
    case mostFavoured = "most-favoured"
    case ipOwnership = "ip-ownership"
    case equityStake = "equity-stake"
    case investment
    case option
    case nonCompete = "non-compete"
    case nonSolicit = "non-solicit"
    case confidentiality
    case publicity
    case termAndRenewal = "term-and-renewal"
    case terminationRight = "termination-right"
    case sunset
    case changeOfControl = "change-of-control"
    case assignmentRestriction = "assignment-restriction"
    case auditRight = "audit-right"
    case governingLaw = "governing-law"
    case disputeForum = "dispute-forum"
    case precedence
    case postTermination = "post-termination"
    case liabilityCap = "liability-cap"
    case supply
    case creditFacility = "credit-facility"
    case margin
    case covenant
    case sale
    case milestone
    case governance
    case antiDilution = "anti-dilution"
    case warrant
    case escrow
    case indemnity
    case serviceLevel = "service-level"
    case other

    /// Its fields and how it reads.
    public var definition: TermKindDefinition {
        switch self {
        case .licenseGrant: .licenseGrant
        case .exclusivity: .exclusivity
        case .distribution: .distribution
        case .hostingProvider: .hostingProvider
        case .primaryProvider: .primaryProvider
        case .firstAvailability: .firstAvailability
        case .revenueShare: .revenueShare
        case .royalty: .royalty
        case .fee: .fee
        case .cap: .cap
        case .floor: .floor
        case .minimumCommitment: .minimumCommitment
        case .volumeCommitment: .volumeCommitment
        case .firstRefusal: .firstRefusal
        case .firstOffer: .firstOffer
        case .firstNegotiation: .firstNegotiation
        case .mostFavoured: .mostFavoured
        case .ipOwnership: .ipOwnership
        case .equityStake: .equityStake
        case .investment: .investment
        case .option: .option
        case .nonCompete: .nonCompete
        case .nonSolicit: .nonSolicit
        case .confidentiality: .confidentiality
        case .publicity: .publicity
        case .termAndRenewal: .termAndRenewal
        case .terminationRight: .terminationRight
        case .sunset: .sunset
        case .changeOfControl: .changeOfControl
        case .assignmentRestriction: .assignmentRestriction
        case .auditRight: .auditRight
        case .governingLaw: .governingLaw
        case .disputeForum: .disputeForum
        case .precedence: .precedence
        case .postTermination: .postTermination
        case .liabilityCap: .liabilityCap
        case .supply: .supply
        case .creditFacility: .creditFacility
        case .margin: .margin
        case .covenant: .covenant
        case .sale: .sale
        case .milestone: .milestone
        case .governance: .governance
        case .antiDilution: .antiDilution
        case .warrant: .warrant
        case .escrow: .escrow
        case .indemnity: .indemnity
        case .serviceLevel: .serviceLevel
        case .other: .other
        }
    }

    /// One of the words above.
    public static let codec = Codec<TermKind>.choice("a kind of term") {
        meant(by: $0)
    }

    /// The kind with its article, as `an option`.
    public var withArticle: String {
        let isVowel = rawValue.first.map { "aeiou".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + rawValue
    }
}
