import Payments
import Terms

/// How the parts of an amount are called, in every form of the answer.
enum PayablePhrase {
    /// A whole figure's period as its file writes it, else the days.
    static func period(_ slice: CountedPeriod.Slice) -> String {
        if let figure = slice.figure {
            if figure.first == slice.first, figure.last == slice.last {
                return figure.period.description
            }
            return "\(slice.first) +\(slice.first.days(until: slice.last) + 1)d"
        }
        return slice.first == slice.last ? "\(slice.first)" : "\(slice.first)/\(slice.last)"
    }

    static func currency(_ payable: Payable) -> String {
        payable.currency.minorUnits == nil
            ? "in a currency that is not told" : "amounts in \(payable.currency)"
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
        var notes: [String] = []
        if payable.paidBefore != 0 {
            let amount = MinorUnits.money(payable.paidBefore, payable.currency)
            notes.append(
                "before the first period \(amount?.displayText ?? "") had accrued, as the record says"
            )
        }
        if payable.countsWhatWasPaidBefore {
            notes.append(
                "a cap or floor in total counts what the record says had accrued and these periods: "
                    + "what was paid and is not recorded leaves less of it")
        }
        return notes
    }
}
