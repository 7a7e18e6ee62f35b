import Ledger
import Terms

/// Parties in words.
enum PartyPhrase {
    /// `succeeded by d, then by c`; nil where the party stands in its own place.
    static func succession(of party: ConformedParty) -> String? {
        guard !party.successors.isEmpty else { return nil }
        return "succeeded by " + party.successors.map(\.text).joined(separator: ", then by ")
    }
}
