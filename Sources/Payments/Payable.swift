import Ledger
public import Terms

/// What a term comes to, as known from one vantage.
public struct Payable: Sendable {
    public var term: TermID
    public var kind: TermKind
    /// XXX (ISO 4217: no currency) where no amount is known.
    public var currency: Currency
    /// With what is agreed and told only.
    public var agreed: Calculation
    /// With reports taken to hold where nothing better is told; nil where that changes nothing.
    public var reported: Calculation?

    /// What the record says accrued before the first line, in minor units.
    public var paidBefore: Int128 { agreed.paidBefore }

    /// What a term comes to under given figures; nil for no figures.
    public init?(_ terms: TermsOfPayment, figures: [Figure]) {
        guard let first = figures.first else { return nil }
        self.init(
            terms, figures.map { CountedPeriod.Slice($0) },
            Measure(base: first.base, currency: first.currency))
    }

    /// What a term that needs no figures comes to from a day to another, both counted; nil where the
    /// last lies before the first.
    public init?(_ terms: TermsOfPayment, from first: Day, to last: Day, in currency: Currency) {
        guard first <= last else { return nil }
        self.init(
            terms, [CountedPeriod.Slice(first: first, last: last, figure: nil)],
            Measure(base: nil, currency: currency))
    }

    private init?(_ terms: TermsOfPayment, _ slices: [CountedPeriod.Slice], _ measure: Measure) {
        guard let first = slices.first?.first else { return nil }
        term = terms.term
        kind = terms.kind
        currency = measure.currency
        let before = terms.accrued(by: first.adding(days: -1), in: measure.currency)
        func calculated(_ reports: ReportUse) -> Calculation {
            var reader = PeriodReader(terms, measure: measure, reports: reports)
            var calculation = Calculation(paidBefore: before)
            for period in reader.periods(of: slices) { calculation.add(period) }
            return calculation
        }
        agreed = calculated(.leftOut)
        let held = calculated(.takenToHold)
        reported = held.lines == agreed.lines ? nil : held
    }

    /// Whether some bound counts everything that was ever paid, of which the record may know only a part.
    public var countsWhatWasPaidBefore: Bool {
        [agreed, reported].compactMap(\.self).flatMap(\.stretches).contains {
            $0.aggregateCap != nil || $0.aggregateFloor != nil
        }
    }
}
