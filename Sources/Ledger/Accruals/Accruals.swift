package import Amendments
package import Terms

/// What the record states of amounts that accrued under one term.
///
/// A statement says how much accrued in its period *in all*: so a period inside another adds nothing to it,
/// and the same amount for the same period is the same money, whichever states it, and how often. Amounts for
/// periods that share no day add up. Everything that follows from that is worked out here, once.
package struct Accruals: Sendable {
    /// One event's statement.
    struct Statement: Hashable {
        let event: RecordedEvent
        /// nil where it was redacted.
        let amount: Money?
        let period: DateRange
        let currency: Currency
        /// Whether a part of it may belong to an earlier life of the term.
        var isCut = false

        /// The day number of its first day; `Int.min` for none.
        var first: Int { period.earliest?.number ?? .min }
        /// The day number after its last day; `Int.max` for none.
        var end: Int { period.latest.map { $0.number + 1 } ?? .max }
        /// The day number from which its period is surely over: an approximate end may be later by as much
        /// time as the period has.
        var surelyOver: Int {
            switch period.end {
            case .date(let date) where date.qualifier != .none && first != .min: end + (end - first)
            case .date, .open, .unknown: end
            }
        }
        var isReported: Bool { event.recording.instrument.kind == .report }

        /// Whether its days are what they seem: neither approximate nor without a known side.
        var isPlaced: Bool { !isCut && period.isPlaced }
    }

    /// By their first days, then their last.
    let statements: [Statement]
    private let sums: [Currency: (stated: [AccrualGroup], reported: [AccrualGroup]?)]

    init(_ remarks: [Remark]) {
        let statements = remarks.compactMap { remark -> Statement? in
            guard case .accrued(let amount, let period) = remark.content else { return nil }
            return Statement(
                event: remark.event, amount: remark.event.isRedacted ? nil : amount, period: period,
                currency: amount.currency)
        }.sorted {
            ($0.first, $0.end, $0.event.position) < ($1.first, $1.end, $1.event.position)
        }
        self.init(statements)
    }

    private init(_ statements: [Statement]) {
        self.statements = statements
        // What was redacted may be of any currency: it stands beside the amounts of each.
        let redacted = statements.filter { $0.amount == nil }
        let known = Dictionary(grouping: statements.filter { $0.amount != nil }, by: \.currency)
        let byCurrency =
            known.isEmpty
            ? Dictionary(grouping: redacted, by: \.currency)
            : known.mapValues { all in
                redacted.isEmpty ? all : statements.filter { $0.amount == nil || all.contains($0) }
            }
        sums = byCurrency.mapValues { all in
            let stated = all.filter { !$0.isReported }
            return (
                AccrualGroup.groups(of: stated),
                stated.count == all.count ? nil : AccrualGroup.groups(of: all)
            )
        }
    }

    /// Those of a life that begins so: what ended before it belongs to another, what straddles its first day
    /// in part. Nil for the first life.
    func since(_ begins: DayWindow?) -> Accruals {
        guard let begins, statements.contains(where: { $0.first < begins.sure.number }) else {
            return self
        }
        return Accruals(
            statements.filter { $0.end > begins.first.number }.map { statement in
                var statement = statement
                statement.isCut = statement.first < begins.sure.number
                return statement
            })
    }

    /// Those of which the amount, the days and the evidence are sure, and every credit, which only takes away.
    package func sure(where isKnown: (RecordedEvent) -> Bool) -> Accruals {
        Accruals(
            statements.filter { statement in
                guard let amount = statement.amount?.amount, amount >= ExactDecimal(0) else {
                    return true
                }
                return statement.isPlaced && isKnown(statement.event)
            })
    }

    /// What had accrued by the end of a day: for each currency what instruments state and, where reports
    /// state more, the sum of those.
    package func sums(by day: Day) -> [AccruedSum] {
        sums.sorted { $0.key.code < $1.key.code }.flatMap { currency, groups in
            [
                sum(of: groups.stated, in: currency, by: day, isReported: false),
                groups.reported.flatMap {
                    sum(of: $0, in: currency, by: day, isReported: true)
                },
            ].compactMap(\.self)
        }
    }

    /// Every day on which a sum may change, in no particular order.
    var changeDays: [Day] {
        statements.flatMap { [$0.period.earliest, $0.period.latest].compactMap(\.self) }
    }

    private func sum(
        of groups: [AccrualGroup], in currency: Currency, by day: Day, isReported: Bool
    ) -> AccruedSum? {
        let begun = groups.filter { $0.first <= day.number }
        let events = begun.flatMap(\.statements).filter { $0.first <= day.number }.map(\.event)
        guard !events.isEmpty,
            !isReported || events.contains(where: { $0.recording.instrument.kind == .report })
        else { return nil }
        var least: ExactDecimal? = ExactDecimal(0)
        var most: ExactDecimal? = ExactDecimal(0)
        var reasons: [AccrualReason] = []
        for group in begun {
            let part = group.sum(by: day.number + 1)
            least = least.flatMap { $0.adding(part.least) }
            most = most.flatMap { sum in part.most.flatMap { sum.adding($0) } }
            reasons += part.reasons
        }
        if least == nil { (most, reasons) = (nil, reasons + [.tooManyDigits]) }
        return AccruedSum(
            currency: currency, least: Money(least ?? ExactDecimal(0), currency),
            most: most.map { Money($0, currency) }, isReported: isReported,
            grade: events.map(\.grade).max() ?? .inference,
            reasons: reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            events: events)
    }
}

extension Accruals {
    /// The days from one to another on which nothing is recorded, both counted; nil where all are.
    ///
    /// - Parameter reports: whether what reports state counts as recorded.
    package func unrecorded(
        from first: Day, through last: Day, in currency: Currency, reports: Bool
    ) -> (first: Day, last: Day)? {
        guard first <= last else { return nil }
        var next = first.number
        var gap: (first: Int, last: Int)?
        func open(to end: Int) {
            guard next < end else { return }
            gap = (gap?.first ?? next, end - 1)
        }
        for statement in statements
        where statement.amount == nil || statement.currency == currency {
            if statement.isReported, !reports { continue }
            if statement.first > last.number { break }
            open(to: statement.first)
            next = max(next, statement.end)
        }
        open(to: last.number + 1)
        return gap.map { (Day(number: $0.first), Day(number: $0.last)) }
    }
}
