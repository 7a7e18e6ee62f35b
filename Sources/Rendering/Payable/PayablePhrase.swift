import Ledger
import Payments
import Questions
import Terms

/// How the parts of an amount are called, in every form of the answer.
enum PayablePhrase {
    /// A whole figure's period as its file writes it, else the days.
    static func period(_ slice: CountedPeriod.Slice) -> String {
        if let figure = slice.figure {
            if figure.days == slice.days {
                return figure.period.description
            }
            return "\(slice.days.lowerBound) +\(slice.days.count)d"
        }
        return slice.days.count == 1
            ? "\(slice.days.lowerBound)" : "\(slice.days.lowerBound)/\(slice.days.upperBound)"
    }

    /// What a figure says: an amount of money, or a quantity without a currency.
    static func amount(of figure: Figure) -> String {
        figure.currency.flatMap { MinorUnits.money(figure.units, $0)?.description }
            ?? MinorUnits.quantity(figure.units)?.description ?? String(figure.units)
    }

    /// What it is compared with; nil where it is not.
    static func compared(
        _ answer: Answer<PayableQuestion>
    ) -> (label: String, payable: Payable)? {
        guard let point = answer.question.compare, let payable = answer.content.before else {
            return nil
        }
        return ("the terms of \(point)", payable)
    }

    static func currency(_ payable: Payable) -> String {
        payable.currency.code == "XXX"
            ? "in a currency that is not stated" : "amounts in \(payable.currency)"
    }

    /// What follows the title of sums that count a value which is only near.
    static func certainty(of sums: [Calculation]) -> String {
        sums.contains(where: \.isApproximate) ? " (approximate: no sum is certain)" : ""
    }

    /// What a part of a line stands for.
    enum Word: String, CaseIterable {
        case days, floor, cap
        case aggregateCap = "aggregate-cap"
        case aggregateFloor = "aggregate-floor"
    }

    static func word(_ cause: PayableLine.Part.Cause) -> String {
        let word: Word =
            switch cause {
            case .days: .days
            case .floor: .floor
            case .cap: .cap
            case .aggregateCap: .aggregateCap
            case .aggregateFloor: .aggregateFloor
            }
        return word.rawValue
    }

    /// What the whole answer takes for granted.
    static func notes(on payable: Payable) -> [String] {
        var notes = before(payable.before)
        if let reported = payable.beforeAsReported, reported.recorded != payable.before.recorded {
            notes += before(reported)
        }
        if let sum = payable.meanwhile {
            notes.append("by the last day \(sum.displayText) had accrued, \(source(of: sum))")
        }
        if let outstanding = payable.outstanding {
            notes.append(
                "of the instalments due by the last day \(text(of: outstanding, payable)) is "
                    + "outstanding, if what is recorded as accrued was paid")
        }
        if payable.countsWhatWasPaidBefore {
            notes.append(
                "a cap or floor in total counts what the record says had accrued and these periods")
            if let reason = payable.before.unrecorded {
                notes.append(
                    "\(AccrualPhrase.text(of: reason)): it may have used the cap or met the floor")
            }
            if let reason = payable.before.waivable {
                notes.append(
                    "\(AccrualPhrase.text(of: reason)): it may count for less in the cap or the floor"
                )
            }
        }
        return notes
    }

    private static func text(of amount: Amount, _ payable: Payable) -> String {
        func text(_ units: Int128) -> String {
            MinorUnits.money(units, payable.currency)?.displayText ?? String(units)
        }
        if amount.isExact { return text(amount.low) }
        return "between \(text(amount.low)) and \(amount.high.map(text) ?? "any amount")"
    }

    private static func before(_ before: PaidBefore) -> [String] {
        guard let sum = before.recorded else { return [] }
        return [
            "before the first period \(sum.displayText) had accrued, \(source(of: sum))"
        ] + sum.reasons.map(AccrualPhrase.text)
    }

    private static func source(of sum: AccruedSum) -> String {
        sum.isReported ? "as is reported (\(sum.grade.rawValue))" : "as the record says"
    }
}
