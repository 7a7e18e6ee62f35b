import Amendments
import Ledger
public import Terms

extension PaymentSpan {
    /// What is waived: in words, of which it is not known how much they cover, or the whole of some days.
    public struct Waiver: Hashable, Sendable {
        /// The payee's: the sums themselves may fall away.
        public var reachesSums = false
        /// The payer's: caps may no longer hold.
        public var reachesCaps = false
        /// The days whose sums surely fall away, a run for each waiver that says so.
        public var whole: [ClosedRange<Day>] = []
        /// Who waived what.
        public var reasons: [String] = []
        /// By which events.
        var events: [EventReference] = []
    }
}

extension PaymentSpan.Waiver {
    /// What the payee or the payer gave up; nil for nothing.
    init?(_ waivers: [Remark], of term: ConformedTerm, in copy: ConformedCopy) {
        for waiver in waivers {
            guard case .waived(let party, let extent, _) = waiver.content else { continue }
            let side = Side(of: party, in: term, copy)
            let payload = waiver.event.event.payload as? RightWaived
            let obligations = payload?.obligations ?? []
            let sums = side != .payer && !obligations.isOnly(of: [.cap, .capPeriod])
            let caps = side != .payee && !obligations.isOnly(of: [.rate, .amount])
            guard sums || caps else { continue }
            if sums { reachesSums = true }
            if caps { reachesCaps = true }
            events.append(waiver.event.reference)
            if side == .payee, let days = payload?.wholeDays, waiver.event.effective.isPlainDay {
                whole.append(days)
                reasons.append(
                    "\(party) waived all of it from \(days.lowerBound) through \(days.upperBound) "
                        + "(\(waiver.event.reference))")
            } else {
                reasons.append(
                    "\(party) waived \"\(extent)\" (\(waiver.event.reference)): what falls away "
                        + "is stated in words")
            }
        }
        if reasons.isEmpty { return nil }
    }

    /// Whether the sums of all those days surely fall away.
    func isWhole(of days: ClosedRange<Day>) -> Bool {
        whole.contains { $0.lowerBound <= days.lowerBound && days.upperBound <= $0.upperBound }
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
            if isParty(term.kind.payees) {
                self = .payee
            } else {
                self = isParty(term.kind.payers) ? .payer : .unknown
            }
        }
    }
}

extension Remark {
    /// Whether it may be about what accrues on a day: a waiver of other days is not.
    func mayConcern(_ day: Day) -> Bool {
        guard let waiver = event.event.payload as? RightWaived, let period = waiver.period,
            period.isPlaced
        else { return true }
        return period.days.contains(day)
    }
}

extension RightWaived {
    /// The days of which everything is given up, towards everybody and for good; nil where there are none, or words
    /// say how much.
    fileprivate var wholeDays: ClosedRange<Day>? {
        guard share == .whole, obligations.isEmpty, scope.isEmpty, towards.isEmpty, lasts == nil,
            let period, period.isPlaced, let first = period.earliest, let last = period.latest
        else { return nil }
        return first...last
    }
}

extension [FieldName] {
    /// Whether it names fields, and none but these.
    fileprivate func isOnly(of fields: [FieldName]) -> Bool {
        !isEmpty && allSatisfy(fields.contains)
    }
}

extension DateBound {
    /// Whether it is one day that is known.
    fileprivate var isPlainDay: Bool {
        guard case .on(let date) = self else { return false }
        return date.isExact && date.qualifier == .none
    }
}
