import Amendments
public import Ledger
public import Terms

/// Whether reports of what is not agreed, or withheld, are taken to hold.
public enum ReportUse: Hashable, Sendable {
    /// Only what is agreed: what is undisclosed stays a range.
    case leftOut
    /// The best graded report with a value takes the place of what is not stated.
    case takenToHold
}

/// The terms of a payment term on every day, as known from one vantage.
public struct TermsOfPayment: Sendable {
    public let term: TermID
    public let kind: TermKind
    let identity: TermID
    let timeline: TermTimeline
    private let reading: AgreementReading
    private let resolved: ResolvedPoint
    private let vantage: Vantage
    /// The first days on which anything about any term of the agreement may change.
    private var boundaries: [Day]
    /// The figures of indices that amounts may follow.
    private let indices: [IndexFigure]
    /// The one day whose terms count on every day; nil where each day's own do.
    let fixedDay: Day?

    /// The kinds that have an amount of money.
    public static let kinds: [TermKind] = [
        .revenueShare, .royalty, .fee, .minimumCommitment, .volumeCommitment, .supply, .sale,
        .milestone, .margin, .serviceLevel,
    ]

    /// Whether a figure, such as a period's revenue, decides the amount of the term. A commitment is
    /// its amount without one, and its shortfall with what was spent or taken.
    public enum FigureUse: Hashable, Sendable {
        case needed, optional, none
    }

    public var figureUse: FigureUse {
        switch kind {
        case .fee where !countsUnits: .none
        case .fee: values(of: .amount, of: timeline).isEmpty ? .needed : .optional
        case .minimumCommitment, .volumeCommitment: .optional
        case .sale, .milestone: .none
        case _: .needed
        }
    }

    /// Returns nil where the agreement has no such term, its kind is none of `kinds`, or nothing was ever said of what
    /// it would be paid by: the price of a quantity or a supply, the payment of a milestone, the credit of a service
    /// level.
    ///
    /// - Parameters:
    ///   - term: the term that is paid by.
    ///   - reading: the agreement, read from the vantage.
    ///   - vantage: from where it is read.
    ///   - resolved: the point that the vantage resolves to, which answers repeat.
    ///   - fixedDay: reads every day's terms as they stand on that one day; nil for each day's own.
    ///   - indices: the figures of indices that amounts may follow.
    public init?(
        _ term: TermID, in reading: AgreementReading, from vantage: Vantage,
        resolved: ResolvedPoint, asOn fixedDay: Day? = nil, indices: [IndexFigure] = []
    ) {
        guard let timeline = reading.term(term), Self.kinds.contains(timeline.record.kind) else {
            return nil
        }
        guard timeline.record.comesToMoney else { return nil }
        self.term = term
        self.timeline = timeline
        kind = timeline.record.kind
        identity = timeline.record.identity
        self.reading = reading
        self.vantage = vantage
        self.resolved = resolved
        self.fixedDay = fixedDay
        self.indices = indices
        // Waivers change neither a status nor a field.
        boundaries = Set(Pieces.of(reading).map(\.days.from)).union(timeline.changeDays).sorted()
        boundaries = Set(boundaries + stepDays).sorted()
    }

    /// The days on which a step of tiers by time may begin, or an amount follow its index.
    private var stepDays: [Day] {
        let lengths =
            values(of: .tiers, of: timeline).flatMap(\.stepLengths)
            + values(of: .index, of: timeline).flatMap { $0.adjustments(by: indices) }
        guard !lengths.isEmpty else { return [] }
        let windows = boundaries.compactMap { timeline.beginning(on: $0)?.window }
        let starts = Set(windows.flatMap { [$0.first, $0.sure] }).filter { $0 < .beyond }
        return starts.flatMap { start in lengths.map { $0.added(to: start) } }
            .filter { Day.first < $0 && $0 < .beyond }
    }

    /// Every base that a rate of the term names, and every unit that a price is of, agreed or reported.
    public var bases: [String] {
        let single = [FieldName.rate, .unitPrice, .tiers, .credit, .creditCap]
            .flatMap { values(of: $0, of: timeline) }
        let bases = single.flatMap(\.bases) + formulas.flatMap(\.figures) + levelBases
        return Set(bases).sorted()
    }

    /// What decides whether a level of a grid, or of a service, is reached, and what is drawn under a facility.
    private var levelBases: [String] {
        guard kind == .margin || kind == .serviceLevel else { return [] }
        let measures = values(of: .measure, of: timeline).compactMap { value -> String? in
            if case .text(let text) = value { text } else { nil }
        }
        return measures + (kind == .margin ? [InterestAmount.drawn] : [])
    }

    /// Whether a figure beside what is paid for may decide whether, or at which rate, it is paid: of figures those of money
    /// are paid for.
    var isHeldAgainstMeasure: Bool { kind == .margin || kind == .serviceLevel || goesByCount }

    /// Whether rates were ever agreed or reported that go by a count of something else.
    private var goesByCount: Bool {
        values(of: .tiers, of: timeline).contains { value in
            if case .tiers(let tiers) = value { tiers.by != nil } else { false }
        }
    }

    /// Whether figures of several bases may count together.
    public var countsSeveralBases: Bool {
        isHeldAgainstMeasure || formulas.contains { $0.figures.count > 1 }
    }

    private var formulas: [Formula] {
        values(of: .formula, of: timeline).compactMap { value in
            if case .formula(let formula) = value { formula } else { nil }
        }
    }

    /// Whether it is paid by figures, or was once.
    private var countsUnits: Bool {
        timeline.record.speaks(of: .unitPrice) || timeline.record.speaks(of: .tiers)
            || formulas.contains { !$0.figures.isEmpty }
    }

    /// Whether sums fall due on days of their own: of a fee where instalments were ever agreed or reported.
    var fallsDueByDays: Bool {
        switch kind {
        case .fee: timeline.record.speaks(of: .schedule)
        case .sale, .milestone: true
        case _: false
        }
    }

    /// Whether a sale or a milestone is over on a day, but was not the day before, as everything under it was done.
    func isDischarged(on day: Day) -> Bool {
        guard kind != .fee, fixedDay == nil, day > .first,
            let term = page(from: day).term(identity), term.status == .ended
        else { return false }
        let isDone = term.reasons.contains { if case .discharged = $0 { true } else { false } }
        return isDone && page(from: day.adding(days: -1)).term(identity)?.status == .inForce
    }

    /// Every currency that its own amounts, agreed or reported, are in; where none is stated, those of what
    /// accrued.
    public var currencies: [Currency] {
        let names: [FieldName] = [
            .amount, .cap, .floor, .minimum, .unitPrice, .tiers, .schedule, .holdback,
        ]
        let own =
            names.flatMap { values(of: $0, of: timeline) }.compactMap(\.currency)
            + formulas.flatMap(\.currencies)
        let all = own.isEmpty ? timeline.accrued(by: .last, inLifeOf: .last).map(\.currency) : own
        return Set(all).sorted { $0.code < $1.code }
    }

    /// What was ever said of a field, or of one that it refers to, at most eight references far.
    private func values(
        of name: FieldName, of timeline: TermTimeline, steps: Int = 8
    ) -> [Value] {
        let agreed = (timeline.record.assertions[name] ?? []).map(\.value)
        let reported = (timeline.record.reports[name] ?? []).map(\.value)
        return (agreed + reported).flatMap { value -> [Value] in
            switch value {
            case .stated(let value)?: return [value]
            case .between(let low, let high)?: return [low, high]
            case .sameAs(let term, let field)?:
                guard steps > 0, let other = reading.term(term) else { return [] }
                return values(of: field, of: other, steps: steps - 1)
            case .about(let approximation)?: return [approximation.value]
            case .redacted?, .undisclosed?, .unknown?, .silent?, .some(.none), nil: return []
            }
        }
    }

    /// What the record says had accrued by the end of a day, in minor units of a currency, and the sum
    /// that it comes from; in the life of another day where one is given.
    func accrued(
        by day: Day, inLifeOf life: Day? = nil, in currency: Currency, _ reports: ReportUse
    ) -> (amount: Amount, sum: AccruedSum?) {
        let all = timeline.accrued(by: day, inLifeOf: life ?? day)
        let own = all.filter { $0.currency == currency }
        // What was redacted may have been in any currency.
        let sums = own.isEmpty ? all.filter { $0.currency == Currency("XXX") } : own
        let sum = (reports == .takenToHold ? sums.last : nil) ?? sums.first { !$0.isReported }
        guard let sum else { return (.zero, nil) }
        let low = MinorUnits.around(sum.least)?.low ?? 0
        let high = sum.most.flatMap { MinorUnits.around($0)?.high }
        return (Amount(low, high), sum)
    }

    /// Whether anything is recorded of what accrued under it.
    var hasAccruals: Bool {
        timeline.record.remarks.contains { remark in
            if case .accrued = remark.content { true } else { false }
        }
    }

    /// The runs of days before a day on which the term paid, or may have paid, in the life of that day.
    func payingDays(before day: Day) -> [ClosedRange<Day>] {
        guard day > .first else { return [] }
        let end = day.adding(days: -1)
        let begins = timeline.beginning(on: day)?.window.first ?? .first
        guard begins <= end else { return [] }
        let starts = [begins] + boundaries.filter { begins < $0 && $0 <= end }
        return starts.enumerated().compactMap { index, start in
            switch copy(on: start).term(identity)?.status {
            case .inForce, .indeterminate:
                start...(index + 1 < starts.count ? starts[index + 1].adding(days: -1) : end)
            case .suspended, .ended, .notYet, nil: nil
            }
        }
    }

    /// The first day of the run of days, all under the same terms, that a day lies in.
    func pageStart(of day: Day) -> Day { boundaries.last { $0 <= day } ?? .first }

    /// The first days of the later runs that begin by a last day.
    func pageStarts(after first: Day, to last: Day) -> [Day] {
        fixedDay == nil ? boundaries.filter { first < $0 && $0 <= last } : []
    }

    /// The event that began the life of a day.
    func life(on day: Day) -> Position? {
        timeline.beginning(on: fixedDay ?? day)?.event.position
    }

    /// The waivers that may reach what accrued on a day.
    func waivers(reaching day: Day) -> [Remark] {
        timeline.waivers(reaching: fixedDay ?? day, begunBy: fixedDay)
            .filter { $0.mayConcern(day) }
    }

    /// What the copy of a day does not say of it.
    func knowledge(of day: Day) -> PaymentSpanReader.Knowledge {
        PaymentSpanReader.Knowledge(
            waivers: { other in
                (reading.term(other)?.waivers(reaching: fixedDay ?? day, begunBy: fixedDay) ?? [])
                    .filter { $0.mayConcern(day) }
            },
            isDecided: { condition in
                fixedDay == nil && reading.bounds.outcome(of: condition) != nil
            },
            day: fixedDay ?? day, beginning: timeline.beginning(on: fixedDay ?? day)?.window,
            start: { reading.bounds.start($0) }, end: { reading.bounds.end($0) }, indices: indices)
    }

    /// What is waived in words of what accrued on a day.
    func waiver(reaching day: Day) -> PaymentSpan.Waiver? {
        let copy = page(from: day)
        return copy.term(identity).flatMap {
            PaymentSpan.Waiver(waivers(reaching: day), of: $0, in: copy)
        }
    }

    /// What the sums in total of a day are counted in; nil for the term's first life.
    func countedLife(of day: Day) -> Position? { timeline.countedLife(of: fixedDay ?? day) }

    /// The first day after one by a last on which sums in total are counted anew; nil for none.
    func countsAnew(after first: Day, to last: Day) -> Day? {
        let life = countedLife(of: first)
        return pageStarts(after: first, to: last).first { countedLife(of: $0) != life }
    }

    /// Whether the term was never added anew.
    var hasOneLife: Bool { life(on: .first) == life(on: .last) }

    /// The first days of all runs but the first; where one day's terms count, that of the term's life.
    var priceStarts: [Day] {
        guard let fixedDay else { return boundaries.filter { $0 > .first } }
        return [timeline.beginning(on: fixedDay)?.window.first].compactMap(\.self)
            .filter { $0 > .first }
    }

    /// Whether the term begins after a day, where one day's terms count on every day.
    func beginsLater(than day: Day) -> Bool {
        fixedDay.flatMap { timeline.beginning(on: $0) }.map { day < $0.window.first } ?? false
    }

    /// The agreement as it stands on the run of days that begins so.
    func page(from start: Day) -> ConformedCopy { copy(on: fixedDay ?? start) }

    private func copy(on day: Day) -> ConformedCopy {
        var vantage = vantage
        vantage.on = day
        return reading.conformedCopy(from: vantage, resolved: resolved, outlook: false)
    }
}

extension TermRecord {
    /// Whether anything is said of what it would be paid by.
    fileprivate var comesToMoney: Bool {
        switch kind {
        case .volumeCommitment: speaks(of: .unitPrice)
        case .supply: speaks(of: .unitPrice) || speaks(of: .tiers)
        case .milestone: speaks(of: .amount) || speaks(of: .payer)
        case .serviceLevel: speaks(of: .credit)
        case _: true
        }
    }

    /// Whether anything was ever agreed or reported of a field.
    fileprivate func speaks(of name: FieldName) -> Bool {
        !(assertions[name] ?? []).isEmpty || !(reports[name] ?? []).isEmpty
    }
}

extension Value {
    /// How long after the term's first day an index is followed of which there are figures, and once more.
    fileprivate func adjustments(by figures: [IndexFigure]) -> [CalendarDuration] {
        guard case .indexation(let index) = self else { return [] }
        return (1...IndexFactor(index: index, figures: figures).known)
            .compactMap { index.each.times($0) }
    }

    /// How long after the term's first day steps by time begin.
    fileprivate var stepLengths: [CalendarDuration] {
        guard case .tiers(let tiers) = self else { return [] }
        return tiers.steps.compactMap { step in
            if case .time(let length)? = step.upTo { length } else { nil }
        }
    }

    /// What figures that it counts are of; empty where it counts none.
    fileprivate var bases: [String] {
        switch self {
        case .rate(let rate): [rate.base]
        case .unitPrice(let price): [price.unit]
        case .tiers(let tiers): tiers.bases
        case .text, .choice, .flag, .count, .money, .schedule, .formula, .indexation, .date, .bound,
            .duration, .businessDays, .yearly, .party, .parties, .tags, .term, .condition:
            []
        }
    }

    /// The currency that it is an amount in; nil where it is none.
    fileprivate var currency: Currency? {
        switch self {
        case .money(let money): money.currency
        case .unitPrice(let price): price.price.currency
        case .tiers(let tiers): tiers.currency
        case .schedule(let schedule): schedule.currency
        case .text, .choice, .flag, .count, .rate, .formula, .indexation, .date, .bound, .duration,
            .businessDays, .yearly,
            .party, .parties, .tags, .term, .condition:
            nil
        }
    }
}
