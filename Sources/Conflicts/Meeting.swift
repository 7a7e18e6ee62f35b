import Amendments
import Terms

/// What a rule finds on a run of days: the sides and the proofs, before days and citations are added.
public struct Meeting {
    let rule: RuleName
    /// The protected side first.
    let sides: [Holding]
    let proofs: [DimensionProof]
    var resolution: Resolution?
    var partyInRisk: PartyID?
    var notes: [String] = []

    /// nil when it is proved that the sides do not meet.
    var certainty: Certainty? {
        switch proofs.map(\.result).all() {
        case .overlap: .certain
        case .unknown: .possible
        case .disjoint: nil
        }
    }
}
