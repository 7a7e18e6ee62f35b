import Ledger
public import Terms

/// What a term comes to under given figures, as known from one vantage.
public struct Payable: Sendable {
    public var term: TermID
    public var kind: TermKind
    public var currency: Currency
    /// With what is agreed and told only.
    public var agreed: Calculation
    /// With reports taken to hold where nothing better is told; nil where that changes nothing.
    public var reported: Calculation?
    /// What the record says accrued before the first figure, in minor units.
    public var paidBefore: Int128

    /// Returns nil for no figures.
    public init?(_ terms: TermsOfPayment, figures: [Figure]) {
        guard let first = figures.first else { return nil }
        term = terms.term
        kind = terms.kind
        currency = first.currency
        let before = terms.accrued(by: first.first.adding(days: -1), in: first.currency)
        paidBefore = before
        func calculated(_ reports: ReportUse) -> Calculation {
            var calculation = Calculation(paidBefore: before)
            for figure in figures {
                calculation.add(figure, under: terms.stretches(of: figure, reports: reports))
            }
            return calculation
        }
        agreed = calculated(.leftOut)
        let held = calculated(.takenToHold)
        reported = held.lines == agreed.lines ? nil : held
    }
}
