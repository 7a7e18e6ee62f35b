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

    /// From when the periods of a day are counted.
    private func beginning(on day: Day) -> DayWindow? {
        terms.timeline.beginning(on: terms.fixedDay ?? day)?.window
    }

    /// - Parameter slices: in order, without a gap.
    mutating func periods(of slices: [CountedPeriod.Slice]) -> [CountedPeriod] {
        var periods: [CountedPeriod] = []
        var rest = slices[...]
        while let slice = rest.first {
            let first = slice.days.lowerBound
            let day = max(first, periods.last?.days.upperBound.adding(days: 1) ?? first)
            var period = period(of: day, slice)
            period.countsAnew =
                periods.last.map {
                    terms.countedLife(of: $0.days.upperBound) != terms.countedLife(of: day)
                } ?? false
            let last = period.days.upperBound
            let asked = max(period.days.lowerBound, day)...last
            period.slices = rest.prefix { $0.days.lowerBound <= last }.compactMap {
                $0.within(asked)
            }
            periods.append(period)
            rest = rest.drop { $0.days.upperBound <= last }
        }
        return periods
    }

    /// The period that a day lies in, and the terms of all its days.
    private mutating func period(of day: Day, _ slice: CountedPeriod.Slice) -> CountedPeriod {
        let counting = counting(on: day)
        let beginning = beginning(on: day)
        guard let whole = counting.period(of: day) else {
            return uncounted(from: day, slice, counting)
        }
        var (first, last) = (whole.days.lowerBound, whole.days.upperBound)
        for start in terms.pageStarts(after: first, to: last)
        where self.counting(on: start) != counting {
            if start <= day {
                first = start
            } else {
                last = start.adding(days: -1)
                break
            }
        }
        let days = first...last
        let isPlaced = counting.isPlaced(beginning)
        var paymentSpans = prorated(
            days, within: isPlaced ? nil : counting.lengths,
            isSpread: counting.isSpread)
        if let reason = counting.note(beginning: beginning) {
            for index in paymentSpans.indices where paymentSpans[index].pays != .no {
                paymentSpans[index].reasons.append(reason)
                if !isPlaced { paymentSpans[index].loosenBounds() }
            }
        }
        if isPlaced, let reason = note(of: counting, from: whole.days.lowerBound, on: day) {
            for index in paymentSpans.indices where paymentSpans[index].pays != .no {
                paymentSpans[index].reasons.append(reason)
            }
        }
        return CountedPeriod(
            days, length: whole.length, paymentSpans: paymentSpans, slices: [],
            lifeEnd: lifeEnd(in: days),
            looseLengths: isPlaced ? nil : counting.lengths)
    }

    /// What is to be said of where a period begins, of a term that owes a least or a most in each.
    private mutating func note(of counting: Counting, from first: Day, on day: Day) -> String? {
        guard let term = page(on: day).term(terms.identity) else { return nil }
        let bounds = [FieldName.minimum, .cap, .minimumQuantity, .quantity].compactMap(term.field)
        let isAnchored = term.field(.periodsFrom) != nil
        guard isAnchored || !bounds.isEmpty || term.kind == .minimumCommitment else { return nil }
        return counting.note(ofPeriodFrom: first, isAnchored: isAnchored)
    }

    /// Days that nothing counts in periods: a figure's own period, or the time before the term or after
    /// its periods.
    private mutating func uncounted(
        from day: Day, _ slice: CountedPeriod.Slice, _ counting: Counting
    ) -> CountedPeriod {
        var last = slice.days.upperBound
        let beginning = beginning(on: day)
        // A term that may have begun later may go on for longer.
        let end = counting.isPlaced(beginning) ? nil : counting.lastDay(beginning: beginning)
        let mayGoOn = end.map { day <= $0 } ?? false
        if let end, mayGoOn { last = min(last, end) }
        if let anew = terms.countsAnew(after: day, to: last) { last = anew.adding(days: -1) }
        for start in terms.pageStarts(after: day, to: last) {
            let next = self.counting(on: start)
            if next != counting || next.period(of: start) != nil {
                last = start.adding(days: -1)
                break
            }
        }
        var period = CountedPeriod(
            day...last, length: (slice.figure?.days ?? slice.days).count,
            paymentSpans: prorated(day...last), slices: [], lifeEnd: lifeEnd(in: day...last))
        if mayGoOn {
            period.looseLengths = counting.lengths
            for index in period.paymentSpans.indices {
                period.paymentSpans[index].mayGoOn(counting, beginning)
            }
        } else {
            period.uncount(counting, terms.term)
        }
        return period
    }

    // MARK: How days are counted

    private mutating func counting(on day: Day) -> Counting {
        let page = page(on: day)
        guard let term = page.term(terms.identity) else { return .none }
        return Counting(term, in: page, reports, beginning: beginning(on: day))
    }

    private mutating func page(on day: Day) -> ConformedCopy {
        let start = terms.pageStart(of: day)
        if let known = pages[start] { return known }
        let page = terms.page(from: start)
        pages[start] = page
        return page
    }

    private mutating func status(on day: Day) -> TermStatus? {
        page(on: day).term(terms.identity)?.status
    }

    /// Whether the term's life ends in a period, read from the statuses of its days and of the day after.
    private mutating func lifeEnd(in days: ClosedRange<Day>) -> CountedPeriod.LifeEnd {
        let first = days.lowerBound
        let starts = [first] + terms.pageStarts(after: first, to: days.upperBound.adding(days: 1))
        let statuses = starts.map { ($0, status(on: $0)) }
        for (before, after) in zip(statuses, statuses.dropFirst()).reversed()
        where after.1 == .ended {
            switch before.1 {
            case .inForce, .suspended: return .on(after.0.adding(days: -1))
            case .indeterminate: return .unknown
            case .notYet, .ended, nil: continue
            }
        }
        return statuses.last?.1 == .indeterminate ? .unknown : .goesOn
    }

    /// Whether the term counts as one sum, owed once, on all days up to one; only then is its price one.
    mutating func isLump(through last: Day) -> Bool {
        let starts = [terms.pageStart(of: .first)] + terms.pageStarts(after: .first, to: last)
        let standing = starts.filter { start in
            switch status(on: start) {
            case .inForce, .indeterminate, .suspended: true
            case .notYet, .ended, nil: false
            }
        }
        return !standing.isEmpty && standing.allSatisfy { counting(on: $0).isLump }
    }

    // MARK: The terms of days

    mutating func paymentSpan(_ days: ClosedRange<Day>, of day: Day) -> PaymentSpan {
        var reader = PaymentSpanReader(
            copy: page(on: day), identity: terms.identity,
            waivers: terms.waivers(reaching: day), measure: measure, reports: reports,
            beside: terms.knowledge(of: day))
        return reader.paymentSpan(days)
    }

    /// The runs of days under the same terms.
    ///
    /// What is waived on some of them is waived on all of them, unless each day pays for itself: what is
    /// counted over a period falls due at its end. Days that pay nothing are no less in the period.
    ///
    /// - Parameter lengths: of a period whose days are not known: what is waived near it may be in it.
    private mutating func paymentSpans(
        _ days: ClosedRange<Day>, within lengths: ClosedRange<Int>? = nil, isSpread: Bool = false
    ) -> [PaymentSpan] {
        var read = read(days)
        let near = lengths.map { self.read(days.widened(by: $0.upperBound)) } ?? read
        for index in read.indices {
            for paymentSpan in isSpread ? [read[index]] : near {
                let counted = isSpread ? read[index].days : lengths == nil ? days : nil
                if let waiver = paymentSpan.waiver { read[index].apply(waiver, over: counted) }
            }
        }
        return read.reduce(into: []) { merged, paymentSpan in
            if let last = merged.last, paymentSpan == last.on(paymentSpan.days) {
                merged[merged.count - 1].days =
                    last.days.lowerBound...paymentSpan.days.upperBound
            } else {
                merged.append(paymentSpan)
            }
        }
    }

    /// Each run of days of one page.
    private mutating func read(_ days: ClosedRange<Day>) -> [PaymentSpan] {
        let (first, last) = (days.lowerBound, days.upperBound)
        let starts = [first] + terms.pageStarts(after: first, to: last)
        return starts.enumerated().map { index, start in
            let through = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : last
            return paymentSpan(start...through, of: start)
        }
    }

    /// What the terms say of changes inside a period; each day's own terms where they say nothing.
    ///
    /// - Parameter lengths: of a period whose days are not known, so that what lies beside it counts too.
    private mutating func prorated(
        _ days: ClosedRange<Day>, within lengths: ClosedRange<Int>? = nil, isSpread: Bool = false
    ) -> [PaymentSpan] {
        let paymentSpans = paymentSpans(days, within: lengths, isSpread: isSpread)
        let copy = page(on: days.lowerBound)
        guard let start = paymentSpans.first, let end = paymentSpans.last,
            let field = copy.term(terms.identity)?.field(.proration)
        else { return paymentSpans }
        let rule = copy.settled(field, reports)
        if rule == ValueState.none || rule == .stated(.choice("by-days")) { return paymentSpans }
        if let lengths {
            let around = self.paymentSpans(days.widened(by: lengths.upperBound))
            return paymentSpans.map { $0.widened(over: around.filter { $0.pays != .no }) }
        }
        guard paymentSpans.count > 1 else { return paymentSpans }
        switch rule {
        case .stated(.choice("at-period-start")): return [start.on(days)]
        case .stated(.choice("at-period-end")): return [end.on(days)]
        case _: return paymentSpans.map { $0.widened(over: paymentSpans) }
        }
    }
}

extension CountedPeriod.Slice {
    fileprivate func within(_ others: ClosedRange<Day>) -> Self? {
        days.intersection(others).map { days in
            var part = self
            part.days = days
            return part
        }
    }
}

extension ClosedRange<Day> {
    /// So many days more on either side.
    fileprivate func widened(by count: Int) -> Self {
        lowerBound.adding(days: -count)...upperBound.adding(days: count)
    }
}

extension CountedPeriod {
    /// For days that lie in no period that is known.
    fileprivate mutating func uncount(_ counting: Counting, _ term: TermID) {
        for index in paymentSpans.indices where paymentSpans[index].pays != .no {
            switch counting {
            case .none: break
            case .each, .once:
                if case .sum = paymentSpans[index].accrual {
                    paymentSpans[index].accrual = .sum(.zero)
                }
                paymentSpans[index].floor = nil
            case .lump: dueSomeDay(index, term)
            case .unknown:
                if case .sum = paymentSpans[index].accrual {
                    paymentSpans[index].accrual = .sum(Amount(0, nil))
                }
                paymentSpans[index].loosenBounds()
                if paymentSpans[index].floor != nil {
                    // However short its periods are.
                    paymentSpans[index].floor = Amount(0, nil)
                    looseLengths = 1...1
                }
                paymentSpans[index].reasons.append(
                    "over which periods \(term) is counted is not stated")
            }
        }
    }

    /// A sum or a shortfall that falls due once, on a day that is not known.
    private mutating func dueSomeDay(_ index: Int, _ term: TermID) {
        if case .sum = paymentSpans[index].accrual {
            paymentSpans[index].accrual = .sum(Amount(0, nil))
            paymentSpans[index].reasons.append("on which day \(term) falls due is not stated")
        }
        guard let floor = paymentSpans[index].floor else { return }
        paymentSpans[index].floor = nil
        let least = paymentSpans[index].aggregateFloor?.raised(to: floor) ?? floor
        paymentSpans[index].aggregateFloor = least.orNothing
        paymentSpans[index].reasons.append("until when \(term) is to be met is not stated")
        lifeEnd = .unknown
    }
}

extension PaymentSpan {
    /// For days after the periods that a term has which begins as early as it may.
    fileprivate mutating func mayGoOn(_ counting: Counting, _ beginning: DayWindow?) {
        guard pays != .no else { return }
        pays = .unknown
        loosenBounds()
        reasons += [counting.note(beginning: beginning)].compactMap(\.self)
    }
}
