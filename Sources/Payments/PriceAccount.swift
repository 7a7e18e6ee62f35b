import Ledger
import Terms

/// A sum that is owed once: the price of the whole, as it stands and as it was changed.
///
/// A fee without periods falls due on the term's first day, and a change of it on the day of the change: the
/// record states no other day. What the record says accrued under it moves that: what accrued later was not
/// due earlier. A commitment without periods falls due on a day that is not known.
struct PriceAccount {
    private let terms: TermsOfPayment
    private let currency: Currency
    private let reports: ReportUse
    /// Run by run, from the first day to the last of the calendar.
    private var runs: [Run] = []
    /// The sum of all statements of the record.
    private let recorded: Amount

    private struct Run {
        var days: ClosedRange<Day>
        var paymentSpan: PaymentSpan
        var price: Amount
        /// What is due by its end, as the terms have it.
        var due: Amount = .zero
        /// Whether it falls due on some day of the run, it is not known on which; it may on a day of the run
        /// before or after it, where that is loose too.
        var isLoose = false
        /// Whether less may be due from here on than before.
        var mayFall = false
        /// Whether a waiver may take away what fell due, in its life or after it.
        var isWaived = false
    }

    init(
        _ terms: TermsOfPayment, _ reader: inout PeriodReader, in currency: Currency,
        _ reports: ReportUse
    ) {
        self.terms = terms
        self.currency = currency
        self.reports = reports
        recorded = terms.accrued(by: .last, in: currency, reports).amount
        let starts = [Day.first] + terms.priceStarts
        for (index, start) in starts.enumerated() {
            let last = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : .last
            let isBefore = terms.beginsLater(than: start)
            var paymentSpan =
                isBefore
                ? PaymentSpan(start...last, pays: .no, accrual: .sum(.zero))
                : reader.paymentSpan(start...last, of: start)
            let waiver = paymentSpan.waiver
            if let waiver { paymentSpan.apply(waiver) }
            runs.append(
                Run(
                    days: start...last, paymentSpan: paymentSpan, price: paymentSpan.price,
                    isWaived: waiver?.reachesSums ?? false))
        }
        boundByLaterPrices()
        settle()
    }

    /// A price that is not fixed yet is at most what it is fixed at later.
    private mutating func boundByLaterPrices() {
        var later: (high: Int128, day: Day)?
        for index in runs.indices.reversed() where runs[index].paymentSpan.pays != .no {
            if let high = runs[index].price.high {
                later = (high, runs[index].days.lowerBound)
            } else if let later, runs[index].paymentSpan.isUnfixed {
                runs[index].price.high = later.high
                runs[index].paymentSpan.reasons.append(
                    "the amount is fixed from \(later.day): until then no more than that counts")
            }
        }
    }

    private mutating func settle() {
        var due = Amount.zero
        // The amount of the lives before: a new one has a price of its own.
        var (earlier, life) = (
            Amount.zero, runs.first.map { terms.life(on: $0.days.lowerBound) } ?? nil
        )
        // What was given up once is not owed again when the waiver ends.
        var isGivenUp = false
        // A change of what was near a value is no better known.
        var isApproximate = false
        // The price that may have fallen due on the run before, and may on this one still.
        var waiting: Amount?
        for index in runs.indices {
            let paymentSpan = runs[index].paymentSpan
            let begins = runs[index].days.lowerBound
            if paymentSpan.pays != .no, terms.life(on: begins) != life {
                (earlier, life) = (due, terms.life(on: begins))
                isGivenUp = false
                waiting = nil
            }
            isApproximate = isApproximate || paymentSpan.isApproximate
            runs[index].paymentSpan.isApproximate = isApproximate
            let price = runs[index].price.plus(earlier)
            let before = due
            if runs[index].isWaived {
                due.low = min(due.low, earlier.low)
                isGivenUp = true
                runs[index].mayFall = true
            }
            switch paymentSpan.pays {
            case .no: break
            case .yes:
                // Whether what was due under a higher price is paid back is not stated.
                runs[index].mayFall =
                    waiting == runs[index].price
                    ? runs[index - 1].mayFall : before.high.map { $0 > price.low } ?? true
                due =
                    before.high.flatMap { before in
                        price.high.map { Amount(price.low, max(before, $0)) }
                    } ?? Amount(price.low, nil)
                if isGivenUp { due.low = min(due.low, earlier.low) }
                runs[index].isLoose = paymentSpan.mayChange && (waiting != nil || due != before)
            case .unknown:
                due = due.union(price)
                runs[index].isLoose = waiting != nil || due != before
            }
            if runs[index].isWaived { runs[index].isLoose = false }
            waiting = runs[index].isLoose ? runs[index].price : nil
            runs[index].due = due
            guard due != before else { continue }
            if before != .zero, terms.kind == .fee {
                runs[index].paymentSpan.reasons.append(
                    "the amount changes on \(begins): the difference is counted then, for no "
                        + "other day is stated")
            }
        }
    }

    // MARK: A fee

    /// What falls due from a day to another, both counted.
    func fee(_ slice: CountedPeriod.Slice, paidBefore: Amount) -> Calculation {
        var lines: [PayableLine] = []
        for days in cuts(slice) {
            let amount = falling(in: days)
            guard let run = runs.last(where: { $0.days.lowerBound <= days.lowerBound })
            else { continue }
            let paymentSpan = run.paymentSpan.on(days)
            lines.append(
                PayableLine(
                    slice: .init(days, figure: nil),
                    parts: [.init(cause: .days(paymentSpan), amount: amount)], amount: amount,
                    reasons: []))
        }
        return Calculation(
            lines: lines, total: falling(in: slice.days), paidBefore: paidBefore)
    }

    /// Whole runs where the day is open, days of change alone, and what lies between.
    private func cuts(_ slice: CountedPeriod.Slice) -> [ClosedRange<Day>] {
        var starts: Set<Day> = [slice.days.lowerBound]
        var (before, wasLoose) = (Amount.zero, false)
        for run in runs {
            defer { (before, wasLoose) = (run.due, run.isLoose) }
            let first = run.days.lowerBound
            if run.due != before || run.isLoose != wasLoose { starts.insert(first) }
            if run.due != before, !run.isLoose { starts.insert(first.adding(days: 1)) }
        }
        let days = starts.filter(slice.days.contains).sorted()
        return days.enumerated().map { index, day in
            day...(index + 1 < days.count
                ? days[index + 1].adding(days: -1) : slice.days.upperBound)
        }
    }

    private func falling(in days: ClosedRange<Day>) -> Amount {
        let first = days.lowerBound
        let before = first == .first ? Amount.zero : due(by: first.adding(days: -1))
        let after = due(by: days.upperBound)
        let isChanged = runs.contains { run in
            let begins = run.days.lowerBound
            return (days.contains(begins) && run.due != due(beforeRunOf: begins))
                || (run.isLoose && run.days.overlaps(days))
        }
        if before == after, !isChanged { return .zero }
        let mayFall = runs.contains {
            $0.mayFall && ($0.isLoose ? days.overlaps($0.days) : days.contains($0.days.lowerBound))
        }
        let low = before.high.map { after.low - $0 } ?? 0
        let high = after.high.map { max($0 - before.low, 0) }
        let amount = Amount(mayFall ? low : max(0, low), high)
        guard let whole = looseDays(around: days), whole != days else { return amount }
        // No more than falls due on all of them, be it on these days or on others.
        let most = falling(in: whole).orNothing
        return Amount(max(amount.low, most.low), [high, most.high].compactMap(\.self).min())
    }

    /// All days on which the sum may fall due that may fall due on each of some days; nil where none may on each.
    private func looseDays(around days: ClosedRange<Day>) -> ClosedRange<Day>? {
        guard let start = runs.lastIndex(where: { $0.days.lowerBound <= days.lowerBound }) else {
            return nil
        }
        func isSame(_ run: Run) -> Bool { run.isLoose && run.due == runs[start].due }
        let before = runs[...start].reversed().prefix(while: isSame)
        let after = runs[start...].prefix(while: isSame)
        guard let first = before.last, let last = after.last else { return nil }
        let whole = first.days.lowerBound...last.days.upperBound
        return whole.contains(days) ? whole : nil
    }

    private func due(beforeRunOf day: Day) -> Amount {
        runs.last { $0.days.upperBound < day }?.due ?? .zero
    }

    /// What is due by the end of a day, as the terms and what the record says accrued have it.
    private func due(by day: Day) -> Amount {
        guard let run = runs.last(where: { $0.days.lowerBound <= day }) else { return .zero }
        var due = run.due
        guard recorded.high != 0, terms.hasOneLife, let price = runs.last?.due else { return due }
        let stated = terms.accrued(by: day, in: currency, reports).amount
        due.low = max(due.low, due.high.map { min(stated.low, $0) } ?? stated.low)
        if let all = price.high, let high = stated.high {
            let most = max(0, all - max(0, recorded.low - high))
            due.high = due.high.map { min($0, most) } ?? most
        }
        if let high = due.high, high < due.low { due = Amount(high, due.low) }
        return due
    }

    // MARK: A commitment

    /// What may fall due from a day to another, both counted: the day is not known.
    func commitment(_ slice: CountedPeriod.Slice, paidBefore: Amount) -> Calculation {
        let asked = runs.filter { $0.days.overlaps(slice.days) }
        let paying = asked.filter { $0.paymentSpan.pays != .no }
        var most: Int128? = 0
        for run in paying { most = most.flatMap { most in run.price.high.map { max(most, $0) } } }
        let amount = Amount(0, most.map { max(0, $0 - paidBefore.low) })
        var paymentSpan =
            (paying.last ?? asked.last ?? runs[0]).paymentSpan.on(slice.days)
        for run in asked {
            paymentSpan.uses += run.paymentSpan.uses.filter { !paymentSpan.uses.contains($0) }
            paymentSpan.reasons += run.paymentSpan.reasons.filter {
                !paymentSpan.reasons.contains($0)
            }
        }
        if !paying.isEmpty { paymentSpan.reasons.append("on which day it falls due is not stated") }
        let line = PayableLine(
            slice: slice, parts: [.init(cause: .days(paymentSpan), amount: amount)], amount: amount,
            reasons: [])
        return Calculation(lines: [line], total: amount, paidBefore: paidBefore)
    }
}

extension PaymentSpan {
    /// The sum of the whole, within its bounds.
    fileprivate var price: Amount {
        guard case .sum(var amount) = accrual else { return .zero }
        for floor in [floor, aggregateFloor].compactMap(\.self) {
            amount = amount.raised(to: floor)
        }
        for cap in [cap, aggregateCap].compactMap(\.self) { amount = amount.limited(to: cap) }
        return amount
    }
}
