import Amendments
import Ledger
import Payments
public import Questions
import Terms

/// What is payable as rows: one for each period.
public enum PayableRows {
    public static func of(_ answer: Answer<PayableQuestion>) -> AnswerRows {
        let (payable, before) = (answer.content.payable, answer.content.before)
        let sides: [(String, Calculation?)] = [
            ("agreed", payable.agreed), ("reported", payable.reported),
            ("before", before?.agreed), ("before-reported", before?.reported),
        ]
        return AnswerRows(
            ["basis", "period", "base", "figure", "least", "most", "reasons"],
            sides.flatMap { name, side in
                (side?.lines ?? []).map { row(for: $0, of: name, payable.currency) }
            })
    }

    private static func row(
        for line: PayableLine, of basis: String, _ currency: Currency
    ) -> [String] {
        let figure = line.slice.figure
        let amount = figure.map { PayablePhrase.amount(of: $0) } ?? ""
        return [
            basis, PayablePhrase.period(line.slice), figure?.base ?? "", amount,
            PayableJSON.money(line.amount.low, currency),
            line.amount.high.map { PayableJSON.money($0, currency) } ?? "",
            line.allReasons.joined(separator: "; "),
        ]
    }
}
