extension TermKind {
    /// The kind that another word of contract teams most likely means: it is proposed, and never taken for it.
    package static func meant(by word: String) -> TermKind? {
        switch word {
        case "licence", "license", "grant": .licenseGrant
        case "mfn", "mfc", "most-favoured-nation", "most-favored-nation": .mostFavoured
        case "nda", "secrecy", "non-disclosure": .confidentiality
        case "coc": .changeOfControl
        case "rofr", "pre-emption", "preemption": .firstRefusal
        case "rofo": .firstOffer
        case "rofn": .firstNegotiation
        case "ip", "ipr", "intellectual-property": .ipOwnership
        case "jurisdiction", "venue", "court", "courts", "arbitration": .disputeForum
        case "applicable-law", "choice-of-law": .governingLaw
        case "sla": .serviceLevel
        case "minimum-guarantee", "guaranteed-minimum", "take-or-pay": .minimumCommitment
        case "limitation-of-liability", "lol": .liabilityCap
        case "duration", "renewal", "expiry": .termAndRenewal
        case "price", "payment": .fee
        case _: nil
        }
    }
}
