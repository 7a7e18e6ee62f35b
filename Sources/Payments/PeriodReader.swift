import Ledger
import Terms

/// Divides the time asked about into the periods that a term counts, and reads the terms of their days.
struct PeriodReader {
    private let terms: TermsOfPayment
    private let measure: Measure
    private let reports: ReportUse
    /// What was read already, by the first day of its run of days.
    private var pages: [Day: ConformedCopy] = [:]

    init(_ terms: TermsOfPayment, measure: Measure, reports: ReportUse) {
        self.terms = terms
        self.measure = measure
        self.reports = reports
    }

    /// - Parameter slices: in order, without a gap.
    mutating func periods(of slices: [CountedPeriod.Slice]) -> [CountedPeriod] {
        var periods: [CountedPeriod] = []
        var rest = slices[...]
        while let slice = rest.first {
            let day = max(slice.first, periods.last?.last.adding(days: 1) ?? slice.first)
            var period = period(of: day, slice)
            period.slices = rest.prefix { $0.first <= period.last }.compactMap {
                $0.within(max(period.first, day), period.last)
            }
            if !period.isGivenFromItsStart || !period.isGivenToItsEnd { period.loosenLump() }
            periods.append(period)
            rest = rest.drop { $0.last <= period.last }
        }
        return periods
    }

    /// The period that a day lies in, and the terms of all its days.
    private mutating func period(of day: Day, _ slice: CountedPeriod.Slice) -> CountedPeriod {
        let counting = counting(on: day)
        guard let whole = counting.period(of: day), !(counting.isLump && slice.figure != nil) else {
            return uncounted(from: day, slice, counting)
        }
        if counting.isLump {
            var period = CountedPeriod(
                first: whole.first, last: whole.last,
                length: whole.first.days(until: whole.last) + 1,
                stretches: [stretch(whole.first, whole.last, of: day)], slices: [])
            period.isLump = true
            return period
        }
        var (first, last) = whole
        for start in terms.pageStarts(after: first, to: last)
        where self.counting(on: start) != counting {
            if start <= day {
                first = start
            } else {
                last = start.adding(days: -1)
                break
            }
        }
        var stretches = prorated(stretches(first, last), from: first, to: last)
        if let reason = counting.note(beginning: terms.timeline.beginning?.window) {
            for index in stretches.indices where stretches[index].standing != .paysNothing {
                stretches[index].reasons.append(reason)
                if !counting.isPlaced(terms.timeline.beginning?.window) {
                    stretches[index].loosenBounds()
                }
            }
        }
        return CountedPeriod(
            first: first, last: last, length: whole.first.days(until: whole.last) + 1,
            stretches: stretches, slices: [], endsLife: endsLife(after: last))
    }

    /// Days that nothing counts in periods: a figure's own period, or the time before the term.
    private mutating func uncounted(
        from day: Day, _ slice: CountedPeriod.Slice, _ counting: Counting
    ) -> CountedPeriod {
        var last = slice.last
        for start in terms.pageStarts(after: day, to: slice.last) {
            let next = self.counting(on: start)
            let isCounted = !(next.isLump && slice.figure != nil) && next.period(of: start) != nil
            if next != counting || isCounted {
                last = start.adding(days: -1)
                break
            }
        }
        var stretches = prorated(stretches(day, last), from: day, to: last)
        for index in stretches.indices where stretches[index].standing != .paysNothing {
            stretches[index].uncount(counting, terms.term)
        }
        return CountedPeriod(
            first: day, last: last,
            length: slice.figure?.days ?? slice.first.days(until: slice.last) + 1,
            stretches: stretches, slices: [], endsLife: endsLife(after: last))
    }

    // MARK: How days are counted

    private mutating func counting(on day: Day) -> Counting {
        guard let term = page(on: day).term(terms.identity) else { return .none }
        return Counting(term, beginning: terms.timeline.beginning?.window)
    }

    private mutating func page(on day: Day) -> ConformedCopy {
        let start = terms.pageStart(of: day)
        if let known = pages[start] { return known }
        let page = terms.page(from: start)
        pages[start] = page
        return page
    }

    private mutating func endsLife(after day: Day) -> Bool {
        guard page(on: day).term(terms.identity)?.status == .inForce else { return false }
        return page(on: day.adding(days: 1)).term(terms.identity)?.status == .ended
    }

    // MARK: The terms of days

    private mutating func stretch(_ first: Day, _ last: Day, of day: Day) -> Stretch {
        var reader = StretchReader(
            copy: page(on: day), identity: terms.identity, measure: measure, reports: reports)
        return reader.stretch(first, last)
    }

    private mutating func stretches(_ first: Day, _ last: Day) -> [Stretch] {
        var stretches: [Stretch] = []
        let starts = [first] + terms.pageStarts(after: first, to: last)
        for (index, start) in starts.enumerated() {
            let through = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : last
            let stretch = stretch(start, through, of: start)
            if let last = stretches.last, last == stretch.on(last.first, last.last) {
                stretches[stretches.count - 1].last = through
            } else {
                stretches.append(stretch)
            }
        }
        return stretches
    }

    /// What the terms say of changes inside a period; each day's own terms where they say nothing.
    private mutating func prorated(
        _ stretches: [Stretch], from first: Day, to last: Day
    ) -> [Stretch] {
        guard stretches.count > 1, let start = stretches.first, let end = stretches.last,
            let proration = page(on: first).term(terms.identity)?.field(.proration)?.agreed
        else { return stretches }
        switch proration {
        case .stated(.choice("at-period-start")): return [start.on(first, last)]
        case .stated(.choice("at-period-end")): return [end.on(first, last)]
        case .stated, .none: return stretches
        case .between, .redacted, .undisclosed, .unknown, .silent, .sameAs:
            return stretches.map { $0.widened(over: stretches) }
        }
    }
}

extension CountedPeriod.Slice {
    fileprivate func within(_ first: Day, _ last: Day) -> Self? {
        let (from, through) = (max(self.first, first), min(self.last, last))
        return from <= through ? Self(first: from, last: through, figure: figure) : nil
    }
}

extension Stretch {
    /// For days that lie in no period that is known.
    fileprivate mutating func uncount(_ counting: Counting, _ term: TermID) {
        switch counting {
        case .none: break
        case .each, .once:
            if case .sum = accrual { accrual = .sum(.zero) }
        case .lump:
            if case .sum = accrual { accrual = .sum(.zero) }
            guard floor != nil else { return }
            floor = nil
            reasons.append("until when \(term) is to be met is not told: no shortfall is counted")
        case .unknown:
            if case .sum = accrual { accrual = .sum(Amount(0, nil)) }
            loosenBounds()
            reasons.append("over which periods \(term) is counted is not told")
        }
    }
}
