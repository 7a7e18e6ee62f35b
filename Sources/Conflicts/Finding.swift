import Amendments
import Terms

/// What a rule finds on a run of days: the sides and the proofs, before days and citations are added.
public struct Finding {
    let rule: RuleName
    /// The protected side first.
    let sides: [TermPeriod]
    let proofs: [DimensionProof]
    var resolution: Resolution?
    var partyInRisk: PartyID?
    var notes: [String] = []
    /// Too little is known to call it a conflict of anybody: a party is not named, or nothing but the parties
    /// is known to have to do with each other.
    var isFaint = false

    /// nil when it is proved that the sides do not meet.
    var certainty: Certainty? {
        switch proofs.map(\.result).all() {
        case .yes: .certain
        case .unknown: .possible
        case .no: nil
        }
    }
}

extension Finding {
    /// A finding about two terms with what settles it or makes it doubtful; nil where they are apart.
    init?(
        _ rule: RuleName, _ pair: Proofs, _ proofs: [DimensionProof],
        settledBy settlement: Settlement,
        partyInRisk: PartyID
    ) {
        self.rule = rule
        sides = [pair.first, pair.second]
        self.proofs = proofs + pair.exceptions(beside: settlement) + settlement.doubts
        resolution = settlement.resolution
        self.partyInRisk = partyInRisk
        notes = settlement.notes
        isFaint = pair.mine.isPartyUnknown || pair.its.isPartyUnknown || pair.isFarFetched
        if certainty == nil { return nil }
    }
}
