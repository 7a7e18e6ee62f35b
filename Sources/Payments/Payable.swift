public import Ledger
public import Terms

/// The amounts of a term, as known from one vantage.
public struct Payable: Sendable {
    public var term: TermID
    public var kind: TermKind
    /// XXX (ISO 4217: no currency) where no amount is known.
    public var currency: Currency
    /// With what is agreed only.
    public var agreed: Calculation
    /// With reports taken to hold where nothing is agreed; nil where that changes nothing.
    public var reported: Calculation?

    /// What the record says had accrued before the first line.
    public var before: PaidBefore
    /// The same with what reports state; nil where that changes nothing.
    public var beforeAsReported: PaidBefore?
    /// What the record says accrued on the days of the lines; nil for nothing.
    public var meanwhile: AccruedSum?
    /// Of what falls due on days of its own, such as a fee in instalments: what fell due by the last day, less what the record says accrued or was paid by then.
    public var outstanding: Amount?

    /// The amount of a term under given figures; nil for no figures, and where figures of several bases are not of
    /// the same times.
    ///
    /// - Parameters:
    ///   - terms: what is to be paid by, day by day.
    ///   - figures: what is counted of each period, of one base or several.
    ///   - currency: what quantities are priced in; figures of money have their own.
    public init?(_ terms: TermsOfPayment, figures: [Figure], in currency: Currency? = nil) {
        // What a level is held against is no part of what is paid.
        let measured = figures.first { $0.currency != nil && terms.isHeldAgainstMeasure }
        guard let first = measured ?? figures.first,
            let slices = CountedPeriod.Slice.all(of: figures, by: first.base)
        else { return nil }
        let currency =
            figures.compactMap(\.currency).first ?? currency ?? terms.currencies.first ?? .absent
        self.init(
            terms, slices,
            Measure(base: first.base, currency: currency))
    }

    /// The amount of a term that needs no figures from a day to another, both counted; nil where the
    /// last lies before the first.
    public init?(_ terms: TermsOfPayment, from first: Day, to last: Day, in currency: Currency) {
        guard let days = ClosedRange(from: first, to: last) else { return nil }
        self.init(
            terms, [CountedPeriod.Slice(days, figure: nil)],
            Measure(base: nil, currency: currency))
    }

    private init?(_ terms: TermsOfPayment, _ slices: [CountedPeriod.Slice], _ measure: Measure) {
        guard let first = slices.first?.days.lowerBound else { return nil }
        term = terms.term
        kind = terms.kind
        currency = measure.currency
        let last = slices.last?.days.upperBound ?? first
        func calculated(_ reports: ReportUse) -> (PaidBefore, Calculation) {
            let before = PaidBefore(terms, before: first, in: measure.currency, reports)
            return (before, Self.calculation(terms, slices, measure, reports, before))
        }
        let (before, agreed) = calculated(.leftOut)
        (self.before, self.agreed) = (before, agreed)
        let (beforeAsReported, held) = calculated(.takenToHold)
        let isSame = held.lines == agreed.lines && held.total == agreed.total
        reported = isSame ? nil : held
        self.beforeAsReported = before == beforeAsReported ? nil : beforeAsReported
        let now = terms.accrued(by: last, in: measure.currency, .leftOut).sum
        meanwhile = now == before.recorded ? nil : now
        outstanding = Self.outstanding(terms, by: last, measure)
    }

    private static func outstanding(
        _ terms: TermsOfPayment, by last: Day, _ measure: Measure
    ) -> Amount? {
        var reader = PeriodReader(terms, measure: measure, reports: .leftOut)
        guard measure.base == nil,
            let account = InstalmentAccount(terms, &reader, through: Day.first...last)
        else { return nil }
        let (due, paid) = (
            account.due, terms.accrued(by: last, in: measure.currency, .leftOut).amount
        )
        let low = paid.high.map { max(0, due.low - $0) } ?? 0
        return Amount(low, due.high.map { max(low, $0 - paid.low) })
    }

    private static func calculation(
        _ terms: TermsOfPayment, _ slices: [CountedPeriod.Slice], _ measure: Measure,
        _ reports: ReportUse, _ before: PaidBefore
    ) -> Calculation {
        var reader = PeriodReader(terms, measure: measure, reports: reports)
        if measure.base == nil, let slice = slices.first,
            let instalments = InstalmentAccount(terms, &reader, through: slice.days)
        {
            return instalments.fee(slice, paidBefore: before.amount)
        }
        if measure.base == nil, let slice = slices.first,
            reader.isLump(through: slice.days.upperBound)
        {
            let account = PriceAccount(terms, &reader, in: measure.currency, reports)
            return terms.kind == .fee
                ? account.fee(slice, paidBefore: before.amount)
                : account.commitment(slice, paidBefore: before.amount)
        }
        let periods = reader.periods(of: slices)
        // Figures of days before the first line are given nowhere.
        let isFirst =
            slices.first.map { terms.payingDays(before: $0.days.lowerBound).isEmpty } ?? true
        var calculation = Calculation(
            paidBefore: before.possible, counted: isFirst ? .zero : Extent(.zero, nil))
        for period in periods {
            if let recorded = recorded(of: period, terms, measure, reports) {
                calculation.add(period, recorded: recorded)
            } else {
                calculation.add(period)
            }
        }
        return calculation
    }

    /// What the record says accrued in a period, where bounds over all count it and no day of it is missing; nil
    /// otherwise.
    private static func recorded(
        of period: CountedPeriod, _ terms: TermsOfPayment, _ measure: Measure, _ reports: ReportUse
    ) -> Amount? {
        let counts = period.paymentSpans.contains {
            $0.aggregateCap != nil || $0.aggregateFloor != nil
        }
        guard counts, terms.hasAccruals, period.days.lowerBound > .first else { return nil }
        let gap = terms.timeline.accruals(inLifeOf: period.days.upperBound).unrecorded(
            from: period.days.lowerBound, through: period.days.upperBound, in: measure.currency,
            reports: reports == .takenToHold)
        guard gap == nil else { return nil }
        func accrued(by day: Day) -> Amount {
            terms.accrued(by: day, inLifeOf: period.days.upperBound, in: measure.currency, reports)
                .amount
        }
        let (before, after) = (
            accrued(by: period.days.lowerBound.adding(days: -1)),
            accrued(by: period.days.upperBound)
        )
        return Amount(
            max(0, after.low - (before.high ?? after.low)), after.high.map { $0 - before.low })
    }

    /// Whether some bound counts everything that was ever paid, of which the record may know only a part.
    public var countsWhatWasPaidBefore: Bool {
        [agreed, reported].compactMap(\.self).flatMap(\.paymentSpans).contains {
            $0.aggregateCap != nil || $0.aggregateFloor != nil
        }
    }
}
