import Amendments
import Ledger
import Terms

// Days of deals in goods, credit, shares and services, each stated by a field of its own.
extension TermScan {
    /// What may be done up to a day, and what comes about on one.
    var dealLimits: [Deadline] {
        Self.lastDays.flatMap { lastDays(of: $0, $1) + awaitedLimit($0, $1) }
            + Self.days.flatMap { openings(by: $0, $1) + awaitedLimit($0, $1) }
    }

    private static let lastDays: [(FieldName, Deadline.What)] = [
        (.available, .availabilityEnds), (.due, .due), (.longStop, .longStop),
        (.purchaseExclusiveUntil, .purchaseExclusivityEnds),
    ]
    private static let days: [(FieldName, Deadline.What)] = [
        (.closing, .closing), (.maturity, .matures), (.release, .release), (.vests, .vests),
    ]

    private func lastDays(of field: FieldName, _ what: Deadline.What) -> [Deadline] {
        endings(by: field).map { ending in
            deadline(
                what, ending.when, basis: ending.basis, causes: ending.causes,
                isTentative: ending.isTentative)
        }
    }

    /// What a milestone that is reached brings about: a payment, where one is promised for it.
    var dueWhenReached: Deadline.What? {
        governed(.amount).isEmpty && governed(.payer).isEmpty ? nil : .payment
    }

    /// What the condition of a sale brings about: the closing, where the sale states no day for it.
    var dueWhenFree: Deadline.What? { governed(.closing).isEmpty ? .closing : nil }
}
