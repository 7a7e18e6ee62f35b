import Amendments
import Ledger
import Terms

extension Stretch {
    /// What is waived in words: how much of it is not known.
    public struct Waiver: Hashable, Sendable {
        /// The payee's: the sums themselves may fall away.
        public var reachesSums = false
        /// The payer's: caps may no longer hold.
        public var reachesCaps = false
        /// Who waived what.
        public var reasons: [String] = []
        /// By which events.
        var events: [EventReference] = []
    }
}

extension Stretch.Waiver {
    /// What the payee or the payer gave up, which words alone delimit; nil for nothing.
    init?(_ waivers: [Remark], of term: ConformedTerm, in copy: ConformedCopy) {
        for waiver in waivers {
            guard case .waived(let party, let extent, _) = waiver.content else { continue }
            let side = Side(of: party, in: term, copy)
            if side != .payer { reachesSums = true }
            if side != .payee { reachesCaps = true }
            events.append(waiver.event.reference)
            reasons.append(
                "\(party) waived \"\(extent)\" (\(waiver.event.reference)): what falls away is stated "
                    + "in words")
        }
        if reasons.isEmpty { return nil }
    }

    private enum Side {
        case payer, payee, unknown

        init(of party: PartyID, in term: ConformedTerm, _ copy: ConformedCopy) {
            func isParty(_ names: [FieldName]) -> Bool {
                names.compactMap(term.field).contains { field in
                    guard case .stated(.party(let id))? = copy.settled(field, .leftOut) else {
                        return false
                    }
                    return id == party
                        || field.places.place(of: id)?.successors.contains(party) ?? false
                }
            }
            if isParty([.payee, .beneficiary]) {
                self = .payee
            } else {
                self = isParty([.payer, .obligor]) ? .payer : .unknown
            }
        }
    }
}
