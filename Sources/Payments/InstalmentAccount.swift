import Ledger
import Terms

/// What falls due whole on days of its own, under the terms of each: a fee in instalments, the price of a sale, the
/// amount of a milestone.
struct InstalmentAccount {
    /// Run by run, over the days that are asked about.
    private let runs: [PaymentSpan]

    /// Returns nil where nothing falls due so on the days that are asked about.
    init?(_ terms: TermsOfPayment, _ reader: inout PeriodReader, through days: ClosedRange<Day>) {
        guard terms.fallsDueByDays else { return nil }
        let starts =
            [days.lowerBound] + terms.pageStarts(after: days.lowerBound, to: days.upperBound)
        var runs: [PaymentSpan] = []
        for (index, start) in starts.enumerated() {
            let last =
                index + 1 < starts.count ? starts[index + 1].adding(days: -1) : days.upperBound
            func append(_ days: ClosedRange<Day>, of day: Day) {
                var paymentSpan =
                    terms.beginsLater(than: start)
                    ? PaymentSpan(days, pays: .no, accrual: .sum(.zero))
                    : reader.paymentSpan(days, of: day)
                if let waiver = paymentSpan.waiver { paymentSpan.apply(waiver) }
                runs.append(paymentSpan)
            }
            // What is discharged on a day was owed on it.
            if terms.isDischarged(on: start) {
                append(start...start, of: start.adding(days: -1))
                if start < last { append(start.adding(days: 1)...last, of: start) }
            } else {
                append(start...last, of: start)
            }
        }
        guard runs.contains(where: { $0.instalments != nil }) else { return nil }
        self.runs = runs.map(\.bounded)
    }

    /// A line for each day, or run of days, on which something falls due, and for what lies between.
    func fee(_ slice: CountedPeriod.Slice, paidBefore: Amount) -> Calculation {
        let lines = cuts(slice.days).flatMap { days in
            runs.compactMap { run in
                run.within(days).map { paymentSpan in
                    let amount = paymentSpan.due(on: paymentSpan.days)
                    return PayableLine(
                        slice: .init(paymentSpan.days, figure: nil),
                        parts: [.init(cause: .days(paymentSpan), amount: amount)], amount: amount,
                        reasons: [])
                }
            }
        }
        return Calculation(lines: lines, total: total(within: slice.days), paidBefore: paidBefore)
    }

    /// What fell due on all days that it was made for.
    var due: Amount {
        guard let first = runs.first?.days.lowerBound, let last = runs.last?.days.upperBound else {
            return .zero
        }
        return total(within: first...last)
    }

    /// What surely or possibly falls due on one of the days: what has several lines to fall on counts once.
    private func total(within days: ClosedRange<Day>) -> Amount {
        let unknown = runs.contains { $0.instalments == nil && $0.pays != .no }
        let sums = Set(runs.flatMap { $0.instalments ?? [] })
        let all = sums.reduce(Amount.zero) { total, sum in
            // The most that one schedule has of the same sum on the same days.
            let count =
                runs.map { run in run.instalments?.filter { $0 == sum }.count ?? 0 }.max() ?? 0
            return (0..<count).reduce(total) { total, _ in total.plus(counted(sum, within: days)) }
        }
        return unknown ? Amount(all.low, nil) : all
    }

    private func counted(_ sum: PaymentSpan.DueSum, within days: ClosedRange<Day>) -> Amount {
        let meeting = runs.filter { $0.days.overlaps(sum.days) && $0.pays != .no }
        let holding = meeting.filter { $0.instalments?.contains(sum) ?? false }
        if holding.isEmpty { return .zero }
        let isSure =
            days.contains(sum.days) && holding.allSatisfy { $0.pays == .yes }
            && holding.map(\.days.count).reduce(0, +)
                >= runs.filter { $0.days.overlaps(sum.days) }.map(\.days.count).reduce(0, +)
        return isSure ? sum.amount : sum.amount.orNothing
    }

    /// The days on which sums fall due, those of sums that share a day together, and what lies between.
    private func cuts(_ days: ClosedRange<Day>) -> [ClosedRange<Day>] {
        let due = runs.filter { $0.pays != .no }.flatMap { run in
            (run.instalments ?? []).compactMap { $0.days.intersection(run.days) }
        }.sorted { $0.lowerBound < $1.lowerBound }
        let merged = due.reduce(into: [ClosedRange<Day>]()) { merged, next in
            if let last = merged.last, next.lowerBound <= last.upperBound {
                merged[merged.count - 1] =
                    last.lowerBound...max(last.upperBound, next.upperBound)
            } else {
                merged.append(next)
            }
        }
        let starts = Set(
            [days.lowerBound] + merged.flatMap { [$0.lowerBound, $0.upperBound.adding(days: 1)] }
        )
        .filter(days.contains).sorted()
        return starts.enumerated().map { index, start in
            start...(index + 1 < starts.count
                ? starts[index + 1].adding(days: -1) : days.upperBound)
        }
    }
}

extension PaymentSpan.DueSum {
    /// The same, where it may not be due.
    var orNothing: Self { Self(days: days, amount: amount.orNothing) }
}

extension PaymentSpan {
    fileprivate var instalments: [DueSum]? {
        switch accrual {
        case .instalments(let sums): sums
        case .share, .sum, .tiers, .formula, .interest, .credit, .oneOf: nil
        }
    }

    /// What falls due on some of its days.
    fileprivate func due(on days: ClosedRange<Day>) -> Amount {
        guard pays != .no else { return .zero }
        guard let instalments else { return Amount(0, nil) }
        let all = instalments.reduce(Amount.zero) { all, sum in
            guard sum.days.overlaps(days) else { return all }
            return all.plus(days.contains(sum.days) ? sum.amount : sum.amount.orNothing)
        }
        return pays == .yes ? all : all.orNothing
    }

    /// What is not worked out for sums that fall due one by one.
    fileprivate var bounded: PaymentSpan {
        var paymentSpan = self
        if instalments == nil, pays != .no {
            paymentSpan.reasons.append(
                "these days have no instalments: what falls due on them is not stated")
        }
        let hasCap = cap != nil || aggregateCap != nil
        let hasFloor = floor != nil || aggregateFloor != nil
        guard hasCap || hasFloor else { return paymentSpan }
        paymentSpan.reasons.append("what a cap or a floor does to instalments is not stated")
        if case .instalments(let sums) = accrual {
            paymentSpan.accrual = .instalments(
                sums.map {
                    DueSum(
                        days: $0.days,
                        amount: Amount(hasCap ? 0 : $0.amount.low, hasFloor ? nil : $0.amount.high))
                })
        }
        return paymentSpan
    }
}
